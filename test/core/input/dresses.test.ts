/**
 * Bytes in every dress that carries all of them, for tools that are not at hand where the fixtures are made. The dresses are written
 * here, from how the tools print, and know nothing of the readers.
 */
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { hexByte } from "../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";

type Dress = (bytes: Uint8Array) => string;

const pairs = (bytes: Uint8Array) => Array.from(bytes, hexByte);
const rows = <T>(items: readonly T[], width: number) =>
  Array.from({ length: Math.ceil(items.length / width) }, (_, i) =>
    items.slice(i * width, (i + 1) * width),
  );
const shown = (bytes: readonly string[]) =>
  bytes
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join("")
    .replace(/[^ -~]/g, ".");
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** Rows with an offset, the bytes, and the text column. */
function dump(
  bytes: Uint8Array,
  offset: (at: number) => string,
  middle: string,
  end: (text: string) => string,
): string {
  return rows(pairs(bytes), 16)
    .map((row, i) => {
      const digits = `${row.slice(0, 8).join(" ")}${row.length > 8 ? middle : " "}${row.slice(8).join(" ")}`;
      return `${offset(16 * i)}${digits.padEnd(48 + middle.length)}${end(shown(row))}\n`;
    })
    .join("");
}

const hexOffset = (at: number) => at.toString(16).padStart(4, "0");

/** A string as a language writes it: what it escapes by name, and everything else that is not printable. */
function quoted(
  bytes: Uint8Array,
  names: Record<number, string>,
  other: (byte: number) => string,
): string {
  return Array.from(bytes, (byte) => {
    const name = names[byte];
    if (name !== undefined) return name;
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : other(byte);
  }).join("");
}

const C = { 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 92: "\\\\" };
const hexEscape = (byte: number) => `\\x${hexByte(byte)}`;
const octal = (byte: number) => `\\${byte.toString(8).padStart(3, "0")}`;
const decimal = (byte: number) => `\\${String(byte).padStart(3, "0")}`;
const doubled = (text: string) => text.replaceAll("\\", "\\\\");
const lines = (text: string) => text.split(/(?<=\\n)/);

const DRESSES: readonly [name: string, dress: Dress][] = [
  ["hex", (bytes) => pairs(bytes).join("")],
  ["HEX, spaced", (bytes) => pairs(bytes).join(" ").toUpperCase()],
  ["hex with colons", (bytes) => pairs(bytes).join(":")],
  ["hex with hyphens, as .NET prints it", (bytes) => pairs(bytes).join("-").toUpperCase()],
  [
    "0x47, 0x45",
    (bytes) =>
      rows(pairs(bytes), 12)
        .map((row) => row.map((pair) => `0x${pair}`).join(", "))
        .join(",\n"),
  ],
  [
    "hex behind a label",
    (bytes) => `发送字节 (${bytes.length} bytes): ${pairs(bytes).join(" ").toUpperCase()} `,
  ],
  [
    "\\x47\\x45",
    (bytes) =>
      `"${pairs(bytes)
        .map((pair) => `\\x${pair}`)
        .join("")}"`,
  ],
  [
    "Java's SSL debug output",
    (bytes) =>
      dump(
        bytes,
        (at) => `${hexOffset(at)}: `,
        "   ",
        (text) => ` ${text}`,
      ),
  ],
  [
    "libwebsockets",
    (bytes) =>
      dump(
        bytes,
        (at) => `[2022/08/23 15:23:21:6556] N: ${hexOffset(at)}: `,
        " ",
        (text) => `   ${text}`,
      ),
  ],
  [
    "a quoted dump",
    (bytes) =>
      dump(
        bytes,
        (at) => `> ${hexOffset(at).padStart(8, "0")}  `,
        "  ",
        (text) => `|${text}|`,
      ),
  ],
  [
    "a dump without a text column",
    (bytes) =>
      dump(
        bytes,
        (at) => `${hexOffset(at)}  `,
        " ",
        () => "",
      ),
  ],
  ["Node Buffer", (bytes) => `<Buffer ${pairs(bytes).join(" ")}>`],
  [
    "Node Buffers",
    (bytes) =>
      `<Buffer ${pairs(bytes.subarray(0, 50)).join(" ")}>\n<Buffer ${pairs(bytes.subarray(50)).join(" ")}>`,
  ],
  ["JSON Buffer", (bytes) => JSON.stringify({ body: Buffer.from(bytes) })],
  ["an object of indexes", (bytes) => JSON.stringify(bytes)],
  ["Java's signed bytes", (bytes) => `[${[...new Int8Array(bytes)].join(", ")}]`],
  ["Go's %v", (bytes) => `[${bytes.join(" ")}]`],
  [
    "Go's %q",
    (bytes) => `"${quoted(bytes, { ...C, 7: "\\a", 8: "\\b", 11: "\\v", 12: "\\f" }, hexEscape)}"`,
  ],
  ["Rust", (bytes) => `b"${quoted(bytes, { ...C, 0: "\\0", 39: "\\'" }, hexEscape)}"`],
  [
    "C, a string for each line",
    (bytes) =>
      lines(quoted(bytes, C, octal))
        .map((line) => `  "${line}"`)
        .join("\n"),
  ],
  [
    "JavaScript, joined",
    (bytes) =>
      `const text =\n  ${lines(quoted(bytes, C, hexEscape))
        .map((line) => `"${line}"`)
        .join(" +\n  ")};`,
  ],
  [
    "PHP, joined",
    (bytes) =>
      `$text = ${lines(quoted(bytes, { ...C, 36: "\\$" }, hexEscape))
        .map((line) => `"${line}"`)
        .join(" .\n  ")};`,
  ],
  ["Python 2", (bytes) => `['${quoted(bytes, { ...C, 34: '"', 39: "\\'" }, hexEscape)}']`],
  [
    "Lua's %q",
    (bytes) => `"${quoted(bytes, { 10: "\\\n", 13: "\\13", 34: '\\"', 92: "\\\\" }, decimal)}"`,
  ],
  ["Lua's digits", (bytes) => `"${quoted(bytes, { 34: '\\"', 92: "\\\\" }, decimal)}"`],
  ["Ruby 1.8", (bytes) => `"${quoted(bytes, { ...C, 7: "\\a", 27: "\\e" }, octal)}"`],
  [
    "a string in a JSON log",
    (bytes) =>
      JSON.stringify({ time: 1, msg: `got '${quoted(bytes, { ...C, 34: '"' }, hexEscape)}'` }),
  ],
  [
    "printf",
    (bytes) => `printf '${quoted(bytes, { ...C, 34: '"', 39: "\\047" }, octal)}' | nc localhost 80`,
  ],
  ["escapes without quotes", (bytes) => quoted(bytes, { ...C, 34: '"' }, octal)],
  ["doubled escapes", (bytes) => `"${doubled(quoted(bytes, C, hexEscape))}"`],
  [
    "\\\\x47\\\\x45 in a log",
    (bytes) =>
      `{"raw":"${pairs(bytes)
        .map((pair) => `\\\\x${pair}`)
        .join("")}"}`,
  ],
  [
    "a JSON log in a JSON log",
    (bytes) => {
      const msg = `got '${quoted(bytes, { ...C, 34: '"', 39: "\\'" }, hexEscape)}' from 127.0.0.1`;
      return JSON.stringify({ log: `${JSON.stringify({ level: "info", msg })}\n`, stream: "out" });
    },
  ],
  [
    "a JSON log in a JSON log in a JSON log",
    (bytes) => {
      const msg = `got "${quoted(bytes, C, hexEscape)}"`;
      return JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ msg, port: 80 }) }) });
    },
  ],
  [
    "escapes without quotes behind words",
    (bytes) => `12:00:01 recv ${bytes.length} bytes: ${quoted(bytes, C, hexEscape)}`,
  ],
  ["base64", base64],
  ["base64 in lines", (bytes) => base64(bytes).replace(/.{76}/g, "$&\n")],
  ["base64url", (bytes) => Buffer.from(bytes).toString("base64url")],
  ["a data URL", (bytes) => `data:application/octet-stream;base64,${base64(bytes)}`],
  ["base64 in JSON", (bytes) => JSON.stringify({ id: 7, data: base64(bytes) })],
  [
    "fenced hex",
    (bytes) =>
      `The request:\n\n\`\`\`\n${rows(pairs(bytes), 32)
        .map((row) => row.join(""))
        .join("\n")}\n\`\`\`\nThanks!\n`,
  ],
];

