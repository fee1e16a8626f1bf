import { describe, expect, test } from "vitest";
import { hex } from "../../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";
import { HIXIE } from "../../../fixtures/exchanges.ts";

const { request, response, clientBytes, serverBytes } = HIXIE;
const python = (bytes: Uint8Array) =>
  `b'${Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\x${hex(Uint8Array.of(byte))}`,
  ).join("")}'`;

describe.each<[string, (bytes: Uint8Array) => string]>([
  ["hex", (bytes) => hex(bytes)],
  ["hex with spaces", (bytes) => hex(bytes, " ")],
  ["Node's Buffer", (bytes) => `<Buffer ${hex(bytes, " ")}>`],
  ["Python's bytes", python],
])("a log of both directions as %s", (_, print) => {
  test.each([
    ["<< ", ">> "],
    ["recv: ", "send: "],
    ["12:00:01.5 RX ", "12:00:02.5 TX "],
  ])("with %j and %j before them says who sent what", (from, to) => {
    const line = (words: string, bytes: Uint8Array) => `${words}${print(bytes)}\n`;
    const text =
      line(from, request) + line(to, response) + line(from, clientBytes) + line(to, serverBytes);
    expect(readPaste(text)).toMatchObject([
      { request, response, clientBytes, serverBytes, exact: true },
    ]);
  });
});

test("without words that differ, what follows the answer stays behind it", () => {
  const text = [request, response, clientBytes].map((bytes) => `data ${hex(bytes)}\n`).join("");
  expect(readPaste(text)).toMatchObject([{ request, response, serverBytes: clientBytes }]);
});
