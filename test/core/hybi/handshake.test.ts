import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import type { Span } from "../../../src/core/bytes/span.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { checkResponse, makeRequest } from "../../../src/core/hybi/client.ts";
import type { KeyDraft } from "../../../src/core/hybi/drafts.ts";
import { accept, answer } from "../../../src/core/hybi/handshake.ts";
import { readRequest } from "../../../src/core/hybi/request.ts";
import { vector } from "../hixie75/vectors.ts";

const DRAFTS: KeyDraft[] = ["hybi-04", "hybi-05", "hybi-06", "hybi-07", "hybi-08"];
const NONCE = Uint8Array.from({ length: 16 }, (_, i) => i + 1);

function opening(draft: KeyDraft) {
  return {
    draft,
    secure: false,
    host: "server.example.com",
    port: 80,
    resource: "/chat",
    origin: "http://example.com",
    protocols: ["chat", "superchat"],
  };
}

function sent(draft: KeyDraft) {
  const left = [...latin1("the sample nonce")];
  return makeRequest(opening(draft), () => left.shift()!);
}

/** The request with a text in it replaced. */
function request(draft: KeyDraft, what: string, by: string): Uint8Array {
  return latin1(fromLatin1(sent(draft).bytes).replace(what, by));
}

describe("the request", () => {
  it("of hybi-04 says version 4 and Sec-WebSocket-Origin", () => {
    expect(fromLatin1(sent("hybi-04").bytes)).toBe(
      "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Origin: http://example.com\r\n" +
        "Sec-WebSocket-Protocol: chat, superchat\r\nSec-WebSocket-Version: 4\r\n\r\n",
    );
  });

  it("of another server's test is read (hybi-08)", () => {
    const { request } = vector("cowboy-ws8");
    const { draft, origin } = readRequest(request);
    expect(draft).toBe("hybi-08");
    expect(fromLatin1(request.subarray(...(origin as Span)))).toBe("http://localhost");
    expect(fromLatin1(answer(request))).toContain("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  });

  it("of version 8 may name the origin as hybi-11 does, one of version 7 not", () => {
    const renamed = (draft: KeyDraft) =>
      readRequest(request(draft, "Sec-WebSocket-Origin", "Origin")).origin;
    expect(renamed("hybi-08")).not.toBeNull();
    expect(renamed("hybi-07")).toBeNull();
  });

  it.each([
    ["version-unsupported", "Version: 6", "Version: 13"],
    ["version-unsupported", "Version: 6", "Version: 9"],
    ["version-unsupported", "Sec-WebSocket-Version: 6\r\n", ""],
    ["key-missing", "Sec-WebSocket-Key", "Sec-WebSocket-Key1"],
    ["key-not-16-bytes", "dGhl", ""],
    ["header-repeated", "Host: ", "Host: x\r\nHost: "],
    ["host-missing", "Host: server.example.com\r\n", ""],
    ["upgrade-not-websocket", "Upgrade: websocket", "Upgrade: h2c"],
    ["connection-not-upgrade", "Connection: Upgrade", "Connection: close"],
    ["subprotocol-invalid", "chat, superchat", "a@b"],
    ["subprotocol-repeated", "chat, superchat", "chat, chat"],
    ["method-not-get", "GET", "PUT"],
  ])("is refused: %s, with %j replaced by %j", (code, what, by) => {
    expect(() => readRequest(request("hybi-06", what, by))).toThrow(new HandshakeError(code));
  });
});

describe("the answer", () => {
  it("has the accept of the later RFC", () => {
    expect(accept(latin1("dGhlIHNhbXBsZSBub25jZQ=="))).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  });

  it("has a nonce in hybi-04 and -05, and only there", () => {
    const answers = DRAFTS.map((draft) => fromLatin1(answer(sent(draft).bytes, { nonce: NONCE })));
    expect(answers.map((text) => text.includes("Sec-WebSocket-Nonce"))).toEqual([
      ...[true, true],
      ...[false, false, false],
    ]);
    expect(answers[0]).toBe(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" +
        "Sec-WebSocket-Nonce: AQIDBAUGBwgJCgsMDQ4PEA==\r\nSec-WebSocket-Protocol: chat\r\n\r\n",
    );
    expect(() => answer(sent("hybi-05").bytes)).toThrow(RangeError);
  });

  it("names the subprotocol that was chosen, and none that was not offered", () => {
    const { bytes } = sent("hybi-07");
    expect(fromLatin1(answer(bytes, { chooseSubprotocol: () => null }))).not.toContain(
      "Sec-WebSocket-Protocol",
    );
    expect(() => answer(bytes, { chooseSubprotocol: () => "x" })).toThrow(RangeError);
  });
});

describe("the response", () => {
  it("is accepted by the client that asked, whatever the draft", () => {
    for (const draft of DRAFTS) {
      const response = answer(sent(draft).bytes, { nonce: NONCE });
      const nonce = draft === "hybi-04" || draft === "hybi-05" ? NONCE : null;
      expect(checkResponse(sent(draft), response)).toEqual({
        outcome: "accepted",
        end: response.length,
        nonce,
      });
    }
  });

  it.each([
    ["not-http", "HTTP/1.1", ""],
    ["status-not-101", "101", "403"],
    ["upgrade-not-websocket", "Upgrade: websocket\r\n", ""],
    ["upgrade-not-websocket", "Upgrade: websocket", "Upgrade: websocket, x"],
    ["connection-not-upgrade", "Connection: Upgrade", "Connection: close"],
    ["accept-header-missing", "Sec-WebSocket-Accept", "X"],
    ["accept-mismatch", "s3pP", "s3pQ"],
    ["subprotocol-not-offered", ": chat", ": soap"],
    ["nonce-missing", "Sec-WebSocket-Nonce", "X"],
    ["nonce-missing", "AQID", ""],
  ])("fails: %s, with %j replaced by %j", (code, what, by) => {
    const response = fromLatin1(answer(sent("hybi-04").bytes, { nonce: NONCE }));
    expect(checkResponse(sent("hybi-04"), latin1(response.replace(what, by)))).toMatchObject({
      outcome: "failed",
      code,
    });
  });

  it("is waited for until it closes, and never makes it throw", () => {
    const response = answer(sent("hybi-06").bytes);
    fc.assert(
      fc.property(fc.nat({ max: response.length - 1 }), fc.boolean(), (length, closed) => {
        const { outcome } = checkResponse(sent("hybi-06"), response.subarray(0, length), closed);
        expect(outcome).toBe(closed ? "failed" : "waiting");
      }),
    );
  });
});
