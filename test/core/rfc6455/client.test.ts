import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { checkResponse, makeRequest } from "../../../src/core/rfc6455/client.ts";
import { answer } from "../../../src/core/rfc6455/handshake.ts";
import { EXAMPLE_ANSWER } from "./requests.ts";

const OPENING = {
  secure: false,
  host: "server.example.com",
  port: 80,
  resource: "/chat",
  origin: "http://example.com",
  protocols: ["chat", "superchat"],
};
const NONCE = latin1("the sample nonce");

function chance(bytes: Uint8Array): () => number {
  const left = [...bytes];
  return () => left.shift()!;
}

const SENT = makeRequest(OPENING, chance(NONCE));

describe("the request", () => {
  it("is the RFC's example (§1.2)", () => {
    expect(fromLatin1(SENT.bytes)).toBe(
      "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://example.com\r\n" +
        "Sec-WebSocket-Protocol: chat, superchat\r\nSec-WebSocket-Version: 13\r\n\r\n",
    );
    expect(SENT.accept).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  });

  it("names a port that is not the scheme's own, and what else was asked for", () => {
    const { protocols: _, ...rest } = OPENING;
    const text = fromLatin1(
      makeRequest(
        { ...rest, secure: true, origin: null, extensions: "x; y", cookie: "a=b" },
        chance(NONCE),
      ).bytes,
    );
    expect(text).toContain("\r\nHost: server.example.com:80\r\n");
    expect(text).toContain(
      "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: x; y\r\nCookie: a=b\r\n\r\n",
    );
    expect(text).not.toMatch(/Origin|Protocol/);
  });

  it("draws sixteen bytes from 0 to 255", () => {
    const asked: number[] = [];
    makeRequest(OPENING, (max) => asked.push(max));
    expect(asked).toEqual(Array(16).fill(255));
  });
});

/** The example's answer with `what` replaced, or with another line in front of the blank one. */
function response(what: string, by: string): Uint8Array {
  return latin1(EXAMPLE_ANSWER.replace(what, by));
}

function check(bytes: Uint8Array, extensions = "") {
  const sent = extensions ? makeRequest({ ...OPENING, extensions }, chance(NONCE)) : SENT;
  return checkResponse(sent, bytes);
}

function withLine(line: string): Uint8Array {
  return latin1(EXAMPLE_ANSWER.replace(/\r\n$/, `${line}\r\n\r\n`));
}

