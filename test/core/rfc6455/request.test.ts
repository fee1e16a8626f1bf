import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import type { Span } from "../../../src/core/bytes/span.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { decodeKey, readRequest } from "../../../src/core/rfc6455/request.ts";
import { EXAMPLE, request, requestWith } from "./requests.ts";

function text(bytes: Uint8Array, span: Span | null): string | null {
  return span && fromLatin1(bytes.subarray(...span));
}

describe("a request", () => {
  it("is taken apart, each part with its place (RFC 6455 §1.2)", () => {
    const bytes = request();
    const { target, host, key, origin, subprotocols, extensions } = readRequest(bytes);
    expect([target, host, key, origin].map((span) => text(bytes, span))).toEqual([
      "/chat",
      "server.example.com",
      "dGhlIHNhbXBsZSBub25jZQ==",
      "http://example.com",
    ]);
    expect(subprotocols.map((span) => text(bytes, span))).toEqual(["chat", "superchat"]);
    expect(extensions).toEqual([]);
  });

  it.each<[string, string, string | null]>([
    ["has no Origin when it is not from a browser", "Origin", null],
    ["names Upgrade in a list", "Upgrade", "Upgrade: h2c, WebSocket"],
    ["names Connection in a list", "Connection", "Connection: keep-alive,UPGRADE"],
    [
      "has white space around a key",
      "Sec-WebSocket-Key",
      "Sec-WebSocket-Key: \tdGhlIHNhbXBsZSBub25jZQ== ",
    ],
    ["offers one subprotocol", "Sec-WebSocket-Protocol", "sec-websocket-protocol:soap"],
  ])("%s", (_, start, by) => {
    expect(() => readRequest(request(start, by))).not.toThrow();
  });

  it("may have frames behind it", () => {
    expect(readRequest(concat(request(), "\x81\x80abcd")).target).toEqual([4, 9]);
  });

  it("joins lists over several fields", () => {
    const bytes = requestWith(
      "Sec-WebSocket-Protocol: soap",
      "Sec-WebSocket-Extensions: a; b=c, d",
      "Sec-WebSocket-Extensions: e",
    );
    const { subprotocols, extensions } = readRequest(bytes);
    expect(subprotocols.map((span) => text(bytes, span))).toEqual(["chat", "superchat", "soap"]);
    expect(extensions.map(({ name }) => name)).toEqual(["a", "d", "e"]);
  });
});

describe("a request is refused", () => {
  it.each<[string, string, string | null]>([
    ["method-not-get", "GET", "POST /chat HTTP/1.1"],
    ["http10", "GET", "GET /chat HTTP/1.0"],
    ["host-missing", "Host", null],
    ["host-missing", "Host", "Host:"],
    ["host-invalid", "Host", "Host: my server"],
    ["host-invalid", "Host", "Host: a:99999"],
    ["header-repeated", "Host", "Host: a\r\nHost: b"],
    ["upgrade-not-websocket", "Upgrade", null],
    ["upgrade-not-websocket", "Upgrade", "Upgrade: websockets"],
    ["connection-not-upgrade", "Connection", null],
    ["connection-not-upgrade", "Connection", "Connection: keep-alive"],
    ["key-missing", "Sec-WebSocket-Key", null],
    ["key-missing", "Sec-WebSocket-Key", "Sec-WebSocket-Key: "],
    ["key-not-16-bytes", "Sec-WebSocket-Key", "Sec-WebSocket-Key: dGhlIHNhbXBsZQ=="],
    ["key-not-16-bytes", "Sec-WebSocket-Key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ"],
    ["key-not-16-bytes", "Sec-WebSocket-Key", "Sec-WebSocket-Key: the sample nonce"],
    ["header-repeated", "Sec-WebSocket-Key", `${EXAMPLE[4]}\r\n${EXAMPLE[4]}`],
    ["version-unsupported", "Sec-WebSocket-Version", null],
    ["version-unsupported", "Sec-WebSocket-Version", "Sec-WebSocket-Version: 8"],
    ["version-unsupported", "Sec-WebSocket-Version", "Sec-WebSocket-Version: 13, 8"],
    ["version-unsupported", "Sec-WebSocket-Version", "Sec-WebSocket-Version: 013"],
    ["header-repeated", "Sec-WebSocket-Version", `${EXAMPLE[7]}\r\n${EXAMPLE[7]}`],
    ["subprotocol-invalid", "Sec-WebSocket-Protocol", "Sec-WebSocket-Protocol: a/b"],
    ["subprotocol-invalid", "Sec-WebSocket-Protocol", "Sec-WebSocket-Protocol:"],
    ["subprotocol-repeated", "Sec-WebSocket-Protocol", "Sec-WebSocket-Protocol: a, b, a"],
    ["extensions-malformed", "Origin", "Sec-WebSocket-Extensions: a;"],
    ["extensions-malformed", "Origin", "Sec-WebSocket-Extensions: "],
    ["lf-line-endings", "Origin", "Origin: a\nB: c"],
  ])("%s, with %s replaced by %j", (code, start, by) => {
    expect(() => readRequest(request(start, by))).toThrow(new HandshakeError(code));
  });

  it("for what stands first in §4.2.1 when several parts are missing", () => {
    const codes = [
      "GET / HTTP/1.1",
      "Host: a",
      "Upgrade: websocket",
      "Connection: upgrade",
      EXAMPLE[4],
      EXAMPLE[7],
    ].map((_, index, lines) => {
      try {
        readRequest(latin1(`${lines.slice(0, index + 1).join("\r\n")}\r\n\r\n`));
        return null;
      } catch (error) {
        return error instanceof HandshakeError ? error.code : error;
      }
    });
    expect(codes).toEqual([
      "host-missing",
      "upgrade-not-websocket",
      "connection-not-upgrade",
      "key-missing",
      "version-unsupported",
      null,
    ]);
  });

  it("with HandshakeError and no other, whatever the bytes", () => {
    const piece = fc.oneof(
      fc.constantFrom(...EXAMPLE.map((line) => `${line}\r\n`), "\r\n", "\r", "\n", ",", ";"),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        try {
          readRequest(new TextEncoder().encode(pieces.join("")));
        } catch (error) {
          expect(error).toBeInstanceOf(HandshakeError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it("a key is 16 bytes in Base64 (RFC 6455 §1.3)", () => {
  expect(decodeKey(latin1("dGhlIHNhbXBsZSBub25jZQ=="))).toEqual(latin1("the sample nonce"));
});
