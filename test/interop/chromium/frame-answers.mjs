// @ts-check
/** Frames behind the head that are odd where those of answers.mjs are not. */
import { constants, deflateRawSync } from "node:zlib";
import {
  ACCEPT,
  add,
  addAll,
  bytes,
  CONNECTION,
  DEFLATE,
  HEAD,
  STATUS,
  UPGRADE,
} from "./answer.mjs";

/** Each to a page that closes at once, and to one that stays. */
function addBoth(
  /** @type {string} */ group,
  /** @type {Record<string, string>} */ entries,
  /** @type {(value: string) => string} */ write,
) {
  addAll(group, entries, write);
  addAll(`stays-${group}`, entries, write, { stays: true });
}

addBoth(
  "frames",
  {
    "empty-text": "81 00",
    "binary-begun-empty-then-text": "02 00 81 01 61",
    "fragments-all-empty": "01 00 00 00 00 00 80 00",
    "rsv-1-on-continuation": "01 01 61 c0 01 62",
    "rsv-2-on-continuation": "01 01 61 a0 01 62",
    "masked-ping-in-text": "01 01 61 89 80 01 02 03 04",
    "long-pong-in-text": "01 01 61 8a 7e 00 80",
    "binary-in-fragments-not-text": "02 01 ff 80 01 fe",
    "utf-8-wrong-behind-binary": "82 01 ff 81 01 ff",
    "utf-8-over-4-frames": "01 01 f0 00 01 9f 00 01 98 80 01 80",
    "utf-8-wrong-in-second": "01 01 f0 00 01 80",
    "utf-8-e0-80": "81 02 e0 80",
    "utf-8-ed-a0-begun": "01 02 ed a0",
    "utf-8-ed-9f-begun": "01 02 ed 9f",
    "utf-8-f4-8f-begun": "01 02 f4 8f",
    "utf-8-f4-90-begun": "01 02 f4 90",
    "utf-8-c1-begun": "01 01 c1",
    "utf-8-c2-begun": "01 01 c2",
    "utf-8-over-a-ping": "01 01 c2 89 00 80 01 80",
    "utf-8-cut-by-close": "01 01 c2 88 00",
    "utf-8-cut-in-second-text": "81 02 c3 a9 81 01 c3",
    "utf-8-cut-by-new-text": "01 01 c3 81 01 a9",
    "utf-8-wrong-in-part-of-4096": "81 7e 10 00 61 61 ff",
    "utf-8-cut-in-part-of-4096": "81 7e 10 00 61 61 c3",
    "text-of-126": `81 7e 00 7e${" 61".repeat(126)}`,
    "length-0-in-2": "81 7e 00 00",
    "length-0-in-8": "81 7f 00 00 00 00 00 00 00 00",
    "length-of-2-begun": "81 7e 01",
    "length-of-8-begun": "81 7f 00 00 00 00",
    "length-2-gib-behind-text": "81 01 61 82 7f 00 00 00 01 00 00 00 00",
    "length-2-gib-behind-opcode-3": "83 00 82 7f 00 00 00 00 80 00 00 00",
    "length-2-gib-less-1": "82 7f 00 00 00 00 7f ff ff ff 61",
    "ping-of-65536": "89 7f 00 00 00 00 00 01 00 00",
    "close-of-126": "88 7e 00 7e 03 e8",
    "close-with-fin-0": "08 02 03 e8",
    "opcode-11-of-65536": "8b 7f 00 00 00 00 00 01 00 00",
    "opcode-15-fin-0-begun": "0f 02 61",
    "opcode-3-partly": "83 05 61",
    "opcode-3-in-fragments": "03 01 61 80 01 62",
    "ping-partly": "89 05 61",
    "200-texts": "81 01 61 ".repeat(200),
    "close-utf-8-cut": "88 03 03 e8 c3",
    "close-utf-8-surrogate": "88 05 03 e8 ed a0 80",
    "close-nul": "88 03 03 e8 00",
    "close-byte-order-mark": "88 05 03 e8 ef bb bf",
    "close-of-124": `88 7e 00 7e 03 e8${" 61".repeat(124)}`,
    "close-1006-reason": "88 03 03 ee 61",
    "close-1015": "88 02 03 f7",
    "close-ffff": "88 02 ff ff",
    "close-masked": "88 82 00 00 00 00 03 e8",
    "close-rsv-1": "c8 00",
    "close-then-close-1-byte": "88 00 88 01 03",
    "close-then-opcode-11": "88 00 8b 00",
    "close-then-masked-opcode-3": "88 00 83 80 00 00 00 00",
    "close-then-not-minimal": "88 00 82 7e 00 01 61",
    "close-then-partial-text": "88 00 81 05",
    "close-then-partial-ping": "88 00 89 05 61",
    "close-then-crlf": "88 00 0d 0a",
    "close-then-nul": "88 00 00",
    "close-then-two-nul": "88 00 00 00",
    "close-1-byte-then-close": "88 01 03 88 00",
    "close-behind-text-then-ping": "81 01 61 88 00 89 00",
    "close-in-fragments": "01 01 61 88 00 80 00",
    "close-behind-pong": "8a 00 88 00",
    "hixie-two-texts": "00 61 ff 00 62 ff",
    "hixie-length": "80 02 61 62",
    "hixie-digest": "30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66",
    "tls-alert": "15 03 03 00 02 02 28",
    "tls-handshake": "16 03 01 00 05 01 00 00 01 00",
    "http-2-settings": "00 00 12 04 00 00 00 00 00",
    "crlf-then-text": "0d 0a 81 01 61",
    "text-then-crlf": "81 01 61 0d 0a",
    "text-then-lf": "81 01 61 0a",
    "rsv-1-partly": "c1 05 61",
    "masked-of-126": "81 fe 00 7e 00 00 00 00",
    "masked-length-5-in-2": "81 fe 00 05",
    "binary-then-text-begun": "02 01 61 01 01 62",
    "continuation-then-close": "80 00 88 00",
    "continuation-twice": "01 01 61 80 01 62 80 01 63",
  },
  (hex) => `${HEAD}\r\n${bytes(hex)}`,
);
addAll(
  "text",
  {
    "http-400": "HTTP/1.1 400 Bad Request\r\n\r\n",
    "socket.io": '0{"sid":"x"}',
    stomp: "CONNECTED\nversion:1.2\n\n\0",
    amqp: "AMQP\0\0\x09\x01",
    redis: "+OK\r\n",
    chunk: "5\r\nhello\r\n0\r\n\r\n",
  },
  (text) => `${HEAD}\r\n${text}`,
);

