/** Bytes in the dress of one tool and the lines of another: logs, quotes, code blocks, two messages at once, rows that were folded. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hex } from "../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";

const PASTES = join(import.meta.dirname, "../../fixtures/pastes");
const paste = (name: string, side: string) =>
  readFileSync(join(PASTES, `${name}-${side}.txt`), "utf8");
const eachLine = (text: string, print: (line: string, index: number) => string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line, index) => `${print(line, index)}\n`)
    .join("");

describe.each([
  "xxd",
  "xxd-p",
  "xxd-b",
  "hexdump",
  "hexdump-c",
  "od-c",
  "od-x",
  "od-b",
  "od-t-x1",
  "od-Ad-tu1",
  "od-A-n-t-x1",
  "base64",
])("%s", (name) => {
  const { request, response } = HIXIE;

  test.each<[string, (line: string, index: number) => string]>([
    ["in a log", (line, i) => `Jan  1 10:00:${`${i % 60}`.padStart(2, "0")} host app[42]: ${line}`],
    ["in the log of a container", (line) => `2024-01-05T10:00:00.123456789Z ${line}`],
    ["in Android's log", (line) => `01-05 10:00:00.123  1234  1256 D WebSocket: ${line}`],
    ["in Python's log", (line) => `DEBUG:websockets.client:${line}`],
    ["in comments", (line) => `// ${line}`],
    ["with the numbers of lines", (line, i) => `${`${i + 1}`.padStart(3)} | ${line}`],
    ["quoted", (line) => `> ${line}`],
    ["indented", (line) => `    ${line}`],
    ["with CRLF", (line) => `${line}\r`],
  ])("%s carries a request, every byte", (_, print) => {
    const text = eachLine(paste(name, "request"), print);
    expect(readPaste(text)).toMatchObject([{ request, exact: true, lost: [] }]);
  });

  test("carries both messages from two code blocks", () => {
    const text = `My server gets\n\n\`\`\`\n${paste(name, "request")}\`\`\`\n\nand answers\n\n\`\`\`\n${paste(name, "response")}\`\`\`\n`;
    expect(readPaste(text)).toMatchObject([{ request, response, exact: true, lost: [] }]);
  });
});

const python = (bytes: Uint8Array) =>
  `b'${Array.from(bytes, (byte) => `\\x${hex(Uint8Array.of(byte))}`).join("")}'`;
const readable = (bytes: Uint8Array) =>
  `b'${Array.from(bytes, (byte) => (byte > 31 && byte < 127 && byte !== 39 && byte !== 92 ? String.fromCharCode(byte) : `\\x${hex(Uint8Array.of(byte))}`)).join("")}'`;

test.each([
  ["hex in an object of JSON", JSON.stringify({ a: hex(HIXIE.request), b: hex(HIXIE.response) })],
  [
    "strings in a log",
    `DEBUG recv ${readable(HIXIE.request)}\nDEBUG send ${readable(HIXIE.response)}\n`,
  ],
  [
    "a head, and its key3 by itself",
    `recv ${readable(HIXIE.request.subarray(0, -8))}\nrecv ${readable(HIXIE.request.subarray(-8))}\nsend ${readable(HIXIE.response)}\n`,
  ],
  ["strings of nothing but escapes", `${python(HIXIE.request)}\n${python(HIXIE.response)}\n`],
])("%s are both messages", (_, text) => {
  const { request, response } = HIXIE;
  expect(readPaste(text)).toMatchObject([{ request, response, exact: true, lost: [] }]);
});

test.each([
  ["hex", (bytes: Uint8Array) => hex(bytes, " ")],
  ["numbers", (bytes: Uint8Array) => bytes.join(" ")],
])("rows of %s that were folded are missed where no offset says how many", (_, print) => {
  const rows = Array.from({ length: Math.ceil(RFC6455.request.length / 32) }, (_row, i) =>
    print(RFC6455.request.subarray(32 * i, 32 * i + 32)),
  );
  const text = [...rows.slice(0, 3), "*", ...rows.slice(3)].join("\n");
  expect(readPaste(text)).toMatchObject([{ exact: false, lost: [{ what: "cut", in: "request" }] }]);
});
