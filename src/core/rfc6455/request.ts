/**
 * Reading the client's opening handshake, RFC 6455 §4.2.1. The
 * parts are looked at in the order in which the section lists
 * them; where it says that a server must stop, this one does.
 */
import { COLON, fromLatin1 } from "../bytes/ascii.ts";
import { decodeBase64 } from "../bytes/base64.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import { HandshakeError } from "../handshake-error.ts";
import { valuesOf } from "../http/fields.ts";
import { type Field, readHead } from "../http/head.ts";
import { readHost as readHostValue } from "../http/host.ts";
import { elements, hasElement, isToken } from "../http/list.ts";
import { checkLines, readTarget } from "../http/start-line.ts";
import { type Extension, readExtensions } from "./extensions.ts";

/** What a server takes from a request; spans count in `bytes`. */
export interface Request {
  readonly bytes: Uint8Array;
  readonly target: Span;
  readonly host: Span;
  readonly key: Span;
  /** Null when no browser sent it. */
  readonly origin: Span | null;
  /** In the client's order of preference. */
  readonly subprotocols: readonly Span[];
  /** Likewise; the same one may stand there several times. */
  readonly extensions: readonly Extension[];
}

/** Throws HandshakeError at the first thing that is amiss. */
export function readRequest(bytes: Uint8Array): Request {
  const head = readHead(bytes);
  const target = readTarget(bytes, head.startLine);
  checkLines(bytes, head);
  const host = readHost(bytes, head.fields);
  checkUpgrade(bytes, head.fields);
  checkConnection(bytes, head.fields);
  const key = readKey(bytes, head.fields);
  checkVersion(bytes, head.fields);
  return {
    bytes,
    target,
    host,
    key,
    origin: readOrigin(bytes, head.fields),
    subprotocols: readSubprotocols(bytes, head.fields),
    extensions: readOfferedExtensions(bytes, head.fields),
  };
}

/** §4.2.1 item 2. Whose authority it is, the caller knows. */
export function readHost(bytes: Uint8Array, fields: readonly Field[]): Span {
  const host = single(valuesOf(bytes, fields, "host"), "host-missing");
  if (length(host) === 0) throw new HandshakeError("host-missing");
  // RFC 9112 §3.2: a server answers 400 to any other value.
  // RFC 3986 §3.2.3: a port may have no digits.
  const named: Span = bytes[host[1] - 1] === COLON ? [host[0], host[1] - 1] : host;
  if (readHostValue(bytes, named) === null) throw new HandshakeError("host-invalid");
  return host;
}

/** §4.2.1 item 3. "websocket" in any case, in a list or alone. */
export function checkUpgrade(bytes: Uint8Array, fields: readonly Field[]): void {
  const values = valuesOf(bytes, fields, "upgrade");
  if (!hasElement(bytes, values, "websocket")) {
    throw new HandshakeError("upgrade-not-websocket");
  }
}

/** §4.2.1 item 4. "Upgrade" in any case, in a list or alone. */
export function checkConnection(bytes: Uint8Array, fields: readonly Field[]): void {
  const values = valuesOf(bytes, fields, "connection");
  if (!hasElement(bytes, values, "upgrade")) {
    throw new HandshakeError("connection-not-upgrade");
  }
}

/** §4.2.1 item 5, §11.3.1. Base64 of 16 bytes, and only one. */
export function readKey(bytes: Uint8Array, fields: readonly Field[]): Span {
  const key = single(valuesOf(bytes, fields, "sec-websocket-key"), "key-missing");
  if (length(key) === 0) throw new HandshakeError("key-missing");
  decodeKey(slice(bytes, key));
  return key;
}

/** §4.1 item 7. The nonce, of which the server has no need. */
export function decodeKey(key: Uint8Array): Uint8Array {
  const nonce = decodeBase64(fromLatin1(key));
  if (nonce?.length !== 16) throw new HandshakeError("key-not-16-bytes");
  return nonce;
}

/** §4.2.1 item 6. Any other: §4.2.2 item 4 wants 426. */
export function checkVersion(bytes: Uint8Array, fields: readonly Field[]): void {
  const values = valuesOf(bytes, fields, "sec-websocket-version");
  const version = single(values, "version-unsupported");
  if (fromLatin1(slice(bytes, version)) !== VERSION) {
    throw new HandshakeError("version-unsupported");
  }
}

/** §4.1 item 9. */
export const VERSION = "13";

/** §4.2.1 item 7. All browsers send it, other clients may. */
export function readOrigin(bytes: Uint8Array, fields: readonly Field[]): Span | null {
  return valuesOf(bytes, fields, "origin")[0] ?? null;
}

/** §4.2.1 item 8; §4.1 item 10: tokens, each of them once. */
export function readSubprotocols(bytes: Uint8Array, fields: readonly Field[]): readonly Span[] {
  const values = valuesOf(bytes, fields, "sec-websocket-protocol");
  const names = elements(bytes, values);
  // §4.3: 1#token.
  if (values.length > 0 && names.length === 0) throw new HandshakeError("subprotocol-invalid");
  for (const name of names) {
    if (!isToken(bytes, name)) throw new HandshakeError("subprotocol-invalid");
  }
  const different = new Set(names.map((name) => fromLatin1(slice(bytes, name))));
  if (different.size < names.length) throw new HandshakeError("subprotocol-repeated");
  return names;
}

/** §4.2.1 item 9; §9.1: what breaks the grammar ends it all. */
export function readOfferedExtensions(
  bytes: Uint8Array,
  fields: readonly Field[],
): readonly Extension[] {
  const values = valuesOf(bytes, fields, "sec-websocket-extensions");
  const { extensions, brokenAt } = readExtensions(bytes, values);
  if (brokenAt !== null) throw new HandshakeError("extensions-malformed");
  return extensions;
}

/** The value of a field that must be there once. */
function single(values: readonly Span[], codeIfMissing: string): Span {
  const [value, second] = values;
  if (value === undefined) throw new HandshakeError(codeIfMissing);
  if (second !== undefined) throw new HandshakeError("header-repeated");
  return value;
}
