/**
 * The same mistakes again, written apart from src with Node's own crypto, Buffer and text decoders. Each entry lists the ways in
 * which a mistake can be made; each way changes some of the things that a server does.
 */
import { createHash } from "node:crypto";

export interface WrongServer {
  key: (key: string) => string;
  digits: (digits: bigint) => bigint;
  blanks: (key: string) => number;
  quotient: (digits: bigint, blanks: number) => bigint | null;
  swapped: boolean;
  pack: (operand: Operand, isFirst: boolean) => Buffer;
  body: (key3: Buffer) => Buffer;
  join: (first: Buffer, second: Buffer, body: Buffer) => Buffer;
  encode: (challenge: Buffer) => Buffer;
  hash: (input: Buffer) => Buffer;
  send: (digest: Buffer) => Buffer;
  after: string;
}

interface Operand {
  key: string;
  digits: bigint;
  quotient: bigint;
}

export interface Keys {
  key1: string;
  key2: string;
  key3: Buffer;
}

const be32 = (n: bigint): Buffer =>
  Buffer.from(BigInt.asUintN(32, n).toString(16).padStart(8, "0"), "hex");
const be64 = (n: bigint): Buffer =>
  Buffer.from(BigInt.asUintN(64, n).toString(16).padStart(16, "0"), "hex");
const le32 = (n: bigint): Buffer => be32(n).reverse();
const text = (value: bigint | string): Buffer => Buffer.from(String(value), "latin1");
const md5 = (bytes: Buffer): Buffer => createHash("md5").update(bytes).digest();
const utf8 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString("latin1"), "utf8");
const decoded = (bytes: Buffer): Buffer =>
  Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), "utf8");

/** As PHP's and old Java's decoders do: one U+FFFD for each byte that is not part of a whole character. */
function decodedByteByByte(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((n) => {
      const piece = bytes.subarray(at, at + n);
      return (
        piece.length === n &&
        Buffer.from(piece.toString("utf8"), "utf8").equals(piece) &&
        [...piece.toString("utf8")].length === 1
      );
    });
    pieces.push(length ? bytes.subarray(at, at + length) : Buffer.from("efbfbd", "hex"));
    at += length ?? 1;
  }
  return Buffer.concat(pieces);
}

const upTo =
  (stop: RegExp) =>
  (bytes: Buffer): Buffer =>
    Buffer.from(bytes.toString("latin1").split(stop)[0] ?? "", "latin1");
const without =
  (what: RegExp) =>
  (bytes: Buffer): Buffer =>
    Buffer.from(bytes.toString("latin1").replace(what, ""), "latin1");
const MAX = 2n ** 31n - 1n;
const min = (n: bigint): bigint => (n < MAX ? n : MAX);

type Change = Partial<WrongServer>;

