import { describe, expect, test } from "vitest";
import { judgeAsHixie75 } from "../../../src/core/clients/draft-hixie75.ts";
import { HIXIE75, replaced } from "./exchanges.ts";

const { request, response } = HIXIE75;

test("accepts a right response", () => {
  expect(judgeAsHixie75(request, response)).toEqual({
    client: "draft",
    accepts: true,
    console: null,
    rule: "hixie-75 §4.1: All lines are as they must be.",
    waits: false,
  });
});

describe("names what a response breaks", () => {
  test.each([
    ["Web Socket", "WebSocket", "The first line is"],
    ["101", "403", "The first line is"],
    ["101", "407", "Only 407"],
    ["Upgrade: WebSocket", "Upgrade: websocket", "The second line is Upgrade: WebSocket, with"],
    ["Upgrade: WebSocket", "X: y", "The second line is Upgrade: WebSocket."],
    ["Connection: Upgrade", "Connection: upgrade", "The third line"],
    ["WebSocket-Origin: http://", "WebSocket-Origin: https://", "WebSocket-Origin is"],
    ["/demo", "/other", "WebSocket-Location is"],
    ["sample", "simple", "WebSocket-Protocol is"],
    ["sample\r\n", "sample\n", "Lines end"],
    ["sample\r\n", "sample\r\nWebSocket-Origin: x\r\n", "WebSocket-Origin, -Location"],
  ])("%j made %j: %s", (what, by, words) => {
    const judgement = judgeAsHixie75(request, replaced(response, what, by));
    expect(judgement).toMatchObject({ accepts: false, waits: false });
    expect(judgement?.rule).toContain(`hixie-75 §4.1: ${words}`);
  });
});

test("a page that opened wss wants wss in the location", () => {
  expect(judgeAsHixie75(request, response, { secure: true })?.rule).toContain("Location");
  const secure = replaced(response, "ws://", "wss://");
  expect(judgeAsHixie75(request, secure, { secure: true })?.accepts).toBe(true);
});

test("every start of a right response is waited out, and refused when the connection closes", () => {
  for (let length = 0; length < response.length; length++) {
    const start = response.subarray(0, length);
    expect(judgeAsHixie75(request, start)).toMatchObject({ accepts: false, waits: true });
    expect(judgeAsHixie75(request, start, { closed: true })?.waits).toBe(false);
  }
});

test("without a request, only faults that need none are found", () => {
  const alone = (what: string, by: string) =>
    judgeAsHixie75(undefined, replaced(response, what, by))?.rule ?? null;
  expect(judgeAsHixie75(undefined, response)).toBeNull();
  expect(alone("WebSocket-Origin: http://", "WebSocket-Origin: https://")).toBeNull();
  expect(alone("/demo", "/other")).toBeNull();
  expect(alone("WebSocket-Origin", "X")).toContain("WebSocket-Origin is");
  expect(alone("Upgrade: WebSocket", "Upgrade: websocket")).toContain("second line");
});
