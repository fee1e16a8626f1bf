/** The request of hybi-00 §1.2 in short, as gdb 13.1 prints it from `char buf[512]`, with `set print elements 0` where nothing else is said. */
import { expect, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";

const HEAD =
  "GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\nSec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\r\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00\r\nHost: a\r\n\r\n";
const WRITTEN = HEAD.replaceAll("\r\n", "\\r\\n");
const KEY3 = "\x83^\xff\x0019\n\xc3";

const ROW = "0x555555558060 <buf>:\t";
const characters = (text: string) =>
  Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    const shown = JSON.stringify(character).slice(1, -1).replace('\\"', '"').replace("'", "\\'");
    return code > 0x7e || (code < 32 && !/^\\[nr]$/.test(shown))
      ? `${code > 0x7f ? code - 256 : code} '\\${code.toString(8).padStart(3, "0")}'`
      : `${code} '${shown}'`;
  });
const rows = (items: readonly string[]) =>
  items
    .map((item, i) =>
      i % 8
        ? `\t${item}`
        : `${i ? "\n" : ""}0x${(0x5558060 + i).toString(16)} <buf+${i}>:\t${item}`,
    )
    .join("");

test.each([
  [
    "print",
    `$1 = "${WRITTEN}\\203^\\377\\00019\\n\\303", '\\000' <repeats 279 times>`,
    "byte-count",
  ],
  [
    "print behind its command",
    `(gdb) p buf\n$1 = "${WRITTEN}\\203^\\377\\00019\\n\\303", '\\000' <repeats 279 times>\n(gdb) `,
    "byte-count",
  ],
  ["output", `"${WRITTEN}\\203^\\377\\00019\\n\\303", '\\000' <repeats 279 times>`, "byte-count"],
  [
    "info locals",
    `n = 300\nbuf = "${WRITTEN}\\203^\\377\\00019\\n\\303", '\\000' <repeats 279 times>\nfd = 7`,
    "byte-count",
  ],
  [
    "print of a struct",
    `$1 = {fd = 7, buf = "${WRITTEN}\\203^\\377\\00019\\n\\303", '\\000' <repeats 279 times>, len = 232}`,
    "byte-count",
  ],
  [
    "print of a struct in lines",
    `$2 = {\n  fd = 7,\n  buf = "${WRITTEN}\\203^\\377\\00019\\n\\303", '\\000' <repeats 279 times>,\n  len = 232\n}`,
    "byte-count",
  ],
  ["print of a pointer", `$2 = 0x555555558060 <buf> "${WRITTEN}\\203^\\377\\00019\\n\\303"`, null],
  [
    "print /c",
    `$3 = {${characters(HEAD + KEY3).join(", ")}, 0 '\\000' <repeats 280 times>}`,
    "byte-count",
  ],
  [
    "print /c, as wide as the window",
    `$3 = {${characters(HEAD + KEY3)
      .join(", ")
      .replace(/.{60,75}, /g, "$&\n  ")}}`,
    null,
  ],
  [
    "print /x",
    `$4 = {${Array.from(latin1(HEAD + KEY3), (byte) => `0x${byte.toString(16)}`).join(", ")}, 0x0 <repeats 280 times>}`,
    "byte-count",
  ],
  ["x/c", rows(characters(HEAD + KEY3)), null],
] as const)("%s carries every byte that came", (_, text, lost) => {
  const [conversation, ...others] = readPaste(text);
  expect(others).toEqual([]);
  expect(conversation?.request).toEqual(latin1(HEAD + KEY3));
  expect(conversation?.clientBytes).toBeUndefined();
  expect(conversation?.lost.map(({ what }) => what)).toEqual(lost === null ? [] : [lost]);
});

test("what repeats is folded within a message, too", () => {
  const text = `$1 = "${WRITTEN}", ' ' <repeats 16 times>, "^n:ds[4U"`;
  expect(readPaste(text)).toMatchObject([
    { request: latin1(`${HEAD}        `), clientBytes: latin1("        ^n:ds[4U"), exact: true },
  ]);
});

test.each([
  ["x/s, which stops at a zero byte", `${ROW}"${WRITTEN}\\203^\\377"`, "\x83^\xff", "cut"],
  [
    "x/3s, which goes on behind it",
    `${ROW}"${WRITTEN}\\203^"\n0x555555558144 <buf+228>:\t"1945\\001"\n0x555555558149 <buf+233>:\t""`,
    "\x83^\x001945\x01",
    "cut",
  ],
  ["a print without all elements", `$1 = "${WRITTEN}\\203^"...`, "\x83^", "cut"],
  // gdb 13 leaves the \n of "19\n\303" out.
  [
    "bytes that begin a character",
    `$3 = "${WRITTEN}\\203^\\377\\00019", <incomplete sequence \\303>`,
    "\x83^\xff\x0019\xc3",
    "byte-count",
  ],
] as const)("%s says what it lost", (_, text, behind, what) => {
  const [conversation] = readPaste(text);
  expect(conversation?.request).toEqual(latin1(HEAD + behind));
  expect(conversation?.exact).toBe(false);
  expect(conversation?.lost.map((loss) => loss.what)).toContain(what);
});

test.each([
  ["repeats without end", `$1 = "${WRITTEN}", ${"'a' <repeats 99999 times>, ".repeat(2000)}`],
  ["a long string", `$1 = "${WRITTEN}${"a".repeat(300_000)}"`],
  ["a bracket without values before it", `$1 = {\n{\n$2 = "${WRITTEN}aaaaaaaa"`],
] as const)("in spite of %s it is read", (_, text) => {
  expect(readPaste(text)[0]?.request).toEqual(latin1(`${HEAD}aaaaaaaa`));
});
