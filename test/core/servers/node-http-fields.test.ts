import { describe, expect, test } from "vitest";
import { FieldReader } from "../../../src/core/servers/node-http-fields.ts";

function read(lines: string): ReturnType<FieldReader["read"]> {
  return new FieldReader(lines, 0, 0).read();
}

/** All of them seen at Node 20.20.2. */
describe("a line", () => {
  test.each([
    ["X:", "X", ""],
    ["X:a", "X", "a"],
    ["x-Y:\t a b \t", "x-Y", "a b"],
    ["!#$%&'*+-.^_`|~: \xff", "!#$%&'*+-.^_`|~", "\xff"],
    ["X: a:b", "X", "a:b"],
  ])("%j is a field", (line, name, value) => {
    expect(read(`${line}\r\n\r\n`)).toMatchObject({ fields: [{ name, value }] });
  });

  test.each([
    " X: a",
    "X : a",
    "X\t: a",
    ": a",
    "no colon",
    "X: a\x01",
    "X: a\x7f",
    "X: a\rb",
    "X: a\n",
    "X:\n",
    "X: a\r\n b",
    "X: a\r\n\tb",
    "X:\r\n b",
    "\x01: a",
    "\xe9: a",
    "\n",
  ])("%j is refused", (line) => {
    expect(read(`${line}\r\n\r\n`)).toMatchObject({ status: 400 });
  });
});

describe("a body", () => {
  test.each<[string, number | string]>([
    ["X: a\r\n\r\n", 0],
    ["Content-Length: 8  \r\n\r\n", 8],
    ["Transfer-Encoding: chunked\r\n\r\n", "chunked"],
    ["Transfer-Encoding: gzip,\tCHUNKED \r\n\r\n", "chunked"],
    ["Transfer-Encoding: gzip\r\n\r\n", "unknown"],
    ["Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n", "chunked"],
  ])("of %j is %s", (lines, body) => {
    expect(read(lines)).toMatchObject({ body });
  });

  test.each([
    "Content-Length:",
    "Content-Length: x",
    "Content-Length: -5",
    "Content-Length: 8\t",
    "Content-Length: 18446744073709551616",
    "Content-Length: 8\r\nContent-Length: 8",
    "Content-Length: 8\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: gzip\r\nContent-Length: 8",
    "Transfer-Encoding: chunked, gzip",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip",
  ])("of %j is refused", (lines) => {
    expect(read(`${lines}\r\n\r\n`)).toMatchObject({ status: 400 });
  });
});

describe("a head is too large", () => {
  test.each([
    ["in a value", `X: ${"a".repeat(16_383)}`],
    ["in a name", `${"a".repeat(16_384)}:`],
    ["in many fields", "abcdefgh: abcdefgh\r\n".repeat(1024)],
    ["with its target", "X: a", 16_382],
  ])("%s", (_, lines, size = 0) => {
    expect(new FieldReader(`${lines}\r\n\r\n`, 0, size).read()).toMatchObject({ status: 431 });
    const isShort = new FieldReader(lines.slice(0, -1), 0, size).read();
    expect(isShort === null || "status" in isShort).toBe(true);
  });

  test("at 16 KiB, not before", () => {
    const head = (length: number) => read(`X: ${"a".repeat(length)}\r\n\r\n`);
    expect(head(16_382)).toMatchObject({ fields: [{ name: "X" }] });
    expect(head(16_383)).toMatchObject({ status: 431 });
  });
});
