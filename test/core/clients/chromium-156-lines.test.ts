import { describe, expect, test } from "vitest";
import {
  Fields,
  linesOf,
  statusOf,
  versionOf,
} from "../../../src/core/clients/chromium-156-lines.ts";

describe("lines", () => {
  test.each([
    ["s\r\nA: b\r\nC: d\r\n\r\n", ["s", "A: b", "C: d"]],
    ["s\rA: b\nC: d\r\r\n\n", ["s", "A: b", "C: d"]],
    ["s\r\nA: b\r\n \t c\r\n\td\r\n\r\n", ["s", "A: b c d"]],
    ["s\r\nA:\r\n b\r\n\r\n", ["s", "A: b"]],
    // Nothing goes on from the status line, nor from what is no field.
    ["s\r\n A: b\r\n\r\n", ["s", " A: b"]],
    ["s\r\nA\r\n : b\r\n\r\n", ["s", "A", " : b"]],
    ["s\r\n: a\r\n b\r\n c\r\n\r\n", ["s", ": a", " b", " c"]],
    ["s", ["s"]],
  ])("%j", (head, lines) => {
    expect(linesOf(head)).toEqual(lines);
  });
});

test.each([
  ["HTTP/1.1 101 x", 11, 101],
  ["http/2", 10, 200],
  ["HTTP/2.0 0101", 11, 101],
  ["HTTP/0.9 404", 9, 404],
  ["HTTP/0.8\t404", 10, 200],
  ["HTTP 101", 10, 101],
  ["HTTP/x.1 -101", 10, 200],
  ["HTTP/1 2.9  99999999999", 11, 2],
  ["HTTP/1.1 99999999999", 11, 2_147_483_647],
])("%j has a version and a code", (line, version, status) => {
  expect([versionOf(line), statusOf(line)]).toEqual([version, status]);
});

describe("fields", () => {
  const fields = new Fields([
    "A : b , c",
    "a:",
    " A: blank before",
    "no colon",
    'B: "x,y\\",z",w\\,v',
    "Location: a, b",
  ]);

  test("their values are split at commas that are not quoted, empty ones kept", () => {
    expect(fields.values("A")).toEqual(["b", "c", ""]);
    expect(fields.values("b")).toEqual(['"x,y\\",z"', "w\\", "v"]);
    expect(fields.values("C")).toEqual([]);
  });

  test("but not those of Location", () => {
    expect(fields.values("location")).toEqual(["a, b"]);
  });

  test("one of them is found in upper or lower case", () => {
    expect(fields.has("A", "C")).toBe(true);
    expect(fields.has("B", "x")).toBe(false);
  });
});
