/** What reading a paste needs to know of a handshake: is it one of hixie-76, and do its keys and its digest fit together. */
import { equalsIgnoringCase, fromLatin1, isDigit, SP } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import { challenge, keyNumber, md5, pack } from "../../hixie76/handshake.ts";
import { find } from "../../hixie76/request.ts";
import { readHead } from "../../http/head.ts";

export interface Key {
  readonly name: "Key1" | "Key2";
  /** In the request. */
  readonly span: Span;
  /** Null without digits, or with more of them than any client sends. */
  readonly number: bigint | null;
  readonly spaces: number;
}

/** hybi-00 §4.1 steps 16 to 19 let a client put 1 to 12 spaces into a number below 2³². */
export const MOST_SPACES = 12;
const LONGEST_KEY = 300;

/** Sec-WebSocket-Key1 and -Key2, those that are there. */
export function readKeys(request: Uint8Array): readonly Key[] {
  const { fields } = readHead(request);
  const keys: Key[] = [];
  for (const name of ["Key1", "Key2"] as const) {
    const span = find(request, fields, `sec-websocket-${name.toLowerCase()}`);
    if (span) keys.push({ name, span, ...count(slice(request, span)) });
  }
  return keys;
}

function count(key: Uint8Array): Pick<Key, "number" | "spaces"> {
  const readable = key.length <= LONGEST_KEY && key.some(isDigit);
  return {
    number: readable ? keyNumber(key) : null,
    spaces: key.reduce((spaces, byte) => spaces + (byte === SP ? 1 : 0), 0),
  };
}

/** The number that goes into the challenge, or null where the draft says to abort. */
export function partOf({ number, spaces }: Key, wanted = spaces): number | null {
  if (number === null || wanted === 0) return null;
  const divisor = BigInt(wanted);
  const part = number / divisor;
  return number % divisor === 0n && part <= 0xffff_ffffn ? Number(part) : null;
}

/** The digest of two parts and key3. */
export function digest(part1: number, part2: number, key3: Uint8Array): Uint8Array {
  return md5(challenge(pack(part1), pack(part2), key3));
}

/** Whether a 101 carries 16 bytes behind its head: it names a location and no Sec-WebSocket-Accept. */
export function endsWithDigest(response: Uint8Array, requestHasKeys: boolean): boolean {
  const { startLine, fields } = readHead(response);
  if (!isSwitching(response, startLine)) return false;
  const has = (name: string) =>
    fields.some((field) => equalsIgnoringCase(response, field.name, name));
  if (has("sec-websocket-accept")) return false;
  return has("sec-websocket-location") || has("sec-websocket-origin") || requestHasKeys;
}

/** Whether the status code is 101. */
export function isSwitching(response: Uint8Array, startLine: Span): boolean {
  return /^HTTP\/\d(?:\.\d)? 101(?: |$)/i.test(
    fromLatin1(slice(response, startLine).subarray(0, 64)),
  );
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