// Around the places where one read ends and the next begins.
for (const size of [999, 1000, 5000]) {
  const text = (/** @type {string} */ payload) =>
    `\x81\x7e${String.fromCharCode(payload.length >> 8, payload.length & 0xff)}${payload}`;
  add(`read-${size}-then-opcode-3`, `${HEAD}\r\n${text("x".repeat(size))}${bytes("83 00")}`);
  add(`read-utf-8-${size}-split`, `${HEAD}\r\n${text("\xe2\x98\x83".repeat(size / 3))}`);
  add(`read-utf-8-${size}-cut`, `${HEAD}\r\n${text(`${"\xe2\x98\x83".repeat(size / 3)}\xe2`)}`);
  add(
    `read-${size}-of-head-then-opcode-3`,
    `${HEAD}X: ${"y".repeat(size)}\r\n\r\n${bytes("83 00 82 7e 00 01")}`,
  );
}

/** A compressed message: its first byte, and what is inside. */
function compressed(/** @type {number} */ first, /** @type {string} */ text, options = {}) {
  const finishFlush = constants.Z_SYNC_FLUSH;
  const data = deflateRawSync(Buffer.from(text, "latin1"), { finishFlush, ...options });
  const payload = data.subarray(0, -4).toString("hex");
  const length = payload.length / 2;
  const digits =
    length < 126
      ? length.toString(16).padStart(2, "0")
      : `7e${length.toString(16).padStart(4, "0")}`;
  return `${first.toString(16)}${digits}${payload}`;
}

