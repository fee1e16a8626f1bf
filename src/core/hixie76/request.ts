/**
 * Reading the client's opening handshake, hybi-00 §5.1. Where
 * the draft says that a server should abort, this one does.
 */
import {
  CLOSING_BRACKET,
  COLON,
  COMMA,
  equalsIgnoringCase,
  isDigit,
  isGraphic,
  SLASH,
  SP,
  ZERO,
} from "../bytes/ascii.ts";
import { length, type Span } from "../bytes/span.ts";
import { invalidUtf8At } from "../bytes/utf8.ts";
import { HandshakeError } from "../handshake-error.ts";
import {
  type Field,
  type Head,
  readHead,
} from "../http/head.ts";

/** What the fields of the answer are made of. */
export interface RequestHead {
  readonly bytes: Uint8Array;
  readonly resource: Span;
  readonly host: Span;
  readonly origin: Span;
  readonly subprotocol: Span | null;
}

/** What a server takes from a request; spans count in `bytes`. */
export interface Request extends RequestHead {
  readonly key1: Span;
  readonly key2: Span;
  readonly key3: Span;
}

/** Throws HandshakeError at the first thing that is amiss. */
export function readRequest(
  bytes: Uint8Array,
  head: Head = readHead(bytes),
): Request {
  const resource = readResource(bytes, head.startLine);
  const end = checkLines(bytes, head);
  checkUpgrade(bytes, head.fields);
  checkConnection(bytes, head.fields);
  return {
    bytes,
    resource,
    host: readHost(bytes, head.fields),
    origin: readOrigin(bytes, head.fields),
    subprotocol: readSubprotocol(bytes, head.fields),
    key1: readKey(bytes, head.fields, "sec-websocket-key1"),
    key2: readKey(bytes, head.fields, "sec-websocket-key2"),
    key3: readKey3(bytes, end),
  };
}

/**
 * §5.1: GET, a space, and all bytes up to the next space. What
 * stands behind it on the line does not matter.
 */
export function readResource(
  bytes: Uint8Array,
  line: Span,
): Span {
  const method: Span = [line[0], indexOf(bytes, SP, line)];
  const start = method[1] + 1;
  const resource: Span = [
    start,
    indexOf(bytes, SP, [start, line[1]]),
  ];
  if (length(method) === 0 || resource[1] >= line[1]) {
    throw new HandshakeError("not-http");
  }
  if (!isGet(bytes, method))
    throw new HandshakeError("method-not-get");
  if (bytes[start] !== SLASH)
    throw new HandshakeError("target-empty");
  for (let at = start; at < resource[1]; at++) {
    if (!isGraphic(bytes[at] as number)) {
      throw new HandshakeError("target-not-escaped");
    }
  }
  return resource;
}

function isGet(bytes: Uint8Array, [start, end]: Span): boolean {
  return (
    end - start === 3 &&
    bytes[start] === 0x47 &&
    bytes[start + 1] === 0x45 &&
    bytes[start + 2] === 0x54
  );
}

/**
 * §5.1: fields in UTF-8, each ended by CRLF, up to the first
 * empty line. Returns the offset behind it.
 */
export function checkLines(
  bytes: Uint8Array,
  head: Head,
): number {
  if (head.bareLf.length > 0)
    throw new HandshakeError("lf-line-endings");
  if (head.end === null)
    throw new HandshakeError("head-not-terminated");
  if (head.bareCr.length > 0)
    throw new HandshakeError("bare-cr");
  if (head.notFields.length > 0)
    throw new HandshakeError("header-without-colon");
  for (const { name } of head.fields) {
    if (!isName(bytes, name))
      throw new HandshakeError("header-without-colon");
  }
  if (invalidUtf8At(bytes, head.end) !== null) {
    throw new HandshakeError("bits-in-header-value");
  }
  return head.end;
}

/** §5.1: U+0021 to U+0039 and U+003B to U+007E. */
export function isName(bytes: Uint8Array, name: Span): boolean {
  for (let at = name[0]; at < name[1]; at++) {
    if (!isGraphic(bytes[at] as number)) return false;
  }
  return true;
}

/** §5.1, Upgrade: "WebSocket" in any case. */
export function checkUpgrade(
  bytes: Uint8Array,
  fields: readonly Field[],
): void {
  const upgrade = find(bytes, fields, "upgrade");
  if (
    !upgrade ||
    !equalsIgnoringCase(bytes, upgrade, "websocket")
  ) {
    throw new HandshakeError("upgrade-not-websocket");
  }
}

