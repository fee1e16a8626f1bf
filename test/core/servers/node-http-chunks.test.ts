import { describe, expect, test } from "vitest";
import { readChunks } from "../../../src/core/servers/node-http-chunks.ts";

/** All of them seen at Node 20.20.2. */
describe("chunks", () => {
  test.each<[string, number | "fault" | null, boolean]>([
    ["0\r\n\r\n", 5, false],
    ["0\r\nX: a\r\n\r\n", 11, true],
    ["5\r\nhello\r\n0\r\n\r\n", 15, true],
    ['5;a=b;c="d\\""\r\nhello\r\n00\r\n\r\n', 28, true],
    ["A\r\n0123456789\r\n0\r\n\r\n", 20, true],
    ["", null, false],
    ["5", null, false],
    ["5\r", null, false],
    ["5\r\n", null, false],
    ["5\r\nhel", null, true],
    ["5\r\nhello", null, true],
    ["5\r\nhello\r\n", null, true],
    ["0\r\nX: a", null, false],
    ["x", "fault", false],
    ["5 \r\nhello", "fault", false],
    ["5\nhello", "fault", false],
    ["5\r\nhellox", "fault", true],
    ["0\r\nX : a\r\n\r\n", "fault", false],
  ])("%j end at %s", (text, end, hasData) => {
    expect(readChunks(`head${text}`, 4)).toEqual({
      end: typeof end === "number" ? end + 4 : end,
      hasData,
    });
  });
});
