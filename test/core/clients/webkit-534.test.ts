import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { judgeAsWebKit534 } from "../../../src/core/clients/webkit-534.ts";
import { answer } from "../../../src/core/hixie76/handshake.ts";
import { GIVEN, OWN } from "./recordings.ts";

describe.each([
  ["the given recording", GIVEN],
  ["the project's own recording", OWN],
])("%s", (_, cases) => {
  test.each(cases.map((recorded) => [recorded.id, recorded] as const))(
    "%s comes out as recorded",
    (_id, { request, response, closed, events, console }) => {
      const judgement = judgeAsWebKit534(request, response, { closed });
      expect(judgement).toMatchObject({
        client: "webkit-534",
        accepts: events.includes("open"),
        console: console.length === 0 ? null : console.join("\n"),
        waits: events[0] === "timeout",
      });
    },
  );
});

test("both recordings hold what they are said to hold", () => {
  expect(GIVEN.length).toBe(103);
  expect(OWN.filter(({ events }) => !events.includes("open")).length).toBeGreaterThanOrEqual(80);
});

// hybi-00 §1.2.
const REQUEST = latin1(
  "GET /demo HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade\r\n" +
    "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00\r\nSec-WebSocket-Protocol: sample\r\nUpgrade: WebSocket\r\n" +
    "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\r\nOrigin: http://example.com\r\n\r\n^n:ds[4U",
);
const RESPONSE = answer(REQUEST);

/** The right response with one text in its head replaced. */
function response(what: string, by: string): Uint8Array {
  return latin1(Buffer.from(RESPONSE).toString("latin1").replace(what, by));
}

describe("what a request does not tell is not guessed", () => {
  test("without a request, a fault that needs none is still found", () => {
    const judgement = judgeAsWebKit534(undefined, latin1("HTTP/1.1 403 Forbidden\r\n\r\n"));
    expect(judgement?.console).toBe("Unexpected response code: 403");
  });

  test("without a request, a right response is not judged", () => {
    expect(judgeAsWebKit534(undefined, RESPONSE)).toBeNull();
  });

  test("without key3, a whole response is not judged and a location mismatch is", () => {
    const cut = REQUEST.subarray(0, -8);
    expect(judgeAsWebKit534(cut, RESPONSE)).toBeNull();
    expect(judgeAsWebKit534(cut, response("ws://", "wss://"))?.console).toBe(
      "Error during WebSocket handshake: location mismatch: ws://example.com/demo != wss://example.com/demo",
    );
  });

  test("a page that opened wss wants wss in the location", () => {
    const secure = response("ws://", "wss://");
    expect(judgeAsWebKit534(REQUEST, secure, { secure: true })?.accepts).toBe(true);
    expect(judgeAsWebKit534(REQUEST, RESPONSE, { secure: true })?.accepts).toBe(false);
  });
});

test("the rule says which fault decided", () => {
  const rules = [
    RESPONSE,
    response("101", "200"),
    response("Upgrade\r\n", "close\r\n"),
    response("Origin: http", "Origin: ftp"),
    RESPONSE.subarray(0, -1),
  ].map((bytes) => judgeAsWebKit534(REQUEST, bytes)?.rule);
  expect(rules).toEqual([
    "All fields pass and the 16 bytes are those it expected. What stands behind them it reads as frames.",
    "The status code is 101.",
    "Connection is Upgrade and nothing else, in upper or lower case.",
    "Sec-WebSocket-Origin is the page's origin, to the letter.",
    "The digest has not ended: 15 of its 16 bytes have come.",
  ]);
});

test("every start of a right response is waited out, and one that closes is refused in silence", () => {
  for (let length = 0; length < RESPONSE.length; length++) {
    const start = RESPONSE.subarray(0, length);
    expect(judgeAsWebKit534(REQUEST, start)).toMatchObject({ accepts: false, waits: true });
    const closed = judgeAsWebKit534(REQUEST, start, { closed: true });
    expect(closed).toMatchObject({ accepts: false, waits: false, console: null });
  }
});

test("bytes behind a right response change nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (behind) => {
      expect(judgeAsWebKit534(REQUEST, concat(RESPONSE, behind))?.accepts).toBe(true);
    }),
  );
});

test("no response and no request makes it throw", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom("HTTP/1.1 101 x", "\r\n", "\r", "\n", ": ", "Upgrade: WebSocket", "\0", "\xff")
      .map(latin1),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => concat(...pieces));
  fc.assert(
    fc.property(text, text, (request, response) => {
      judgeAsWebKit534(request, response);
      judgeAsWebKit534(REQUEST, response);
    }),
  );
});
