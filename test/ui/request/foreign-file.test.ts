import { expect, test } from "vitest";
import { foreignKind } from "../../../src/ui/request/foreign-file.ts";

test.each([
  ["\x89PNG\r\n", /^a picture/],
  ["\xff\xd8\xff\xe0", /^a picture/],
  ["PK\x03\x04", /^packed/],
  ["\x1f\x8b\x08\x00", /^packed/],
  ["%PDF-1.7", /^a PDF/],
])("%j is told by its first bytes", (first, what) => {
  expect(foreignKind(first)).toMatch(what);
});

test.each(["GET / HTTP/1.1", "\xd4\xc3\xb2\xa1", "\x0a\x0d\x0d\x0a", "{", "\x16\x03\x01", ""])(
  "%j may be read",
  (first) => {
    expect(foreignKind(first)).toBeNull();
  },
);
