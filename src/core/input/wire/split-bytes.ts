/**
 * Where a message ends in bytes that are the wire's, and what stands behind it. Nothing is changed: every byte is in one of the
 * parts.
 */
import { equalsIgnoringCase, fromLatin1, isDigit, LF } from "../../bytes/ascii.ts";
import { slice } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { type Head, readHead } from "../../http/head.ts";
import { endsWithDigest, readKeys } from "../losses/hixie76-facts.ts";

export interface Split {
  readonly message: Uint8Array;
  /** Offset behind the message. */
  readonly end: number;
}

/** A request with key3 where it has keys, or with the content that it announces; without what a proxy put before it. */
export function splitRequest(bytes: Uint8Array): Split {
  const start = proxyHeaderLength(bytes, 0);
  const request = bytes.subarray(start);
  const length = requestLength(request);
  return { message: request.subarray(0, length), end: Math.min(start + length, bytes.length) };
}

function requestLength(bytes: Uint8Array): number {
  const head = readHead(bytes);
  if (head.end === null) return bytes.length;
  // A server that did not wait for key3 answers right behind the head.
  if (isResponseAt(bytes, head.end)) return head.end;
  const hasKeys = readKeys(bytes.subarray(0, head.end)).length > 0;
  return head.end + (hasKeys ? 8 : (contentLength(bytes, head) ?? 0));
}

/**
 * A response to a request (null: not known): with its digest, up to the end of its head when it is a 101, or with its content. `from`:
 * where its status line begins, behind what the server sent before it.
 */
export function splitResponse(bytes: Uint8Array, request: Uint8Array | null, from: number): Split {
  const end = Math.min(from + responseLength(bytes.subarray(from), request), bytes.length);
  return { message: bytes.subarray(0, end), end };
}

function responseLength(bytes: Uint8Array, request: Uint8Array | null): number {
  const head = readHead(bytes);
  if (head.end === null) return bytes.length;
  const hasKeys = request !== null && readKeys(request).length > 0;
  if (endsWithDigest(bytes.subarray(0, head.end), hasKeys)) return head.end + 16;
  return head.end + content(bytes, head, head.end, request);
}

/** RFC 9112 §6.3: how many bytes of content stand behind a head. */
function content(bytes: Uint8Array, head: Head, end: number, request: Uint8Array | null): number {
  const line = fromLatin1(slice(bytes, head.startLine).subarray(0, 16));
  const hasNone = /^HTTP\/\S+ (?:1\d\d|204|304)/i.test(line);
  const isTunnel = request !== null && startsWith(request, 0, "connect ") && / 2\d\d/.test(line);
  if (hasNone || isTunnel) return 0;
  if (find(bytes, head.fields, "transfer-encoding"))
    return nextStart(bytes, end, bytes.length) - end;
  return contentLength(bytes, head) ?? bytes.length - end;
}

/** Whether the bytes are a message with nothing missing and nothing behind it. */
export function isWhole(bytes: Uint8Array): boolean {
  const head = readHead(bytes);
  if (head.end === null) return false;
  const own = bytes.subarray(0, head.end);
  const count = isResponseAt(bytes, 0)
    ? endsWithDigest(own, false) && 16
    : readKeys(own).length > 0 && 8;
  return bytes.length === head.end + (count || (contentLength(bytes, head) ?? 0));
}

/** How much content a head announces, or null. */
export function contentLength(bytes: Uint8Array, { fields }: Head): number | null {
  const value = find(bytes, fields, "content-length");
  if (value === null || !slice(bytes, value).every(isDigit) || value[0] === value[1]) return null;
  return Number(fromLatin1(slice(bytes, value).subarray(0, 15)));
}

const METHODS = ["get ", "post ", "head ", "put ", "options ", "connect ", "delete ", "patch "];
const LONGEST_REQUEST_LINE = 8192;
const LONGEST_VERSION = 24;

/** Whether a request line stands there, or the start of one that the bytes cut off; a proxy may have put a line before it. */
export function isRequestAt(bytes: Uint8Array, from: number): boolean {
  const at = from + proxyHeaderLength(bytes, from);
  if (!METHODS.some((method) => startsWith(bytes, at, method))) return false;
  const lf = bytes.subarray(at, at + LONGEST_REQUEST_LINE).indexOf(0x0a);
  if (lf < 0) return true;
  // "HTTP/1.1" and CR end the line; the version may be followed by what should not be there, but not by much.
  const end = bytes.subarray(Math.max(at, at + lf - LONGEST_VERSION), at + lf);
  return fromLatin1(end).toLowerCase().includes(" http/");
}

const PROXY_2 = Uint8Array.of(13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10);
const LONGEST_PROXY_1 = 107;

/** How long the header of HAProxy's PROXY protocol is that stands there, version 1 (a line) or 2 (binary), or 0. */
function proxyHeaderLength(bytes: Uint8Array, at: number): number {
  if (startsWith(bytes, at, "proxy ")) {
    const lf = bytes.subarray(at, at + LONGEST_PROXY_1).indexOf(LF);
    return lf + 1;
  }
  const isVersion2 = PROXY_2.every((byte, i) => bytes[at + i] === byte);
  if (!isVersion2 || at + 16 > bytes.length) return 0;
  return 16 + (((bytes[at + 14] as number) << 8) | (bytes[at + 15] as number));
}

/** Whether a status line stands there. */
export function isResponseAt(bytes: Uint8Array, at: number): boolean {
  if (!startsWith(bytes, at, "http/")) return false;
  return /^HTTP\/\d(?:\.\d)? \d{3}/i.test(fromLatin1(bytes.subarray(at, at + 16)));
}

/** Offset of the next start line from `from` on, or `to`. */
export function nextStart(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const upper = (bytes[at] as number) & 0xdf;
    // The first letters of HTTP and of the methods.
    if (!FIRST_LETTERS.includes(upper)) continue;
    if (isResponseAt(bytes, at) || (isRequestAt(bytes, at) && isLine(bytes, at))) return at;
  }
  return to;
}

const FIRST_LETTERS = Array.from("HGPOCD", (letter) => letter.charCodeAt(0));

/** Whether a message begins there; blanks, line ends and a byte order mark before a status line are the server's. */
export function isStartAt(bytes: Uint8Array, at: number): boolean {
  return isRequestAt(bytes, at) || isResponseAt(bytes, behindBlanks(bytes, at));
}

const MOST_BLANKS = 8;
const BLANKS = Uint8Array.of(0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf);

function behindBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + MOST_BLANKS && BLANKS.includes(bytes[at] ?? 0)) at += 1;
  return at;
}

function isLine(bytes: Uint8Array, at: number): boolean {
  return bytes.subarray(at, at + LONGEST_REQUEST_LINE).includes(0x0a);
}

function startsWith(bytes: Uint8Array, at: number, lowerCase: string): boolean {
  return (
    at + lowerCase.length <= bytes.length &&
    equalsIgnoringCase(bytes, [at, at + lowerCase.length], lowerCase)
  );
}
