import { describe, expect, test } from "vitest";
import { judgeAsHybi } from "../../../src/core/clients/draft-hybi.ts";
import { HYBI, replaced } from "./exchanges.ts";

describe.each([...HYBI])("%s", (draft, { request, response }) => {
  const judge = (what: string, by: string) => judgeAsHybi(request, replaced(response, what, by));

  test("accepts a right response", () => {
    expect(judgeAsHybi(request, response)).toMatchObject({
      client: "draft",
      accepts: true,
      console: null,
      waits: false,
    });
  });

  test.each([
    ["HTTP/1.1", "ICY", "A response begins"],
    ["101", "403", "The status code is 101"],
    ["websocket", "h2c", "Upgrade is websocket"],
    ["Connection: Upgrade", "Connection: close", "Connection names Upgrade"],
    ["Sec-WebSocket-Accept", "X", "Sec-WebSocket-Accept is there"],
    ["s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "x", "Sec-WebSocket-Accept is what"],
    ["Protocol: chat", "Protocol: soap", "Sec-WebSocket-Protocol is one"],
  ])("refuses %s made %s", (what, by, words) => {
    expect(judge(what, by)).toMatchObject({ accepts: false, waits: false });
    expect(judge(what, by)?.rule.startsWith(`${draft} §5.1: ${words}`)).toBe(true);
  });

  test("waits for the end of the head", () => {
    expect(judgeAsHybi(request, response.subarray(0, 60))?.waits).toBe(true);
    expect(judgeAsHybi(request, response.subarray(0, 60), { closed: true })?.waits).toBe(false);
  });
});

test("hybi-04 and -05 want a nonce, the later ones do not", () => {
  const verdicts = [...HYBI].map(([draft, { request, response }]) => {
    const without = Buffer.from(response)
      .toString("latin1")
      .replace(/Sec-WebSocket-Nonce: .*\r\n/, "");
    return [draft, judgeAsHybi(request, Buffer.from(without, "latin1"))?.accepts];
  });
  expect(verdicts).toEqual([
    ["hybi-04", false],
    ["hybi-05", false],
    ["hybi-06", true],
    ["hybi-07", true],
    ["hybi-08", true],
  ]);
});

test("without a request, only faults that need none are found", () => {
  const [, exchange] = [...HYBI][0] ?? [];
  const response = exchange?.response ?? new Uint8Array(0);
  expect(judgeAsHybi(undefined, response)).toBeNull();
  expect(judgeAsHybi(undefined, replaced(response, "s3pP", "xxxx"))).toBeNull();
  expect(judgeAsHybi(undefined, replaced(response, "websocket", "h2c"))?.accepts).toBe(false);
});
