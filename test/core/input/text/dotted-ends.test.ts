/** Two dots between fields are the line ends of a dump's text column. */
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";

const LINES = [
  "GET /v2 HTTP/1.1",
  "Host: a",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "X-A: b",
  "Sec-WebSocket-Version: 13",
];
const REQUEST = `${LINES.join("\r\n")}\r\n\r\n`;
const ANSWER = ["HTTP/1.1 502 Bad Gateway", "Content-Length: 0", "Connection: close"];

const text = (bytes: Uint8Array | undefined): string => fromLatin1(bytes ?? new Uint8Array(0));

describe("a head is cut at dots before the name of a field", () => {
  test.each([
    ["all on one line", `${LINES.join("..")}....`],
    ["all on one line, cut before its end", LINES.join("..")],
    ["some of them", `${LINES.slice(0, 4).join("\n")}..${LINES.slice(4).join("\n")}....\n`],
  ])("%s", (_, pasted) => {
    const [first, ...others] = readPaste(pasted);
    expect(others).toEqual([]);
    expect(text(first?.request)).toBe(REQUEST);
    expect(first?.lost).toContainEqual(
      expect.objectContaining({ what: "line-endings", in: "request", at: pasted.indexOf("..") }),
    );
  });

  test("of both messages", () => {
    const answer = `${ANSWER[0]}\n${ANSWER[1]}..${ANSWER[2]}\n`;
    const [first] = readPaste(`${LINES.join("..")}....\n\n${answer}`);
    expect(text(first?.request)).toBe(REQUEST);
    expect(text(first?.response)).toBe(`${ANSWER.join("\r\n")}\r\n\r\n`);
  });
});

test("dots that are a value's own stay", () => {
  for (const field of ["X-A: b..c", "X-A: b..", "X-A: wait... then: go"]) {
    const head = ["GET /a..b HTTP/1.1", "Host: a", field, "", ""].join("\r\n");
    expect(text(readPaste(head)[0]?.request)).toBe(head);
  }
});
