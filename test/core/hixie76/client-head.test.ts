import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { slice } from "../../../src/core/bytes/span.ts";
import {
  failed,
  readFields,
  readStatusLine,
  waiting,
} from "../../../src/core/hixie76/client-head.ts";

describe("the status line", () => {
  test.each([
    ["HTTP/1.1 101 WebSocket Protocol Handshake\r\n"],
    ["HTTP/1.1 101 \r\n"],
    ["HTTP/1.0 101 x\r\n"],
    ["http/1.1 101 x\r\n"],
    ["x 101 y z\r\n"],
    ["\xef\xbb\xbfHTTP/1.1 101 x\r\n"],
    [" 101 \r\n"],
  ])("%j is taken", (line) => {
    expect(readStatusLine(latin1(line))).toBe(line.length);
    expect(readStatusLine(latin1(`${line}A: b\r\n`))).toBe(line.length);
  });

  test.each<[string, number, string, string]>([
    ["\n", 28, "not-http", "\n"],
    ["\r\n", 28, "not-http", "\r\n"],
    ["a b c\n", 28, "not-http", "a b c\n"],
    ["HTTP/1.1 101 x\n", 28, "lf-line-endings", "HTTP/1.1 101 x\n"],
    ["HTTP/1.1\r\n", 28, "not-http", "HTTP/1.1\r\n"],
    ["HTTP/1.1 101\r\n", 28, "no-reason-phrase", "HTTP/1.1 101\r\n"],
    ["HTTP/1.1  101 x\r\n", 30, "status-not-101", ""],
    ["HTTP/1.1 0101 x\r\n", 30, "status-not-101", "0101"],
    ["HTTP/1.1 1o1 x\r\n", 30, "status-not-101", "1o1"],
    ["HTTP/1.1 \xb9\xb2\xb3 x\r\n", 30, "status-not-101", "\xb9\xb2\xb3"],
    ["HTTP/1.1 200 OK\r\n", 31, "status-not-101", "200"],
    ["HTTP/1.1 407 x\r\n", 31, "status-401-407", "407"],
  ])("%j fails at step %i: %s", (line, step, code, at) => {
    const outcome = readStatusLine(latin1(line));
    expect(outcome).toMatchObject({ outcome: "failed", step, code });
    const { span } = outcome as ReturnType<typeof failed>;
    expect(fromLatin1(slice(latin1(line), span!))).toBe(at);
  });

  test.each([[""], ["HTTP/1.1 101 x"], ["HTTP/1.1 400 x\r"]])("%j may go on", (line) => {
    expect(readStatusLine(latin1(line))).toEqual(waiting(28));
  });
});

/** Name and value of each, and where they end; or what else came of it. */
function fields(text: string, start = 0) {
  const bytes = latin1(text);
  const read = readFields(bytes, start);
  if (read.outcome !== "fields") return read;
  const pairs = read.fields.map(({ name, value }) => [name, fromLatin1(slice(bytes, value))]);
  return [...pairs, read.end];
}

describe("fields", () => {
  test.each<[string, string[][]]>([
    ["\r\n", []],
    ["A: b\r\n\r\n", [["a", "b"]]],
    ["A:b\r\n\r\n", [["a", "b"]]],
    ["A:  b \r\n\r\n", [["a", " b "]]],
    ["A: \tb\r\n\r\n", [["a", "\tb"]]],
    ["A:\r\n\r\n", [["a", ""]]],
    ["A: \r\n\r\n", [["a", ""]]],
    ["A: b: c\r\n\r\n", [["a", "b: c"]]],
    [": b\r\n\r\n", [["", "b"]]],
    [" A : b\r\n\r\n", [[" a ", "b"]]],
    ["\xc0Z[@: \xc0Z\r\n\r\n", [["\xc0z[@", "\xc0Z"]]],
    [
      "A: 1\r\na: 2\r\n\r\n",
      [
        ["a", "1"],
        ["a", "2"],
      ],
    ],
  ])("%j has %j", (text, expected) => {
    expect(fields(text)).toEqual([...expected, text.length]);
    expect(fields(`${text}A: behind\r\n`)).toEqual([...expected, text.length]);
    expect(fields(`12345${text}`, 5)).toEqual([...expected, text.length + 5]);
  });

  test.each<[string, number, string, [number, number]]>([
    ["A\r\n", 34, "header-without-colon", [0, 1]],
    ["A: b\r\n c\r\n\r\n", 34, "header-without-colon", [6, 8]],
    ["A\n", 34, "lf-line-endings", [1, 2]],
    ["\n", 34, "lf-line-endings", [0, 1]],
    ["A: b\r\n\n", 34, "lf-line-endings", [6, 7]],
    ["A: b\n", 36, "lf-line-endings", [4, 5]],
    ["A: b\rc", 37, "bare-cr", [4, 5]],
    ["A: b\r\r\n", 37, "bare-cr", [4, 5]],
    ["A: b\r\n\rC", 40, "bare-cr", [6, 7]],
  ])("%j fails at step %i: %s at %j", (text, step, code, span) => {
    expect(fields(text)).toEqual(failed(step, code, span));
    expect(fields(`${text}\r\n\r\n`)).toEqual(failed(step, code, span));
  });

  test.each([
    ["", 34],
    ["A", 34],
    ["A:", 36],
    ["A: b", 36],
    ["A: b\r", 37],
    ["A: b\r\n", 34],
    ["A: b\r\n\r", 40],
  ])("%j waits at step %i", (text, step) => {
    expect(fields(text)).toEqual(waiting(step));
  });

  test("once it has stopped waiting, no more bytes change what came of it", () => {
    const text = fc.string({ unit: fc.constantFrom("A", "z", ":", " ", "\r", "\n", "\r\n") });
    fc.assert(
      fc.property(text, text, (head, more) => {
        const read = readFields(latin1(head), 0);
        if (read.outcome !== "waiting") {
          expect(readFields(latin1(head + more), 0)).toEqual(read);
        }
      }),
      { numRuns: 500 },
    );
  });
});