const CONTENTS: readonly [name: string, part: "request" | "response", bytes: Uint8Array][] = [
  ["a hixie-76 request", "request", HIXIE.request],
  ["a hixie-76 response", "response", HIXIE.response],
  ["an RFC 6455 request", "request", RFC6455.request],
  ["an RFC 6455 response", "response", RFC6455.response],
];

describe.each(DRESSES)("%s", (_, dress) => {
  test.each(CONTENTS)("carries %s, every byte", (_content, part, bytes) => {
    const conversations = readPaste(dress(bytes));
    expect(conversations).toHaveLength(1);
    expect(conversations[0]).toMatchObject({ exact: true, lost: [] });
    expect(fromLatin1(conversations[0]?.[part] ?? new Uint8Array(0))).toBe(fromLatin1(bytes));
  });

  test("carries both sides, one behind the other", () => {
    const text = `${dress(RFC6455.request)}\n\n${dress(RFC6455.response)}`;
    expect(readPaste(text)).toMatchObject([
      { request: RFC6455.request, response: RFC6455.response, exact: true, lost: [] },
    ]);
  });
});

/** What the strings of logs do to a message: RFC 6455's are ASCII, and lose no byte where their line ends are escaped. */
describe("a request in a JSON log", () => {
  const head = fromLatin1(RFC6455.request);
  const rows = head.trimEnd().split("\r\n");
  const entry = (msg: string) => JSON.stringify({ level: "info", ts: 1700000000.25, msg });

  test.each([
    ["in a message of its own", entry(head)],
    ["behind words", entry(`received ${head}`)],
    ["in a log in a log", JSON.stringify({ log: entry(head), stream: "stderr" })],
    ["among other entries", [entry("listening"), entry(head), entry("bye")].join("\n")],
    ["as a list in a log in a log", JSON.stringify({ log: JSON.stringify([head]) })],
  ])("%s is read, every byte", (_, text) => {
    expect(readPaste(text)).toMatchObject([{ request: RFC6455.request, exact: true, lost: [] }]);
  });

  test.each([
    ["an entry for each line", [...rows, ""].map(entry).join("\n")],
    ["an entry for each line, but not the blank one", rows.map(entry).join("\n")],
    ["an entry for each line, marked", [...rows, ""].map((row) => entry(`> ${row}`)).join("\n")],
  ])("%s: line ends are put there, and it says so", (_, text) => {
    const [conversation, ...others] = readPaste(text);
    expect(others).toEqual([]);
    expect(fromLatin1(conversation?.request ?? new Uint8Array(0))).toBe(head);
    const at = text.indexOf("HTTP/1.1") + 9;
    expect(conversation?.lost).toMatchObject([{ what: "line-endings", in: "request", at }]);
  });
});
