import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { judgeAsChromium156 } from "../../../src/core/clients/chromium-156.ts";
import { answer } from "../../../src/core/rfc6455/handshake.ts";
import { GIVEN, OWN } from "./chromium-recordings.ts";

describe.each([
  ["the given recording", GIVEN],
  ["the project's own recording", OWN],
])("%s", (_, cases) => {
  test.each(cases.map((recorded) => [recorded.id, recorded] as const))(
    "%s comes out as recorded",
    (_id, { request, response, closed, stays, events, console }) => {
      expect(judgeAsChromium156(request, response, { closed, stays })).toMatchObject({
        client: "chromium-156",
        accepts: events[0]?.startsWith("open"),
        console: console.length === 0 ? null : console.join("\n"),
        waits: events[0] === "timeout",
      });
    },
  );
});

test("both recordings hold what they are said to hold", () => {
  expect(GIVEN.length).toBe(49);
  const wrong = OWN.filter(
    ({ events, console }) => !events[0]?.startsWith("open") || console.length > 0,
  );
  expect(wrong.length).toBeGreaterThanOrEqual(300);
});

// RFC 6455 §1.2.
const REQUEST = latin1(
  "GET /chat HTTP/1.1\r\nHost: server.example.com:8080\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://example.com\r\n" +
    "Sec-WebSocket-Protocol: chat, superchat\r\nSec-WebSocket-Version: 13\r\n\r\n",
);
const RESPONSE = answer(REQUEST);

/** The right response with one text in it replaced. */
function response(what: string, by: string): Uint8Array {
  return latin1(fromLatin1(RESPONSE).replace(what, by));
}

describe("what a request does not tell is not guessed", () => {
  it("without a request, a fault that needs none is still found", () => {
    const judge = (bytes: Uint8Array) => judgeAsChromium156(undefined, bytes)?.console;
    expect(judge(latin1("HTTP/1.1 403 Forbidden\r\n\r\n"))).toBe(
      "Error during WebSocket handshake: Unexpected response code: 403",
    );
    expect(judge(response("Sec-WebSocket-Accept", "X"))).toBe(
      "Error during WebSocket handshake: 'Sec-WebSocket-Accept' header is missing",
    );
  });

  it("without a request, or a key in it, a right response is not judged", () => {
    expect(judgeAsChromium156(undefined, RESPONSE)).toBeNull();
    const keyless = latin1(fromLatin1(REQUEST).replace("Sec-WebSocket-Key", "X"));
    expect(judgeAsChromium156(keyless, RESPONSE)).toBeNull();
  });
});

describe("how the server was reached matters for what is no HTTP", () => {
  const at = (host: string) => latin1(fromLatin1(REQUEST).replace("server.example.com:8080", host));
  const garbage = latin1("garbage!");
  const console = (request: Uint8Array, bytes: Uint8Array, options = {}) =>
    judgeAsChromium156(request, bytes, options)?.console?.replace(/.*handshake: /, "");

  // Seen with the same browser against a server on port 80.
  it.each([
    ["a", {}, "Invalid status line"],
    ["a:80", {}, "Invalid status line"],
    ["a:443", { secure: true }, "Invalid status line"],
    ["a:443", {}, "net::ERR_INVALID_HTTP_RESPONSE"],
    ["a:80", { secure: true }, "net::ERR_INVALID_HTTP_RESPONSE"],
    ["a:8080", {}, "net::ERR_INVALID_HTTP_RESPONSE"],
  ])("at %s with %j: %s", (host, options, text) => {
    expect(console(at(host), garbage, options)).toBe(text);
  });

  it("and for seven bytes of it, when the connection closes", () => {
    const seven = garbage.subarray(0, 7);
    expect(console(at("a"), seven, { closed: true })).toBe("net::ERR_CONNECTION_CLOSED");
    expect(console(at("a:1"), seven, { closed: true })).toBe("net::ERR_INVALID_HTTP_RESPONSE");
    expect(judgeAsChromium156(at("a"), seven, { closed: false })?.waits).toBe(true);
  });

  it("and for a head that was cut, which a secure connection does not forgive", () => {
    const cut = RESPONSE.subarray(0, 60);
    const close = (secure: boolean) => console(REQUEST, cut, { secure, closed: true });
    expect(close(false)).toBe("net::ERR_CONNECTION_CLOSED");
    expect(close(true)).toBe("net::ERR_RESPONSE_HEADERS_TRUNCATED");
  });
});

test("a head has at most 256 KiB", () => {
  const filled = (length: number) =>
    response("Upgrade: ", `X: ${"y".repeat(length - RESPONSE.length - 5)}\r\nUpgrade: `);
  expect(filled(262_144).length).toBe(262_144);
  expect(judgeAsChromium156(REQUEST, filled(262_144))?.accepts).toBe(true);
  expect(judgeAsChromium156(REQUEST, filled(262_145))?.console).toBe(
    "Error during WebSocket handshake: net::ERR_RESPONSE_HEADERS_TOO_BIG",
  );
});

test("the rule says which fault decided", () => {
  const rules = [
    RESPONSE,
    response("101", "200"),
    response("websocket", "h2c"),
    RESPONSE.subarray(0, -1),
    concat(RESPONSE, "\x83\x00"),
  ].map((bytes) => judgeAsChromium156(REQUEST, bytes)?.rule);
  expect(rules).toEqual([
    "All that it checks is as it demands.",
    "The status code is 101. No redirect is followed, and no 100 waited through.",
    "Upgrade is websocket and nothing else, in upper or lower case.",
    "The head has not ended: no blank line has come. If the connection was closed there, that ends it; otherwise it waits.",
    "The handshake passes, then: An opcode is 0, 1, 2, 8, 9 or 10.",
  ]);
});

test("every start of a right response is waited out, and refused when the connection closes", () => {
  for (let length = 1; length < RESPONSE.length; length++) {
    const start = RESPONSE.subarray(0, length);
    expect(judgeAsChromium156(REQUEST, start)).toMatchObject({ accepts: false, waits: true });
    expect(judgeAsChromium156(REQUEST, start, { closed: true })).toMatchObject({
      accepts: false,
      waits: false,
    });
  }
});

test("no response and no request makes it throw", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom(
        ...["HTTP/1.1 101 x", "\r\n", "\r", "\n", ": ", "Upgrade: websocket", '"', ",", "\0"],
        ...["Connection: Upgrade", "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"],
        "Sec-WebSocket-Extensions: permessage-deflate\r\n",
      )
      .map(latin1),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => concat(...pieces));
  fc.assert(
    fc.property(text, text, (some, other) => {
      judgeAsChromium156(some, other);
      judgeAsChromium156(REQUEST, concat(RESPONSE, other));
      const extended = response(
        "\r\n\r\n",
        "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n",
      );
      judgeAsChromium156(REQUEST, concat(extended, other));
    }),
  );
});
