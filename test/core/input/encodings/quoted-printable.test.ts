import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste, readPasteAs } from "../../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../../fixtures/exchanges.ts";

/** As PHP's quoted_printable_encode prints it, with lines of at most 76 characters. */
const encoded = (bytes: Uint8Array) =>
  fromLatin1(bytes)
    .replace(/[^ -<>-~]|=/g, (character, at: number, all: string) =>
      /\r\n/.test(all.slice(at, at + 2)) || /\r\n/.test(all.slice(at - 1, at + 1))
        ? character
        : `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .replace(/[^\r\n]{66}(?=[^\r\n]{10})(?<!=.?)/g, "$&=\r\n");

test.each([
  ["request", HIXIE.request],
  ["response", HIXIE.response],
  ["request", RFC6455.request],
] as const)("carries a %s, every byte", (side, bytes) => {
  expect(readPaste(encoded(bytes))).toMatchObject([
    { [side]: bytes, format: "quoted-printable", exact: true },
  ]);
});

test("with LF says that the line ends are lost, and where", () => {
  const [conversation] = readPaste(`Hi,\n\n${encoded(RFC6455.request).replaceAll("\r\n", "\n")}`);
  expect(conversation).toMatchObject({
    request: RFC6455.request,
    lost: [{ what: "line-endings", at: 5 + fromLatin1(RFC6455.request).indexOf("\r") }],
  });
});

test.each(["GET /?a=3D&b=z HTTP/1.1", "GET /?a=3D&b=1F HTTP/1.1\r\nCookie: c=80; d=FF"])(
  "an equals sign is itself in %j",
  (start) => {
    const request = latin1(`${start}\r\nHost: a\r\n\r\n`);
    expect(readPaste(fromLatin1(request))).toMatchObject([{ request, exact: true }]);
  },
);

test.each([
  ["a control", "\u0006\u001c=06abcdefghijkl"],
  ["a character above U+007F", "\u010a=06abcdefghijklm"],
])("an equals sign is itself beside %s", (_, digest) => {
  const [conversation] = readPaste(`${fromLatin1(HIXIE.response.subarray(0, -16))}${digest}`);
  expect(conversation).toMatchObject({ format: "raw HTTP text" });
});

test("an equals sign is itself where a line is longer than encoders make one", () => {
  const request = latin1(`GET / HTTP/1.1\r\nHost: a\r\nX-A: ${"!".repeat(80)}=7F\r\n\r\n`);
  expect(readPaste(fromLatin1(request))).toMatchObject([{ request, exact: true }]);
});

test("an equals sign at the end of a value is no line that goes on", () => {
  const { response } = RFC6455;
  expect(readPaste(fromLatin1(response))).toMatchObject([
    { response, format: "raw HTTP text", exact: true },
  ]);
});

test("content with characters that are no bytes is read where the form was chosen wrongly", () => {
  const text = "HTTP/1.1 400 a\r\nContent-Length: 3\r\n\r\n\u20ac";
  const [conversation] = readPasteAs(text, { format: "quoted-printable" });
  expect(fromLatin1(conversation?.response ?? new Uint8Array(0))).toMatch(/\u00e2\u0082\u00ac$/);
});