describe("the response", () => {
  it("of the RFC's example is accepted, and frames may follow", () => {
    expect(check(concat(EXAMPLE_ANSWER, "\x81\x02hi"))).toEqual({
      outcome: "accepted",
      end: EXAMPLE_ANSWER.length,
      protocol: "chat",
    });
  });

  it.each([
    ["another reason phrase", "Switching Protocols", "Web Socket"],
    ["no reason phrase", " Switching Protocols", ""],
    ["Upgrade in capitals", "Upgrade: websocket", "UPGRADE: WEBSOCKET"],
    ["Connection in a list", "Connection: Upgrade", "Connection: keep-alive, upgrade"],
    [
      "blanks around the accept",
      "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
      "\t s3pPLMBiTxaQ9kYGzzhZRbK+xOo=  ",
    ],
    ["no subprotocol", "Sec-WebSocket-Protocol: chat\r\n", ""],
    ["the other subprotocol", ": chat", ": superchat"],
    ["an unknown field", "Upgrade: ", "Server: x\r\nUpgrade: "],
  ])("may have %s", (_, what, by) => {
    expect(check(response(what, by)).outcome).toBe("accepted");
  });

  it.each([
    [1, "not-http", "HTTP/1.1", "HTTP"],
    [1, "status-not-101", "101", "200"],
    [1, "redirect", "101", "302"],
    [1, "status-401-407", "101", "401"],
    [1, "header-without-colon", "Upgrade: websocket", "Upgrade websocket"],
    [2, "upgrade-not-websocket", "Upgrade: websocket\r\n", ""],
    [2, "upgrade-not-websocket", "Upgrade: websocket", "Upgrade: websocket, h2c"],
    [3, "connection-not-upgrade", "Connection: Upgrade\r\n", ""],
    [3, "connection-not-upgrade", "Connection: Upgrade", "Connection: close"],
    [4, "accept-header-missing", "Sec-WebSocket-Accept", "Sec-Websocket-Acept"],
    [4, "accept-mismatch", "s3pP", "S3pP"],
    [4, "accept-mismatch", "xOo=", "xOo"],
    [
      4,
      "header-repeated",
      "Upgrade: ",
      "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nUpgrade: ",
    ],
    [
      5,
      "extension-not-offered",
      "Upgrade: ",
      "Sec-WebSocket-Extensions: permessage-deflate\r\nUpgrade: ",
    ],
    [5, "extensions-malformed", "Upgrade: ", "Sec-WebSocket-Extensions: ;\r\nUpgrade: "],
    [6, "subprotocol-not-offered", ": chat", ": CHAT"],
    [6, "subprotocol-not-offered", ": chat", ": chat, superchat"],
    [6, "subprotocol-not-offered", ": chat", ":"],
    [6, "header-repeated", "Upgrade: ", "Sec-WebSocket-Protocol: chat\r\nUpgrade: "],
  ])("fails at item %i: %s, with %j replaced by %j", (item, code, what, by) => {
    expect(check(response(what, by))).toMatchObject({ outcome: "failed", item, code });
  });

  it("fails at the first item that is wrong", () => {
    const lines = EXAMPLE_ANSWER.split("\r\n");
    const outcomes = [1, 2, 3, 4].map((count) =>
      check(latin1(`${lines.slice(0, count).join("\r\n")}\r\n\r\n`)),
    );
    expect(outcomes.map((one) => (one.outcome === "failed" ? one.item : 0))).toEqual([2, 3, 4, 0]);
  });

  it.each([
    ["permessage-deflate", "permessage-deflate", null],
    ["permessage-deflate", "permessage-deflate; server_max_window_bits=10", null],
    [
      "permessage-deflate",
      "permessage-deflate; client_max_window_bits=10",
      "deflate-parameter-not-offered",
    ],
    [
      "permessage-deflate, permessage-deflate; client_max_window_bits",
      "permessage-deflate; client_max_window_bits=10",
      null,
    ],
    [
      "permessage-deflate; server_max_window_bits=10",
      "permessage-deflate",
      "deflate-parameter-not-accepted",
    ],
    ["permessage-deflate", "permessage-deflate; x", "deflate-parameter-unknown"],
    ["permessage-deflate", "permessage-deflate, permessage-deflate", "extension-repeated"],
    ["permessage-deflate", "x-foo", "extension-not-offered"],
    ["x-foo", "x-foo; a=b", null],
  ])("to an offer of %s, %s: %s", (offer, extensions, code) => {
    const outcome = check(withLine(`Sec-WebSocket-Extensions: ${extensions}`), offer);
    expect(outcome.outcome === "failed" ? outcome.code : null).toBe(code);
  });

  it("is waited for, byte by byte, until it closes", () => {
    const bytes = latin1(EXAMPLE_ANSWER);
    for (let length = 0; length < bytes.length; length++) {
      expect(check(bytes.subarray(0, length))).toEqual({ outcome: "waiting" });
    }
    expect(checkResponse(SENT, bytes.subarray(0, 0), true)).toMatchObject({ code: "no-response" });
    expect(checkResponse(SENT, bytes.subarray(0, 50), true)).toMatchObject({
      code: "head-not-terminated",
      span: [0, 50],
    });
  });

  it("never makes it throw", () => {
    const piece = fc.oneof(
      fc.constantFrom(...EXAMPLE_ANSWER.split("\r\n").map((line) => `${line}\r\n`), "\n", "\r"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.boolean(), (pieces, closed) => {
        checkResponse(SENT, new TextEncoder().encode(pieces.join("")), closed);
      }),
    );
  });
});

it("a client accepts what the server answers it", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.uniqueArray(fc.constantFrom("a", "b", "c")),
      (nonce, protocols) => {
        const sent = makeRequest({ ...OPENING, protocols }, chance(nonce));
        expect(checkResponse(sent, answer(sent.bytes))).toMatchObject({
          outcome: "accepted",
          protocol: protocols[0] ?? null,
        });
      },
    ),
  );
});