/** §5.1, Connection: "Upgrade" in any case, and nothing else. */
export function checkConnection(
  bytes: Uint8Array,
  fields: readonly Field[],
): void {
  const connection = find(bytes, fields, "connection");
  if (
    connection &&
    equalsIgnoringCase(bytes, connection, "upgrade")
  )
    return;
  // Note: clients of later drafts send lists, such as Firefox's
  // "keep-alive, Upgrade"; in this one the value is one word.
  const isList =
    connection &&
    indexOf(bytes, COMMA, connection) < connection[1];
  throw new HandshakeError(
    isList ? "connection-is-a-list" : "connection-not-upgrade",
  );
}

/** §5.1, Host: the name that the client used, and its port. */
export function readHost(
  bytes: Uint8Array,
  fields: readonly Field[],
): Span {
  const host = find(bytes, fields, "host");
  if (!host || length(host) === 0) {
    throw new HandshakeError("host-missing");
  }
  // Note: the draft has it compared with the server's own name;
  // here, only what can be nobody's name is turned away.
  const { name, port } = splitHost(bytes, host);
  const portFits =
    port === null || portNumber(bytes, port) <= 0xffff;
  if (length(name) === 0 || !isName(bytes, name) || !portFits) {
    throw new HandshakeError("host-invalid");
  }
  return host;
}

/** The name, and the port behind the last colon, if any. */
export function splitHost(
  bytes: Uint8Array,
  [start, end]: Span,
): { readonly name: Span; readonly port: Span | null } {
  for (let at = end - 1; at >= start; at--) {
    if (bytes[at] === CLOSING_BRACKET) break;
    if (bytes[at] === COLON) {
      return { name: [start, at], port: [at + 1, end] };
    }
  }
  return { name: [start, end], port: null };
}

/** Infinity when it is not all digits. */
export function portNumber(
  bytes: Uint8Array,
  [start, end]: Span,
): number {
  let port = start === end ? Infinity : 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    port = isDigit(byte) ? port * 10 + (byte - ZERO) : Infinity;
  }
  return port;
}

/** §5.1, Origin: where the page that opened it came from. */
export function readOrigin(
  bytes: Uint8Array,
  fields: readonly Field[],
): Span {
  const origin = find(bytes, fields, "origin");
  if (!origin || length(origin) === 0) {
    throw new HandshakeError("origin-missing-in-request");
  }
  return origin;
}

/**
 * §5.1, Sec-WebSocket-Protocol: the one subprotocol that the
 * client intends to use, or null when it names none.
 */
export function readSubprotocol(
  bytes: Uint8Array,
  fields: readonly Field[],
): Span | null {
  const span = find(bytes, fields, "sec-websocket-protocol");
  if (span === null) return null;
  // Note: §4.1 lets a client ask for U+0020 to U+007E only.
  for (let at = span[0]; at < span[1]; at++) {
    const byte = bytes[at] as number;
    if (byte !== SP && !isGraphic(byte)) {
      throw new HandshakeError("subprotocol-invalid");
    }
  }
  if (length(span) === 0) {
    throw new HandshakeError("subprotocol-invalid");
  }
  return span;
}

/**
 * §5.1, Sec-WebSocket-Key1 and -Key2: whatever stands behind
 * the colon and one space, spaces at its ends included.
 */
export function readKey(
  bytes: Uint8Array,
  fields: readonly Field[],
  name: "sec-websocket-key1" | "sec-websocket-key2",
): Span {
  let key: Span | null = null;
  let count = 0;
  for (const field of fields) {
    if (!equalsIgnoringCase(bytes, field.name, name)) continue;
    key = field.value;
    count += 1;
  }
  if (key === null || count > 1) {
    throw new HandshakeError("key-missing-or-repeated");
  }
  return key;
}

/** §5.1: eight bytes, any eight, that no field announces. */
export function readKey3(
  bytes: Uint8Array,
  bodyAt: number,
): Span {
  const available = bytes.length - bodyAt;
  if (available === 0) throw new HandshakeError("body-missing");
  if (available < 8)
    throw new HandshakeError("body-not-8-bytes");
  return [bodyAt, bodyAt + 8];
}

/** The value of the first field with that name, or null. */
export function find(
  bytes: Uint8Array,
  fields: readonly Field[],
  lowerCaseName: string,
): Span | null {
  for (const field of fields) {
    if (equalsIgnoringCase(bytes, field.name, lowerCaseName))
      return field.value;
  }
  return null;
}

export function findAll(
  bytes: Uint8Array,
  fields: readonly Field[],
  lowerCaseName: string,
): readonly Field[] {
  const found: Field[] = [];
  for (const field of fields) {
    if (equalsIgnoringCase(bytes, field.name, lowerCaseName))
      found.push(field);
  }
  return found;
}

/** Offset of a byte within a span, or the span's end. */
function indexOf(
  bytes: Uint8Array,
  byte: number,
  [start, end]: Span,
): number {
  let at = start;
  while (at < end && bytes[at] !== byte) at += 1;
  return at;
}
