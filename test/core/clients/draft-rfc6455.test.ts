import { describe, expect, test } from "vitest";
import { judgeAsRfc6455 } from "../../../src/core/clients/draft-rfc6455.ts";
import { GIVEN } from "./chromium-recordings.ts";
import { RFC6455, replaced } from "./exchanges.ts";

const { request, response } = RFC6455;
const EXTENSIONS = "Sec-WebSocket-Extensions: ";

/** Why the right response, with this in place of that, is refused; null when it is not. */
function rule(what: string, by: string): string | null {
  const judgement = judgeAsRfc6455(request, replaced(response, what, by));
  return judgement?.accepts ? null : (judgement?.rule ?? "cannot tell");
}

test("accepts a right response and prints nothing", () => {
  expect(judgeAsRfc6455(request, response)).toEqual({
    client: "draft",
    accepts: true,
    console: null,
    rule: "RFC 6455 §4.1: Items 1 to 6 are as they must be.",
    waits: false,
  });
});

describe("names the item that a response breaks", () => {
  test.each([
    ["HTTP/1.1", "ICY", "RFC 9112 §4"],
    ["101", "403", "RFC 6455 §4.1 item 1"],
    ["Upgrade: ", "Upgrade ", "RFC 9112 §5"],
    ["websocket", "h2c", "RFC 6455 §4.1 item 2"],
    ["Connection: Upgrade", "Connection: close", "RFC 6455 §4.1 item 3"],
    ["s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "x", "RFC 6455 §4.1 item 4"],
    ["Sec-WebSocket-Accept", "X", "RFC 6455 §4.1 item 4"],
    ["\r\n\r\n", `\r\n${EXTENSIONS}x-foo\r\n\r\n`, "RFC 6455 §4.1 item 5"],
    ["\r\n\r\n", `\r\n${EXTENSIONS};\r\n\r\n`, "RFC 6455 §9.1"],
    ["\r\n\r\n", `\r\n${EXTENSIONS}permessage-deflate; x\r\n\r\n`, "RFC 7692 §7.1"],
    ["Protocol: chat", "Protocol: soap", "RFC 6455 §4.1 item 6"],
  ])("%j made %j: %s", (what, by, section) => {
    expect(rule(what, by)).toMatch(new RegExp(`^${section}: .*\\.$`));
  });
});

test.each([
  ["websocket", "WebSocket"],
  ["Connection: Upgrade", "Connection: keep-alive, upgrade"],
  ["Sec-WebSocket-Protocol: chat\r\n", ""],
  ["\r\n\r\n", `\r\n${EXTENSIONS}permessage-deflate; client_max_window_bits=9\r\n\r\n`],
])("does not mind %j made %j", (what, by) => {
  expect(rule(what, by)).toBeNull();
});

test("waits for the end of the head, unless the connection has closed", () => {
  const start = response.subarray(0, 60);
  expect(judgeAsRfc6455(request, start)).toMatchObject({ accepts: false, waits: true });
  expect(judgeAsRfc6455(request, start, { closed: true })).toMatchObject({
    waits: false,
    rule: "RFC 6455 §4.1: The head ends before the connection closes.",
  });
  expect(judgeAsRfc6455(request, new Uint8Array(0), { closed: true })?.rule).toContain(
    "A response comes",
  );
});

describe("what a request does not tell is not guessed", () => {
  const alone = (what: string, by: string) =>
    judgeAsRfc6455(undefined, replaced(response, what, by))?.rule ?? null;

  test("without one, a response that may be right is not judged", () => {
    expect(judgeAsRfc6455(undefined, response)).toBeNull();
    expect(alone("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "x")).toBeNull();
    expect(alone("Protocol: chat", "Protocol: soap")).toBeNull();
    expect(alone("\r\n\r\n", `\r\n${EXTENSIONS}x-foo\r\n\r\n`)).toBeNull();
  });

  test("without one, a fault that needs none is still found", () => {
    expect(alone("101", "403")).toContain("item 1");
    expect(alone("websocket", "h2c")).toContain("item 2");
    expect(alone("Sec-WebSocket-Accept", "X")).toContain("item 4");
    expect(alone("\r\n\r\n", `\r\n${EXTENSIONS};\r\n\r\n`)).toContain("§9.1");
  });

  test("without a key in it, an accept is not judged", () => {
    const keyless = replaced(request, "Sec-WebSocket-Key", "X");
    expect(judgeAsRfc6455(keyless, response)).toBeNull();
    expect(judgeAsRfc6455(keyless, replaced(response, "chat", "soap"))?.rule).toContain("item 6");
  });
});

test("a browser forgives four faults of the recordings, and one thing that is no fault it does not", () => {
  const different = GIVEN.flatMap(({ id, request, response, events }) => {
    const accepted = events[0]?.startsWith("open") ?? false;
    const judgement = judgeAsRfc6455(request, response);
    return judgement?.accepts === accepted ? [] : [`${id}: ${judgement?.rule.split(":")[0]}`];
  });
  expect(different).toEqual([
    "status-http2: RFC 9112 §4",
    "status-bom: RFC 9112 §4",
    "status-space-first: RFC 9112 §4",
    "proto-missing: RFC 6455 §4.1",
    "header-no-colon: RFC 9112 §5",
  ]);
});
