import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import websocket from "websocket-driver";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { checkResponse, makeRequest } from "../../../src/core/rfc6455/client.ts";
import { acceptingDeflate, NO_PARAMETERS } from "../../../src/core/rfc6455/deflate.ts";
import {
  accept,
  answer,
  base64,
  concatenate,
  GUID,
  sha1,
} from "../../../src/core/rfc6455/handshake.ts";
import { EXAMPLE_ANSWER, request, requestWith } from "./requests.ts";

const KEY = latin1("dGhlIHNhbXBsZSBub25jZQ==");

describe("the accept of the RFC's example (§1.3)", () => {
  it("is made of the key and the GUID", () => {
    expect(fromLatin1(concatenate(KEY))).toBe(
      "dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
    );
  });

  it("by way of SHA-1", () => {
    expect(hex(sha1(concatenate(KEY)))).toBe("b37a4f2cc0624f1690f64606cf385945b2bec4ea");
  });

  it("and Base64", () => {
    expect(base64(sha1(concatenate(KEY)))).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    expect(accept(KEY)).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  });

  it("as node:crypto has it for any key", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (nonce) => {
        const key = Buffer.from(nonce).toString("base64");
        expect(accept(latin1(key))).toBe(
          createHash("sha1").update(key).update(GUID).digest("base64"),
        );
      }),
    );
  });
});

describe("the answer", () => {
  it("to the RFC's example is the RFC's (§1.2)", () => {
    expect(fromLatin1(answer(request()))).toBe(EXAMPLE_ANSWER);
  });

  it("does not depend on what stands behind the head", () => {
    expect(answer(concat(request(), "\x81\x85"))).toEqual(answer(request()));
  });

  it("names the subprotocol that was chosen, or none", () => {
    const last = fromLatin1(answer(request(), { chooseSubprotocol: (names) => names[1] ?? null }));
    expect(last).toContain("\r\nSec-WebSocket-Protocol: superchat\r\n");
    const none = fromLatin1(answer(request(), { chooseSubprotocol: () => null }));
    expect(none).not.toContain("Sec-WebSocket-Protocol");
    const notAsked = () => {
      throw new Error("asked");
    };
    expect(() =>
      answer(request("Sec-WebSocket-Protocol"), { chooseSubprotocol: notAsked }),
    ).not.toThrow();
  });

  it("names the extensions that were chosen", () => {
    const offer = requestWith(
      "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
    );
    expect(fromLatin1(answer(offer))).not.toContain("Sec-WebSocket-Extensions");
    const wanted = { ...NO_PARAMETERS, clientMaxWindowBits: 10 };
    const agreed = answer(offer, { chooseExtensions: acceptingDeflate(wanted) });
    expect(fromLatin1(agreed)).toContain(
      "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10\r\n",
    );
  });

  it("names nothing that was not offered", () => {
    expect(() => answer(request(), { chooseSubprotocol: () => "soap" })).toThrow(RangeError);
    const x = [{ name: "x", parameters: [] }];
    expect(() => answer(request(), { chooseExtensions: () => x })).toThrow(RangeError);
  });

  it("is none when the request is refused", () => {
    expect(() => answer(request("Sec-WebSocket-Key"))).toThrow(new HandshakeError("key-missing"));
  });
});

const protocol = fc.constantFrom("chat", "superchat", "soap", "mqtt");
const openings = fc.record({
  secure: fc.boolean(),
  host: fc.constantFrom("example.com", "127.0.0.1", "[::1]"),
  port: fc.constantFrom(80, 443, 8080),
  resource: fc.constantFrom("/", "/chat", "/a?b=c&d"),
  origin: fc.option(fc.constantFrom("http://example.com", "null")),
  protocols: fc.uniqueArray(protocol, { maxLength: 4 }),
  extensions: fc.option(fc.constantFrom("permessage-deflate", "x; y=z, permessage-deflate")),
});
const nonces = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe("websocket-driver", () => {
  it("answers with the same bytes, every one", () => {
    fc.assert(
      fc.property(
        openings,
        nonces,
        fc.subarray(["chat", "soap", "mqtt"]),
        (opening, nonce, ours) => {
          const chance = [...nonce];
          const sent = makeRequest(opening, () => chance.shift()!);
          const options = { allowDrafts: false, protocols: ours };
          const driver = websocket.server(options);
          const written: Uint8Array[] = [];
          driver.io.on("data", (chunk: Buffer) => written.push(new Uint8Array(chunk)));
          driver.on("connect", () => driver.start());
          driver.parse(Buffer.from(sent.bytes));

          const response = concat(...written);
          const chooseSubprotocol = (offered: readonly string[]) =>
            offered.find((name) => ours.includes(name)) ?? null;
          expect(fromLatin1(answer(sent.bytes, { chooseSubprotocol }))).toBe(fromLatin1(response));
          expect(checkResponse(sent, response)).toMatchObject({
            outcome: "accepted",
            end: response.length,
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
