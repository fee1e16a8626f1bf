/** Dumps with options that move, widen or leave out their columns; `test/fixtures/capture.mjs` makes the files again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { HIXIE } from "../../fixtures/exchanges.ts";

const PASTES = join(import.meta.dirname, "../../fixtures/pastes");

const TABLE: readonly [name: string, format: string][] = [
  ["xxd-b", "xxd"],
  ["xxd-c20", "xxd"],
  ["xxd-g0", "xxd"],
  ["xxd-g3", "xxd"],
  ["xxd-g8", "xxd"],
  ["xxd-e-g8", "xxd"],
  ["xxd-i-u-nmessage", "hex"],
  ["hexdump-b", "od"],
  ["hexdump-d", "od"],
  ["hexdump-e1613un", "list of byte values"],
  ["od-d", "od"],
  ["od-tu1", "od"],
  ["od-td1", "od"],
  ["od-Ad-tu1", "od"],
  ["od-An-tu1", "list of byte values"],
  ["od-An-b", "list of byte values"],
  ["od-An-c", "od -c"],
  ["od-Ad-c", "od -c"],
  ["od-Ax-c", "od -c"],
  ["od-c-w8", "od -c"],
  ["od-tac", "od -a"],
  ["od-An-tx1a", "hex"],
  ["od-tx4", "od"],
];

describe.each(TABLE)("%s", (name, format) => {
  test.each(["request", "response"] as const)("carries a %s, every byte", (side) => {
    const bytes = readFileSync(join(PASTES, `${name}-${side}.txt`));
    const expected = [{ [side]: HIXIE[side], format, exact: true, lost: [] }];
    expect(readPaste(bytes.toString("utf8"))).toEqual(expected);
    expect(readPaste(new Uint8Array(bytes))).toEqual(expected);
  });

  test.each(["request", "response"] as const)("carries a %s whose lines were trimmed", (side) => {
    const text = readFileSync(join(PASTES, `${name}-${side}.txt`), "utf8");
    expect(readPaste(text.replace(/[ \t]+$/gm, ""))).toMatchObject([{ [side]: HIXIE[side] }]);
  });
});

describe.each(["od-a", "od-Ad-a", "od-An-a"])("%s", (name) => {
  test.each(["request", "response"] as const)("carries a %s, seven bits of every byte", (side) => {
    const text = readFileSync(join(PASTES, `${name}-${side}.txt`), "utf8");
    const bytes = HIXIE[side].map((byte) => byte & 0x7f);
    const expected = [{ [side]: bytes, format: "od -a", lost: [{ what: "replaced-bytes" }] }];
    expect(readPaste(text)).toMatchObject(expected);
  });
});

test("BSD's od -a shows bytes above 7F in hex", () => {
  const bytes = HIXIE.response.map((byte) => (byte === 0x0c ? 0x0d : byte));
  const names =
    "nul soh stx etx eot enq ack bel bs ht lf vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp";
  const cell = (byte: number) => {
    if (byte > 0x7f) return byte.toString(16);
    return names.split(" ")[byte] ?? String.fromCharCode(byte);
  };
  const rows = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => {
    const row = Array.from(bytes.subarray(16 * i, 16 * i + 16), (byte) => cell(byte).padStart(4));
    return `${(16 * i).toString(8).padStart(7, "0")} ${row.join("")}\n`;
  });
  expect(readPaste(rows.join(""))).toMatchObject([{ response: bytes, exact: true, lost: [] }]);
});