export const WRONG: Record<string, Change[]> = {
  "body-missing": [{ body: () => Buffer.alloc(0) }],
  "body-trimmed": [
    { body: without(/^[\t-\r \0]+|[\t-\r \0]+$/g) },
    { body: without(/^[\t-\r ]+|[\t-\r ]+$/g) },
    { body: without(/[\t-\r \0]+$/) },
    { body: without(/[\t-\r ]+$/) },
  ],
  "body-cut-at-newline": [{ body: upTo(/[\r\n]/) }, { body: upTo(/\n/) }],
  "body-after-crlf": [{ body: (key3) => Buffer.concat([text("\r\n"), key3.subarray(0, 6)]) }],
  "body-after-lf": [{ body: (key3) => Buffer.concat([text("\n"), key3.subarray(0, 7)]) }],
  "body-with-crlf": ["\r\n", "\n"].map((end) => ({
    body: (key3: Buffer) => Buffer.concat([key3, text(end)]),
  })),
  "body-with-nul": [{ body: (key3) => Buffer.concat([key3, text("\0")]) }, { body: upTo(/\0/) }],
  "body-lossy-utf8": [{ body: decoded }, { body: decodedByteByByte }],
  "body-latin1-as-utf8": [{ body: utf8 }],
  "body-ascii-question-marks": [
    { body: (key3) => text(key3.toString("latin1").replace(/[\x80-\xff]/g, "?")) },
  ],
  "body-cut-short": [1, 2, 3, 4, 5, 6, 7].map((n) => ({
    body: (key3: Buffer) => key3.subarray(0, n),
  })),
  "not-divided": [{ quotient: (digits) => digits }],
  "remainder-dropped": [
    { quotient: (digits, blanks) => (blanks ? digits / BigInt(blanks) : null) },
  ],
  "part-wrapped": [
    { quotient: (digits, blanks) => (blanks ? BigInt.asUintN(32, digits / BigInt(blanks)) : null) },
  ],
  "signed-int32": [{ digits: (digits) => BigInt(Number(digits) | 0) }],
  "saturated-int32": [{ digits: min }],
  "saturated-quotient": [
    { quotient: (digits, blanks) => (blanks ? min(digits / BigInt(blanks)) : null) },
  ],
  "space-runs-collapsed": [{ blanks: (key) => key.match(/ +/g)?.length ?? 0 }],
  "one-space-too-many": [{ blanks: (key) => key.split(" ").length }],
  "other-whitespace-counted": [/[ \t-\r]/g, /[ \t]/g, /[ \t-\r\xa0]/g].map((blank) => ({
    blanks: (key: string) => key.match(blank)?.length ?? 0,
  })),
  "key-cut-at-dollar": [{ key: (key) => key.split("$")[0] ?? "" }],
  "key-cut-at-punctuation": [":", ";", ","].map((stop) => ({
    key: (key: string) => key.split(stop)[0] ?? "",
  })),
  "zero-numbers": [
    { quotient: () => 0n },
    { quotient: (digits, blanks) => (blanks ? digits / BigInt(blanks) : 0n) },
  ],
  "little-endian": [{ pack: ({ quotient }) => le32(quotient) }],
  "little-endian-first": [{ pack: ({ quotient }, isFirst) => (isFirst ? le32 : be32)(quotient) }],
  "little-endian-second": [{ pack: ({ quotient }, isFirst) => (isFirst ? be32 : le32)(quotient) }],
  "keys-swapped": [{ swapped: true }],
  "decimal-text": [{ pack: ({ quotient }) => text(quotient) }],
  "decimal-text-not-divided": [
    { quotient: (digits) => digits, pack: ({ digits }) => text(digits) },
  ],
  "uint64-big-endian": [{ pack: ({ quotient }) => be64(quotient) }],
  "uint64-little-endian": [{ pack: ({ quotient }) => be64(quotient).reverse() }],
  "raw-keys": [{ pack: ({ key }) => text(key) }],
  "body-first": [{ join: (first, second, body) => Buffer.concat([body, first, second]) }],
  "numbers-reversed-together": [
    {
      join: (first, second, body) =>
        Buffer.concat([Buffer.concat([first, second]).reverse(), body]),
    },
  ],
  "code-points-as-utf8": [{ encode: utf8 }],
  "sha1-truncated": [
    { hash: (challenge) => createHash("sha1").update(challenge).digest().subarray(0, 16) },
  ],
  "hex-text": [{ send: (digest) => text(digest.toString("hex")) }],
  "hex-text-upper": [{ send: (digest) => text(digest.toString("hex").toUpperCase()) }],
  "hex-text-dashes": [
    {
      send: (digest) =>
        text(
          digest
            .toString("hex")
            .toUpperCase()
            .replace(/..(?=.)/g, "$&-"),
        ),
    },
  ],
  "base64-text": [{ send: (digest) => text(digest.toString("base64")) }],
  "digest-words-swapped": [{ send: (digest) => Buffer.from(digest).swap32() }],
  "digest-reversed": [{ send: (digest) => Buffer.from(digest).reverse() }],
  "digest-latin1-as-utf8": [{ send: utf8 }],
  "digest-lossy-utf8": [{ send: decodedByteByByte }, { send: decoded }],
  "crlf-before-digest": [{ send: (digest) => Buffer.concat([text("\r\n"), digest]) }],
  "digest-missing": [{ send: () => Buffer.alloc(0) }],
  "example-digest": [{ send: () => text("8jKS'y:G*Co,Wxa-") }],
  "zero-digest": [{ send: () => Buffer.alloc(16) }],
  "crlf-after-digest": [{ after: "\r\n\r\n" }, { after: "\r\n" }],
  "nul-after-digest": [{ after: "\0" }],
};

/** What a server sends that makes these changes, or null when it cannot answer. */
export function wrongReply({ key1, key2, key3 }: Keys, ...changes: Change[]): Buffer | null {
  const server: WrongServer = {
    key: (key) => key,
    digits: (digits) => digits,
    blanks: (key) => key.match(/ /g)?.length ?? 0,
    quotient: (digits, blanks) => (blanks ? digits / BigInt(blanks) : null),
    swapped: false,
    pack: ({ quotient }) => be32(quotient),
    body: (body) => body,
    join: (...parts) => Buffer.concat(parts),
    encode: (challenge) => challenge,
    hash: md5,
    send: (digest) => digest,
    after: "",
    ...Object.assign({}, ...changes),
  };
  const operands = [key1, key2].map((whole): Operand | null => {
    const key = server.key(whole);
    const found = key.replace(/[^0-9]/g, "");
    if (found === "") return null;
    const digits = server.digits(BigInt(found));
    const quotient = server.quotient(digits, server.blanks(key));
    return quotient === null ? null : { key, digits, quotient };
  });
  const [first, second] = server.swapped ? operands.reverse() : operands;
  if (!first || !second) return null;
  const packed = [server.pack(first, true), server.pack(second, false)] as const;
  const reply = server.send(server.hash(server.encode(server.join(...packed, server.body(key3)))));
  return Buffer.concat([reply, text(server.after)]);
}
