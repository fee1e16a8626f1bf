// @ts-check
/** Frames by the hundred kilobytes: the browser reads them in pieces of 1000 bytes, and behind a hundred of these in larger ones. */
import { ACCEPT, add, bytes, CONNECTION, DEFLATE, HEAD, STATUS, UPGRADE } from "./answer.mjs";

/** Where the frames begin, behind the shortest head. */
const START = HEAD.replace("{accept}", "=".repeat(28)).length + 2;
/** The first byte that is not in the hundred small pieces. */
const LATER = 4096 + 100 * 1000;
const OPCODE_3 = bytes("83 00");
/** A length that is written in more bytes than it needs. */
const NOT_MINIMAL = bytes("82 7e 00 01 61");

/** A frame that takes `size` bytes, its header among them. */
function frame(/** @type {string} */ first, /** @type {number} */ size) {
  const digits = size < 128 ? 2 : size < 65_540 ? 4 : 16;
  const length = size - (size < 128 ? 2 : 2 + digits / 2);
  const form = { 2: "", 4: "7e", 16: "7f" }[digits];
  return `${bytes(`${first}${form}${length.toString(16).padStart(digits, "0")}`)}${"x".repeat(length)}`;
}

/** From one offset to another. */
function fill(/** @type {number} */ from, /** @type {number} */ to) {
  return from === to ? "" : frame("82", to - from);
}

// An opcode that is none at one offset, a header that cannot be at another: the latter hides the former in one piece.
for (const [at, behind] of /** @type {const} */ ([
  [LATER - 2, LATER],
  [LATER - 2, LATER + 1200],
  [LATER - 2, LATER + 60_000],
  [LATER - 1, LATER + 3],
  [LATER - 1, LATER + 3000],
  [LATER, LATER + 900],
  [LATER, LATER + 1100],
  [LATER, LATER + 20_000],
  [LATER, LATER + 33_000],
  [LATER, LATER + 66_000],
  [LATER, LATER + 90_000],
  [LATER + 3000, LATER + 80_000],
  [LATER - 3000, LATER - 2500],
  [LATER - 3000, LATER - 1000],
  [LATER + 40_000, LATER + 41_001],
])) {
  const text = `${HEAD}\r\n${fill(START, at)}${OPCODE_3}${fill(at + 2, behind)}${NOT_MINIMAL}`;
  const id = `${at - LATER}-then-${behind - LATER}`;
  add(`large-opcode-3-${id}`, text);
  add(`stays-large-opcode-3-${id}`, text, { stays: true });
}

// The bytes that came with the head are no piece of their own.
for (const head of [3000, 5000, 9000]) {
  const start = `${STATUS}X: ${"y".repeat(head)}\r\n${UPGRADE}${CONNECTION}${ACCEPT}`;
  const from = start.replace("{accept}", "=".repeat(28)).length + 2;
  const later = Math.ceil(from / 4096) * 4096 + 100 * 1000;
  for (const at of [later - 2, later]) {
    add(
      `large-behind-head-of-${head}-${at - later}`,
      `${start}\r\n${fill(from, at)}${OPCODE_3}${fill(at + 2, at + 4000)}${NOT_MINIMAL}`,
    );
  }
}

// What is in them.
for (const [id, frames] of Object.entries({
  "text-right": frame("81", 150_000),
  "text-then-opcode-3": frame("81", 150_000) + OPCODE_3,
  "text-then-close": frame("81", 130_000) + bytes("88 00"),
  "text-wrong-at-the-end": `${frame("01", 120_000)}${bytes("80 01 ff")}`,
  "text-cut-then-wrong": `${frame("01", 120_000)}${bytes("00 01 e2 80 01 28")}`,
  "fragments-of-20000": `${frame("01", 20_000)}${frame("00", 20_000).repeat(5)}${frame("80", 20_000)}`,
  "fragments-then-new": `${frame("01", 60_000)}${frame("00", 60_000)}${frame("81", 500)}`,
  "hidden-by-mask": `${frame("82", 120_000)}${bytes("81 81 00 00 00 00 61")}${NOT_MINIMAL}`,
  "ping-between": `${frame("02", 110_000)}${bytes("89 02 61 62")}${frame("80", 3000)}${bytes("8b 00")}`,
  "masked-from-there": `${frame("82", 104_500)}${bytes("82 fe 07 d0 01 02 03 04")}${"x".repeat(2000)}`,
  "close-then-large": `${bytes("88 00")}${frame("82", 120_000)}`,
  "too-large": `${frame("82", 110_000)}${bytes("82 7f 00 00 00 01 00 00 00 00")}`,
})) {
  add(`large-${id}`, `${HEAD}\r\n${frames}`);
  add(`stays-large-${id}`, `${HEAD}\r\n${frames}`, { stays: true });
  add(`large-deflate-${id}`, `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}\r\n\r\n${frames}`);
}
