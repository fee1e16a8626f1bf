/**
 * Bytes as programs in many languages, their debuggers and their logs print them. The texts are written here, from how each prints,
 * and know nothing of the readers.
 */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hexByte } from "../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";

type Print = (bytes: Uint8Array) => string;

const join = (bytes: Uint8Array, separator: string, print: (byte: number, at: number) => string) =>
  Array.from(bytes, print).join(separator);
const signed = (byte: number) => (byte << 24) >> 24;
const shown = (row: Uint8Array) => fromLatin1(row).replace(/[^ -~]/g, ".");
const rows = (bytes: Uint8Array, width: number) =>
  Array.from({ length: Math.ceil(bytes.length / width) }, (_, i) =>
    bytes.subarray(i * width, (i + 1) * width),
  );
const spaced = (row: Uint8Array) => join(row, " ", hexByte);
const pythonStrings = (pieces: readonly Uint8Array[]) =>
  `[${pieces.map((piece) => `b'${python(piece)}'`).join(", ")}]`;
const python = (bytes: Uint8Array) =>
  join(bytes, "", (byte) => {
    const names: Record<number, string> = { 9: "\\t", 10: "\\n", 13: "\\r", 39: "\\'", 92: "\\\\" };
    return (
      names[byte] ??
      (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${hexByte(byte)}`)
    );
  });
const pythonLines = (bytes: Uint8Array) => {
  const lines = fromLatin1(bytes).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return pythonStrings(lines.map(latin1));
};
const shell = (bytes: Uint8Array) => python(bytes).replaceAll("\\'", "'\\''");

const PRINTS: readonly [name: string, print: Print][] = [
  ["Go's %#v", (bytes) => `[]byte{${join(bytes, ", ", (byte) => `0x${byte.toString(16)}`)}}`],
  ["Go's %# X", (bytes) => join(bytes, " ", (byte) => `0X${hexByte(byte).toUpperCase()}`)],
  ["Go's %o", (bytes) => `[${join(bytes, " ", (byte) => byte.toString(8))}]`],
  ["Go's %08b", (bytes) => `[${join(bytes, " ", (byte) => byte.toString(2).padStart(8, "0"))}]`],
  ["Rust's {:x?}", (bytes) => `[${join(bytes, ", ", (byte) => byte.toString(16))}]`],
  ["Rust's {:#x?}", (bytes) => `[\n${join(bytes, "", (byte) => `    0x${byte.toString(16)},\n`)}]`],
  ["Python's tuple", (bytes) => `(${join(bytes, ", ", String)})`],
  [
    "Python's list of hex()",
    (bytes) => `[${join(bytes, ", ", (byte) => `'0x${byte.toString(16)}'`)}]`,
  ],
  [
    "Python's hex('_', 2)",
    (bytes) =>
      rows(bytes, 2)
        .map((row) => join(row, "", hexByte))
        .join("_"),
  ],
  ["Python's lines", pythonLines],
  ["Python's chunks", (bytes) => pythonStrings(rows(bytes, 64))],
  ["Python's recvfrom", (bytes) => `(b'${python(bytes)}', ('127.0.0.1', 47455))`],
  [
    "Python's log of what was received, in pieces",
    (bytes) =>
      rows(bytes, 60)
        .map((row) => `12:00:01 recv b'${python(row)}'\n`)
        .join(""),
  ],
  ["Erlang's binary", (bytes) => `{ok,<<${join(bytes, ",", String)}>>}`],
  ["Elixir's binary", (bytes) => `<<${join(bytes, ", ", (byte) => `0x${hexByte(byte)}`)}>>`],
  [
    "Kotlin's byteArrayOf",
    (bytes) => `byteArrayOf(${join(bytes, ", ", (byte) => `${signed(byte)}`)})`,
  ],
  [
    "Kotlin's toByte",
    (bytes) =>
      `byteArrayOf(${join(bytes, ", ", (byte) => `0x${hexByte(byte)}${byte > 127 ? ".toByte()" : ""}`)})`,
  ],
  [
    "Kotlin's unsigned bytes",
    (bytes) => `ubyteArrayOf(${join(bytes, ", ", (byte) => `0x${hexByte(byte)}u`)})`,
  ],
  [
    "Java's casts",
    (bytes) =>
      `byte[] b = { ${join(bytes, ", ", (byte) => `${byte > 127 ? "(byte) " : ""}0x${hexByte(byte).toUpperCase()}`)} };`,
  ],
  [
    "PHP's print_r",
    (bytes) => `Array\n(\n${join(bytes, "", (byte, at) => `    [${at + 1}] => ${byte}\n`)})\n`,
  ],
  [
    "PHP's var_dump",
    (bytes) =>
      `array(9) {\n${join(bytes, "", (byte, at) => `  [${at + 1}]=>\n  int(${byte})\n`)}}\n`,
  ],
  [
    "PHP's var_export",
    (bytes) => `array (\n${join(bytes, "", (byte, at) => `  ${at + 1} => ${byte},\n`)})`,
  ],
  [
    "PHP's json_encode of unpack",
    (bytes) => `{${join(bytes, ",", (byte, at) => `"${at + 1}":${byte}`)}}`,
  ],
  [
    "PHP's json_encode of base64_encode",
    (bytes) => `{"data":"${Buffer.from(bytes).toString("base64").replaceAll("/", "\\/")}"}`,
  ],
  [
    ".NET's debugger",
    (bytes) => `{byte[9]}\n${join(bytes, "", (byte, at) => `    [${at}]: ${byte}\n`)}`,
  ],
  [
    "Chrome's console",
    (bytes) =>
      `Uint8Array(9) [${join(bytes, ", ", String)}, buffer: ArrayBuffer(9), byteLength: 9]`,
  ],
  [
    "R's raw vector",
    (bytes) =>
      rows(bytes, 24)
        .map((row, i) => `${`[${24 * i + 1}]`.padStart(6)} ${spaced(row)}\n`)
        .join(""),
  ],
  [
    "Jetty's buffer",
    (bytes) => `parseNext s=START HeapByteBuffer@1[p=0]={<<<${python(bytes)}>>>\\x00\\x00}`,
  ],
  ["numbers and spaces", (bytes) => join(bytes, " ", String)],
  ["numbers and commas", (bytes) => `got ${bytes.length} bytes:\n${join(bytes, ",", String)}`],
  ["a number a line", (bytes) => join(bytes, "\n", String)],
  ["binary digits", (bytes) => join(bytes, " ", (byte) => byte.toString(2).padStart(8, "0"))],
  ["an assembler's numbers", (bytes) => join(bytes, ", ", (byte) => `${hexByte(byte)}h`)],
  ["Basic's numbers", (bytes) => join(bytes, ", ", (byte) => `&H${hexByte(byte).toUpperCase()}`)],
  ["Pascal's numbers", (bytes) => join(bytes, ", ", (byte) => `$${hexByte(byte).toUpperCase()}`)],
  ["percent-encoding", (bytes) => escape(fromLatin1(bytes))],
  [
    "percent-encoding in quotes",
    (bytes) => `q='${escape(fromLatin1(bytes)).replaceAll("/", "%2f")}'`,
  ],
  [
    "a shell's printf",
    (bytes) => `printf '${shell(bytes).replaceAll("%", "%%")}' | nc localhost 80`,
  ],
  ["a shell's echo", (bytes) => `echo -ne '${shell(bytes)}' | nc localhost 80`],
  [
    "strace",
    (bytes) => `recvfrom(7, "${join(bytes, "", (byte) => `\\x${hexByte(byte)}`)}", 8192, 0) = 99`,
  ],
  [
    "hex in a log, rows of a width that does not come out even",
    (bytes) =>
      rows(bytes, 9)
        .map((row) => `I (123) ws: ${spaced(row)}\n`)
        .join(""),
  ],
  ["hex wrapped within a byte", (bytes) => join(bytes, "", hexByte).replace(/.{75}/g, "$&\n")],
  [
    "Wireshark's escaped string",
    (bytes) =>
      rows(bytes, 16)
        .map((row) => `"${join(row, "", (byte) => `\\x${hexByte(byte)}`)}" \\\n`)
        .join(""),
  ],
  [
    "gdb's x/8xb",
    (bytes) =>
      rows(bytes, 8)
        .map(
          (row, i) =>
            `0x7ffe${hexByte(i)}0 <buf+${8 * i}>:\t${join(row, "\t", (byte) => `0x${hexByte(byte)}`)}\n`,
        )
        .join("")
        .replace(
          /0x7ffe(..)0/g,
          (_, digits) => `0x7ffe${(8 * Number.parseInt(digits, 16)).toString(16).padStart(4, "0")}`,
        ),
  ],
  [
    "ncat -x",
    (bytes) =>
      rows(bytes, 16)
        .map((row, i) => {
          const halves = [row.subarray(0, 8), row.subarray(8)];
          const at = (16 * i).toString(16).padStart(4, "0");
          return `[${at}]   ${halves.map((half) => spaced(half).padEnd(26)).join("")}${halves.map(shown).join(" ")}\n`;
        })
        .join(""),
  ],
  [
    "Netty's logging handler",
    (bytes) =>
      `12:00:01 DEBUG [id: 0x4f2c1a3b, L:/127.0.0.1:80 - R:/127.0.0.1:50000] READ: 9B\n         +-------+\n         |  0  1 |\n+--------+-------+----+\n${rows(
        bytes,
        16,
      )
        .map(
          (row, i) =>
            `|${(16 * i).toString(16).padStart(8, "0")}| ${spaced(row).padEnd(48)}|${shown(row).padEnd(16)}|\n`,
        )
        .join("")}+--------+-------+----+`,
  ],
  [
    "OpenSSL's -debug",
    (bytes) =>
      rows(bytes, 16)
        .map((row, i) => {
          const halves = [row.subarray(0, 8), row.subarray(8)].filter(({ length }) => length > 0);
          return `${(16 * i).toString(16).padStart(4, "0")} - ${halves.map(spaced).join("-").padEnd(47)}   ${shown(row)}\n`;
        })
        .join(""),
  ],
  [
    "socat -x -v",
    (bytes) =>
      `> 12:00:01  length=9 from=0 to=8\n${rows(bytes, 16)
        .map((row) => ` ${spaced(row).padEnd(48)} ${shown(row)}\n`)
        .join("")}--\n`,
  ],
];

/** RFC 6455's accept, and a row of a dump whose text looks like hex. */
const DATED = latin1(
  "HTTP/1.1 101 Switching Protocols\r\nDate: Mon, 01 Jan 2024 10:00:00 GMT\r\nUpgrade: websocket\r\nX: 00 11 22 33 44 55 66 77 88 99\r\n\r\n",
);

const CONTENTS: readonly [name: string, part: "request" | "response", bytes: Uint8Array][] = [
  ["a hixie-76 request", "request", HIXIE.request],
  ["a hixie-76 response", "response", HIXIE.response],
  ["an RFC 6455 request", "request", RFC6455.request],
  ["a response with numbers", "response", DATED],
];

describe.each(PRINTS)("%s", (_, print) => {
  test.each(CONTENTS)("carries %s, every byte", (_content, part, bytes) => {
    const [conversation, ...others] = readPaste(print(bytes));
    expect(others).toEqual([]);
    expect(fromLatin1(conversation?.[part] ?? new Uint8Array(0))).toBe(fromLatin1(bytes));
    expect(conversation).toMatchObject({ exact: true, lost: [] });
  });
});

test("PHP's serialize, in a file, has every byte, and in a text says how many there were", () => {
  const serialized = latin1(`a:1:{i:0;s:232:"${fromLatin1(HIXIE.request)}";}`);
  expect(readPaste(serialized)).toMatchObject([{ request: HIXIE.request, exact: true, lost: [] }]);
  const [conversation] = readPaste(Buffer.from(serialized).toString());
  expect(conversation?.lost.map(({ what }) => what)).toEqual(["byte-count", "key3"]);
});

test.each([
  ["Elixir", "<<71, 69, 84, 32, 47, 32, 72, 84, 84, 80, 47, 49, 46, 49, 13, 10, ...>>"],
  ["Chrome", "Uint8Array(99) [71, 69, 84, 32, 47, 32, 72, 84, 84, 80, 47, 49, 46, 49, 13, 10, …]"],
  [
    "Node",
    "ArrayBuffer { [Uint8Contents]: <47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a ... 83 more bytes>, byteLength: 99 }",
  ],
  ["iOS", "{length = 99, bytes = 0x47455420 2f204854 54502f31 2e310d0a ... 0d0a0d0a }"],
  ["strace", 'read(5, "GET / HTTP/1.1\\r\\n"..., 4096) = 99'],
  ["a program that stopped", "[71, 69, 84, 32, 47, 32, 72, 84, 84, 80, 47, 49, 46, 49, 13, 10, "],
])("what %s left out is missed", (_, text) => {
  const [conversation] = readPaste(text);
  expect(fromLatin1(conversation?.request ?? new Uint8Array(0))).toBe("GET / HTTP/1.1\r\n");
  expect(conversation).toMatchObject({ exact: false, lost: [{ in: "request" }] });
});