const HELLO = "cb 48 cd c9 c9 07 00";
addBoth(
  "deflate-frames",
  {
    binary: compressed(0xc2, "\xff\xfe"),
    "utf-8-wrong": compressed(0xc1, "a\xff"),
    "utf-8-cut": compressed(0xc1, "a\xe2\x98"),
    32768: compressed(0xc1, "x".repeat(32_768)),
    32769: compressed(0xc1, "x".repeat(32_769)),
    "utf-8-wrong-at-65536": compressed(0xc1, `${"x".repeat(65_535)}\xff`),
    "utf-8-over-32768": compressed(0xc1, `${"x".repeat(32_767)}\xc3\xa9`),
    "utf-8-wrong-in-begun-32767": compressed(0x41, "\xff".repeat(32_767)),
    "utf-8-wrong-in-begun-32768": compressed(0x41, "\xff".repeat(32_768)),
    "close-then-begun-32767": `88 00 ${compressed(0x41, "x".repeat(32_767))}`,
    "close-then-begun-32768": `88 00 ${compressed(0x41, "x".repeat(32_768))}`,
    "utf-8-wrong-beyond-32768": `${compressed(0x41, "x".repeat(32_768))} ${compressed(0, "\xff")}`,
    "broken-beyond-32768": `${compressed(0x41, "x".repeat(32_768))} 00 01 07`,
    stored: compressed(0xc1, "q".repeat(300), { level: 0 }),
    "fixed-codes": compressed(0xc1, "abcabcabc", { strategy: constants.Z_FIXED }),
    "codes-only": compressed(0xc1, "quick brown fox ".repeat(9), {
      strategy: constants.Z_HUFFMAN_ONLY,
    }),
    "with-tail": `c1 0b ${HELLO} 00 00 ff ff`,
    "with-zlib-header": `c1 09 78 9c ${HELLO}`,
    gzip: "c1 0a 1f 8b 08 00 00 00 00 00 00 03",
    "plain-text-marked": "c1 05 68 65 6c 6c 6f",
    "json-marked": "c1 0d 7b 22 61 22 3a 22 68 65 6c 6c 6f 22 7d",
    "4-nul": "c1 04 00 00 00 00",
    ff: "c1 01 ff",
    "03-00": "c1 02 03 00",
    "stored-nothing": "c1 05 01 00 00 ff ff",
    "byte-by-byte": "41 01 cb 00 01 48 00 01 cd 00 01 c9 00 01 c9 00 01 07 80 01 00",
    "ended-by-nothing": `41 07 ${HELLO} 80 00`,
    "begun-broken": "41 02 ff ff",
    "interrupted-by-text": `41 07 ${HELLO} 81 01 61`,
    "ended-by-close": `41 07 ${HELLO} 88 00`,
    "rsv-1-on-ping-within": "41 01 00 c9 00",
    "rsv-1-on-continuation-begun": `40 07 ${HELLO}`,
    "rsv-1-and-3": `d1 07 ${HELLO}`,
    "rsv-2-on-continuation": "41 03 cb 48 cd a0 04 c9 c9 07 00",
    "masked-with-key": `c1 87 01 02 03 04 ${HELLO}`,
    "refers-behind-last-block": "c1 07 f3 48 cd c9 c9 07 00 c1 05 f2 00 11 00 00",
    "refers-to-plain": "81 05 48 65 6c 6c 6f c1 05 f2 00 11 00 00",
    "refers-to-nothing": "c1 05 f2 00 11 00 00",
    "close-then-broken": "88 00 c1 02 ff ff",
    "broken-then-close": "c1 02 ff ff 88 00",
    "close-then-compressed": `88 00 c1 07 ${HELLO}`,
    partly: "c1 07 cb 48 cd c9 c9",
    "partly-broken": "c1 07 ff",
    "empty-begun": "41 00",
    "empty-begun-and-ended": "41 00 80 00",
    "empty-begun-then-rsv-1": "41 00 c0 00",
    "empty-begun-twice": "41 00 41 00",
    "empty-plain-then-rsv-1": "01 00 41 00",
  },
  (hex) => `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}\r\n\r\n${bytes(hex)}`,
);

// A masked message over two reads: empty blocks, and a first byte in the second read that is a block only behind three of four masks.
const COMPRESSED = `${CONNECTION}${ACCEPT}Sec-WebSocket-Extensions: ${DEFLATE}\r\n\r\n`;
const FIXED = `${STATUS}X: \r\n${UPGRADE}${COMPRESSED}`.replace("{accept}", "=".repeat(28)).length;
for (const blocks of [0, 1, 2, 3, 4, 19]) {
  for (const place of [0, 1, 2, 3]) {
    const key = [0, 0, 0, 0].map((_, i) => (i === place ? 6 : 0));
    const inside = [...Buffer.from("00 00 00 ff ff ".repeat(blocks).replaceAll(" ", ""), "hex")];
    const masked = [...inside.map((byte, i) => byte ^ (key[i % 4] ?? 0)), 0];
    const frame = Buffer.from([0xc1, 0x80 | masked.length, ...key, ...masked]).toString("latin1");
    const before = FIXED + frame.length - 1;
    const head = `${STATUS}X: ${"y".repeat(4096 - before)}\r\n${UPGRADE}${COMPRESSED}`;
    add(`read-masked-behind-${blocks}-blocks-${place}`, `${head}${frame}`);
  }
}
