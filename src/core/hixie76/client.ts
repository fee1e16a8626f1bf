/**
 * The client's side of the opening handshake, hybi-00 §4.1:
 * a request made, and the response to it checked. Chance comes
 * in as a function, bytes come in as they were received.
 */
import { concat } from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import {
  checkFields,
  type Sent,
  sameBytes,
} from "./client-fields.ts";
import {
  type Failed,
  failed,
  readFields,
  readStatusLine,
  type Waiting,
  waiting,
} from "./client-head.ts";
import {
  type Key,
  makeKey,
  makeKey3,
  type Random,
} from "./client-keys.ts";
import { challenge, md5, pack } from "./handshake.ts";

/** What a script asked for, its URL taken apart by §3.1. */
export interface Opening {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly resource: string;
  readonly origin: string;
  readonly protocol?: string | null;
  readonly cookie?: string | null;
}

export interface ClientRequest extends Sent {
  readonly bytes: Uint8Array;
  readonly key1: Key;
  readonly key2: Key;
  readonly key3: Uint8Array;
}

/** Steps 5–27, and 42–43, which need no response. */
export function makeRequest(
  opening: Opening,
  random: Random,
): ClientRequest {
  const { resource, protocol = null, cookie = null } = opening;
  const origin = lowerCase(opening.origin);
  const key1 = makeKey(random);
  const key2 = makeKey(random);
  const key3 = makeKey3(random);
  const fields = [
    "Upgrade: WebSocket",
    "Connection: Upgrade",
    `Host: ${hostAndPort(opening)}`,
    `Origin: ${origin}`,
    `Sec-WebSocket-Key1: ${key1.key}`,
    `Sec-WebSocket-Key2: ${key2.key}`,
  ];
  if (protocol !== null) {
    fields.push(`Sec-WebSocket-Protocol: ${protocol}`);
  }
  if (cookie !== null) fields.push(`Cookie: ${cookie}`);
  const head = [
    `GET ${resource} HTTP/1.1`,
    ...shuffle(fields, random),
    "\r\n",
  ];
  return {
    bytes: concat(encodeUtf8(head.join("\r\n")), key3),
    key1,
    key2,
    key3,
    url: url(opening),
    origin,
    protocol,
    expected: expected(key1.number, key2.number, key3),
  };
}

/** §3.2. The default port is left out. */
export function url(opening: Opening): string {
  const scheme = opening.secure ? "wss" : "ws";
  const { resource } = opening;
  return `${scheme}://${hostAndPort(opening)}${resource}`;
}

/** Steps 9–12. */
function hostAndPort({ secure, host, port }: Opening): string {
  const isDefault = port === (secure ? 443 : 80);
  return lowerCase(host) + (isDefault ? "" : `:${port}`);
}

/** Step 24. So that no server comes to rely on an order. */
function shuffle(
  fields: readonly string[],
  random: Random,
): readonly string[] {
  const left = [...fields];
  const order: string[] = [];
  while (left.length > 0) {
    order.push(...left.splice(random(left.length - 1), 1));
  }
  return order;
}

/** Steps 42–43. The server's challenge, made from our end. */
export function expected(
  number1: number,
  number2: number,
  key3: Uint8Array,
): Uint8Array {
  return md5(challenge(pack(number1), pack(number2), key3));
}

/** Frames may begin at `end`. */
export interface Accepted {
  readonly outcome: "accepted";
  readonly end: number;
}

/**
 * Steps 28–45, in their order. `closed`: the connection is, and
 * no more bytes will come.
 */
export function checkResponse(
  sent: Sent,
  bytes: Uint8Array,
  closed = false,
): Accepted | Waiting | Failed {
  const fieldsAt = readStatusLine(bytes);
  if (typeof fieldsAt !== "number") {
    return orClosed(fieldsAt, bytes, closed);
  }
  const read = readFields(bytes, fieldsAt);
  if (read.outcome !== "fields") {
    return orClosed(read, bytes, closed);
  }
  return (
    checkFields(sent, bytes, read.fields) ??
    checkReply(sent, bytes, read.end, closed)
  );
}

/** Steps 28, 34–40. Waiting ends when nothing can come. */
function orClosed(
  stopped: Waiting | Failed,
  bytes: Uint8Array,
  closed: boolean,
): Waiting | Failed {
  if (stopped.outcome === "failed" || !closed) return stopped;
  const { step } = stopped;
  if (bytes.length === 0) {
    return failed(step, "no-response", null);
  }
  const all: Span = [0, bytes.length];
  return failed(step, "head-not-terminated", all);
}

/** Steps 44–45. Bytes, not text: there is no line end. */
function checkReply(
  { expected }: Sent,
  bytes: Uint8Array,
  start: number,
  closed: boolean,
): Accepted | Waiting | Failed {
  const end = start + 16;
  const came: Span = [start, Math.min(end, bytes.length)];
  if (came[1] === end) {
    return sameBytes(slice(bytes, came), expected)
      ? { outcome: "accepted", end }
      : failed(45, "digest-mismatch", came);
  }
  if (!closed) return waiting(44);
  return length(came) === 0
    ? failed(44, "digest-missing", null)
    : failed(44, "digest-too-short", came);
}

function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) =>
    letters.toLowerCase(),
  );
}
