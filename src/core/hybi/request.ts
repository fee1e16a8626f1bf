/**
 * Reading the client's opening handshake in the drafts hybi-04
 * to hybi-12: as in RFC 6455 §4.2.1, but with a lower version
 * and with the page's origin in a field of another name.
 */
import { fromLatin1 } from "../bytes/ascii.ts";
import { decodeBase64 } from "../bytes/base64.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import { HandshakeError } from "../handshake-error.ts";
import { valuesOf } from "../http/fields.ts";
import { type Field, readHead } from "../http/head.ts";
import { elements, hasElement, isToken } from "../http/list.ts";
import { checkLines, readTarget } from "../http/start-line.ts";
import { draftOf, type KeyDraft } from "./drafts.ts";

/** What a server takes from a request; spans count in `bytes`. */
export interface Request {
  readonly bytes: Uint8Array;
  readonly draft: KeyDraft;
  readonly target: Span;
  readonly host: Span;
  readonly key: Span;
  /** Null when no browser sent it. */
  readonly origin: Span | null;
  /** In the client's order of preference. */
  readonly subprotocols: readonly Span[];
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
  const draft = readDraft(bytes, head.fields);
  return {
    bytes,
    draft,
    target,
    host,
    key,
    origin: readOrigin(bytes, head.fields, draft),
    subprotocols: readSubprotocols(bytes, head.fields),
  };
}

export function readHost(bytes: Uint8Array, fields: readonly Field[]): Span {
  return single(valuesOf(bytes, fields, "host"), "host-missing");
}

/** "websocket" in any case, in a list or alone. */
export function checkUpgrade(bytes: Uint8Array, fields: readonly Field[]): void {
  if (!hasElement(bytes, valuesOf(bytes, fields, "upgrade"), "websocket")) {
    throw new HandshakeError("upgrade-not-websocket");
  }
}

/** "Upgrade" in any case, in a list or alone. */
export function checkConnection(bytes: Uint8Array, fields: readonly Field[]): void {
  if (!hasElement(bytes, valuesOf(bytes, fields, "connection"), "upgrade")) {
    throw new HandshakeError("connection-not-upgrade");
  }
}

/** Base64 of 16 bytes, and only one. */
export function readKey(bytes: Uint8Array, fields: readonly Field[]): Span {
  const key = single(valuesOf(bytes, fields, "sec-websocket-key"), "key-missing");
  decodeKey(slice(bytes, key));
  return key;
}

/** The 16 bytes that a key stands for. */
export function decodeKey(key: Uint8Array): Uint8Array {
  const nonce = decodeBase64(fromLatin1(key));
  if (nonce?.length !== 16) throw new HandshakeError("key-not-16-bytes");
  return nonce;
}

/** 4 to 8. The numbers 9 to 12 were set aside and never sent (RFC 6455 §11.6). */
export function readDraft(bytes: Uint8Array, fields: readonly Field[]): KeyDraft {
  const version = single(valuesOf(bytes, fields, "sec-websocket-version"), "version-unsupported");
  const draft = draftOf(fromLatin1(slice(bytes, version)));
  if (draft === null) throw new HandshakeError("version-unsupported");
  return draft;
}

/** Sec-WebSocket-Origin up to hybi-10; hybi-11 and -12, which say version 8 as well, have Origin again. */
export function readOrigin(
  bytes: Uint8Array,
  fields: readonly Field[],
  draft: KeyDraft,
): Span | null {
  const [origin] = valuesOf(bytes, fields, "sec-websocket-origin");
  if (origin || draft !== "hybi-08") return origin ?? null;
  return valuesOf(bytes, fields, "origin")[0] ?? null;
}

/** Tokens, at least one where the field is there, and each of them once. */
export function readSubprotocols(bytes: Uint8Array, fields: readonly Field[]): readonly Span[] {
  const values = valuesOf(bytes, fields, "sec-websocket-protocol");
  const names = elements(bytes, values);
  if (values.length > 0 && names.length === 0) throw new HandshakeError("subprotocol-invalid");
  for (const name of names) {
    if (!isToken(bytes, name)) throw new HandshakeError("subprotocol-invalid");
  }
  const different = new Set(names.map((name) => fromLatin1(slice(bytes, name))));
  if (different.size < names.length) throw new HandshakeError("subprotocol-repeated");
  return names;
}

/** The value of a field that must be there once, and not be empty. */
function single(values: readonly Span[], codeIfMissing: string): Span {
  const [value, second] = values;
  if (value === undefined || length(value) === 0) throw new HandshakeError(codeIfMissing);
  if (second !== undefined) throw new HandshakeError("header-repeated");
  return value;
}
