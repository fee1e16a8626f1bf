/**
 * Reading the client's opening handshake of draft 75, §5.1: no
 * keys and no body. The first three lines were hard-coded in its
 * clients, and the order of the next two as well.
 */
import { equalsIgnoringCase, fromLatin1 } from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import { HandshakeError } from "../handshake-error.ts";
import { type Field, type Head, readHead } from "../http/head.ts";
import { readHost as readHostValue } from "../http/host.ts";
import { checkLines, readTarget } from "../http/start-line.ts";

/** What a server takes from a request; spans count in `bytes`. */
export interface Request {
  readonly bytes: Uint8Array;
  readonly resource: Span;
  readonly host: Span;
  readonly origin: Span;
  readonly subprotocol: Span | null;
}

/**
 * Throws HandshakeError at the first thing that is amiss. Note:
 * fields pass in any order and case, as in all servers that
 * still speak it; `outOfOrder` tells what a strict one minds.
 */
export function readRequest(bytes: Uint8Array): Request {
  const head = readHead(bytes);
  const resource = readTarget(bytes, head.startLine);
  checkLines(bytes, head);
  checkUpgrade(bytes, head.fields);
  checkConnection(bytes, head.fields);
  return {
    bytes,
    resource,
    host: readHost(bytes, head.fields),
    origin: readOrigin(bytes, head.fields),
    subprotocol: readSubprotocol(bytes, head.fields),
  };
}

export function checkUpgrade(bytes: Uint8Array, fields: readonly Field[]): void {
  const upgrade = find(bytes, fields, "upgrade");
  if (!upgrade || !equalsIgnoringCase(bytes, upgrade, "websocket")) {
    throw new HandshakeError("upgrade-not-websocket");
  }
}

export function checkConnection(bytes: Uint8Array, fields: readonly Field[]): void {
  const connection = find(bytes, fields, "connection");
  if (!connection || !equalsIgnoringCase(bytes, connection, "upgrade")) {
    throw new HandshakeError("connection-not-upgrade");
  }
}

export function readHost(bytes: Uint8Array, fields: readonly Field[]): Span {
  const host = find(bytes, fields, "host");
  if (!host || length(host) === 0) throw new HandshakeError("host-missing");
  if (readHostValue(bytes, host) === null) throw new HandshakeError("host-invalid");
  return host;
}

export function readOrigin(bytes: Uint8Array, fields: readonly Field[]): Span {
  const origin = find(bytes, fields, "origin");
  if (!origin || length(origin) === 0) throw new HandshakeError("origin-missing-in-request");
  return origin;
}

/** WebSocket-Protocol, without Sec- in front: one name of U+0020 to U+007E. */
export function readSubprotocol(bytes: Uint8Array, fields: readonly Field[]): Span | null {
  const span = find(bytes, fields, "websocket-protocol");
  if (span === null) return null;
  if (length(span) === 0 || !/^[ -~]+$/.test(fromLatin1(slice(bytes, span)))) {
    throw new HandshakeError("subprotocol-invalid");
  }
  return span;
}

const HARD_CODED = ["Upgrade: WebSocket", "Connection: Upgrade"];
const ORDER = ["host", "origin", "websocket-protocol", "cookie"];

/**
 * The first line that no client of draft 75 would have sent
 * there: after two hard-coded ones Host, Origin, and, if any,
 * WebSocket-Protocol and cookies, in that order. Null when all
 * are in their places.
 */
export function outOfOrder(bytes: Uint8Array, { fields }: Head): Span | null {
  let place = 0;
  for (const [index, { line, name }] of fields.entries()) {
    const text = fromLatin1(slice(bytes, line).subarray(0, 64));
    if (index < HARD_CODED.length) {
      if (text !== HARD_CODED[index]) return line;
      continue;
    }
    const rank = ORDER.indexOf(fromLatin1(slice(bytes, name).subarray(0, 64)).toLowerCase());
    if (rank < 0 || rank < place) return line;
    place = rank;
  }
  return null;
}

/** The value of the first field with that name, or null. */
export function find(
  bytes: Uint8Array,
  fields: readonly Field[],
  lowerCaseName: string,
): Span | null {
  const field = fields.find(({ name }) => equalsIgnoringCase(bytes, name, lowerCaseName));
  return field?.value ?? null;
}
