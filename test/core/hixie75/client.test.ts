import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { checkResponse, makeRequest } from "../../../src/core/hixie75/client.ts";
import { answer } from "../../../src/core/hixie75/handshake.ts";
import { vector } from "./vectors.ts";

const OPENING = {
  secure: false,
  host: "Example.com",
  port: 80,
  resource: "/demo",
  origin: "http://example.com",
};

it("the request is the draft's, byte for byte (§4.1)", () => {
  expect(fromLatin1(makeRequest(OPENING).bytes)).toBe(fromLatin1(vector("h75-spec-bytes").request));
});

it("a port that is not the scheme's own is named in host and URL", () => {
  const sent = makeRequest({ ...OPENING, secure: true, port: 8080 });
  expect(sent.url).toBe("wss://example.com:8080/demo");
  expect(fromLatin1(sent.bytes)).toContain("\r\nHost: example.com:8080\r\n");
});

const SENT = makeRequest({ ...OPENING, protocol: "sample" });
const RESPONSE = fromLatin1(answer(SENT.bytes));

describe("the response", () => {
  it("is accepted, and frames may follow", () => {
    expect(checkResponse(SENT, concat(RESPONSE, "\0hi\xff"))).toEqual({
      outcome: "accepted",
      end: RESPONSE.length,
    });
  });

  it("may have other fields behind the first two", () => {
    const more = RESPONSE.replace("WebSocket-Origin", "X: y\r\nwebsocket-origin");
    expect(checkResponse(SENT, latin1(more)).outcome).toBe("accepted");
  });

  it.each([
    ["reason-phrase-differs", "Web Socket", "WebSocket"],
    ["status-not-101", "101 Web Socket Protocol Handshake", "404 Not Found"],
    ["status-401-407", "101 Web Socket Protocol Handshake", "407 Proxy"],
    ["not-http", "HTTP/1.1", "HTTP"],
    ["upgrade-value-case", "Upgrade: WebSocket", "Upgrade: websocket"],
    [
      "upgrade-not-websocket",
      "Upgrade: WebSocket\r\nConnection: Upgrade",
      "Connection: Upgrade\r\nUpgrade: WebSocket",
    ],
    ["connection-not-upgrade", "Connection: Upgrade", "Connection: keep-alive"],
    ["connection-not-upgrade", "Connection: Upgrade", "connection: Upgrade"],
    ["header-without-colon", "WebSocket-Origin: ", "X\r\nWebSocket-Origin: "],
    ["lf-line-endings", "\r\nWebSocket-Location", "\nWebSocket-Location"],
    ["origin-mismatch", "Origin: http://example.com", "Origin: http://example.com/"],
    ["origin-mismatch", "WebSocket-Origin", "Sec-WebSocket-Origin"],
    ["location-mismatch", "ws://example.com", "wss://example.com"],
    ["subprotocol-mismatch", "Protocol: sample", "Protocol: SAMPLE"],
    ["subprotocol-mismatch", "WebSocket-Protocol: sample\r\n", ""],
    ["header-repeated", "WebSocket-Protocol: sample", "WebSocket-Origin: http://example.com"],
  ])("fails: %s, with %j replaced by %j", (code, what, by) => {
    expect(checkResponse(SENT, latin1(RESPONSE.replace(what, by)))).toMatchObject({
      outcome: "failed",
      code,
    });
  });

  it("is waited for, byte by byte, until it closes", () => {
    const bytes = latin1(RESPONSE);
    for (let length = 0; length < bytes.length; length++) {
      const part = bytes.subarray(0, length);
      expect(checkResponse(SENT, part)).toEqual({ outcome: "waiting" });
      expect(checkResponse(SENT, part, true)).toMatchObject({
        code: length === 0 ? "no-response" : "head-not-terminated",
      });
    }
  });

  it("fails at the first byte of the first lines that is not theirs", () => {
    const fixed = RESPONSE.indexOf("WebSocket-Origin");
    for (let at = 0; at < fixed; at++) {
      const bytes = latin1(RESPONSE);
      bytes[at] = (bytes[at] as number) ^ 1;
      expect(checkResponse(SENT, bytes.subarray(0, at + 1)).outcome).toBe("failed");
    }
  });

  it("never makes it throw", () => {
    const piece = fc.oneof(
      fc.constantFrom(...RESPONSE.split(/(?<=\n)/)),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.boolean(), (pieces, closed) => {
        checkResponse(SENT, new TextEncoder().encode(pieces.join("")), closed);
      }),
    );
  });
});
