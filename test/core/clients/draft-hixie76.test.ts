import fc from "fast-check";
import { expect, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { judgeAsHixie76 } from "../../../src/core/clients/draft-hixie76.ts";
import { answer } from "../../../src/core/hixie76/handshake.ts";
import { GIVEN, recorded } from "./recordings.ts";

/** The step that decides about a recorded response. */
function step(id: string): string {
  const { request, response, closed } = recorded(id);
  const judgement = judgeAsHixie76(request, response, { closed });
  const verdict = judgement?.accepts ? "accepts" : judgement?.waits ? "waits" : "refuses";
  return `${verdict}, ${judgement?.rule.match(/step \d+/)?.[0]}`;
}

test("accepts every good recording, at the last step", () => {
  const good = GIVEN.filter(({ id }) => id.startsWith("good-"));
  expect(good.length).toBeGreaterThan(50);
  for (const { id } of good) expect([id, step(id)]).toEqual([id, "accepts, step 45"]);
});

test.each([
  ["status-lf", "refuses, step 28"],
  ["status-one-space", "refuses, step 28"],
  ["status-code-1x1", "refuses, step 30"],
  ["status-code-407", "refuses, step 31"],
  ["bad-request-400", "refuses, step 31"],
  ["header-folded", "refuses, step 34"],
  ["missing-blank-line", "waits, step 34"],
  ["value-lf", "refuses, step 36"],
  ["cr-in-value", "refuses, step 37"],
  ["cr-as-name", "refuses, step 40"],
  ["upgrade-upper", "refuses, step 41"],
  ["connection-list", "refuses, step 41"],
  ["origin-slash", "refuses, step 41"],
  ["location-two-spaces", "refuses, step 41"],
  ["protocol-missing", "refuses, step 41"],
  ["header-dup-origin", "refuses, step 41"],
  ["header-empty-name", "refuses, step 41"],
  ["digest-none", "waits, step 44"],
  ["closed-in-digest", "refuses, step 44"],
  ["digest-last-bit", "refuses, step 45"],
  ["frame-behind-digest", "accepts, step 45"],
  ["noproto-unasked", "accepts, step 45"],
])("%s: %s", (id, expected) => {
  expect(step(id)).toBe(expected);
});

test("prints nothing, and says its rule in words", () => {
  const { request, response } = recorded("upgrade-upper");
  expect(judgeAsHixie76(request, response)).toEqual({
    client: "draft",
    accepts: false,
    console: null,
    rule: "hybi-00 §4.1 step 41: Upgrade is WebSocket, with these two capitals.",
    waits: false,
  });
});

test("a connection that closes before the head has ended is said to be just that", () => {
  const { request, response } = recorded("right-0");
  for (const length of [0, 10, 60]) {
    const judgement = judgeAsHixie76(request, response.subarray(0, length), { closed: true });
    expect(judgement?.rule).toMatch(
      /step (28|34|36): The head comes before the connection closes\.$/,
    );
  }
});

test("without a request, faults that need none are found and a right response is not judged", () => {
  const { request, response } = recorded("right-0");
  expect(judgeAsHixie76(undefined, response)).toBeNull();
  expect(judgeAsHixie76(undefined, latin1("HTTP/1.1 200 OK\r\n\r\n"))?.rule).toContain("step 31");
  expect(judgeAsHixie76(undefined, recorded("upgrade-upper").response)?.rule).toContain("step 41");
  expect(
    judgeAsHixie76(undefined, recorded("without-Sec-WebSocket-Origin").response)?.rule,
  ).toContain("step 41");
  expect(judgeAsHixie76(request.subarray(0, -8), response)).toBeNull();
});

test("a page that opened wss wants wss in the location", () => {
  const { request } = recorded("right-0");
  expect(
    judgeAsHixie76(request, answer(request, { secure: true }), { secure: true })?.accepts,
  ).toBe(true);
  expect(judgeAsHixie76(request, answer(request, { secure: true }))?.accepts).toBe(false);
});

test("no response and no request makes it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (request, response) => {
      judgeAsHixie76(request, response);
      judgeAsHixie76(recorded("right-0").request, response);
    }),
  );
});
