/**
 * The client's side of the opening handshake in the drafts
 * hybi-04 to hybi-12: a request made, and the response to it
 * checked, in the order of RFC 6455 §4.1.
 */
import { equalsIgnoringCase, fromLatin1, latin1 } from "../bytes/ascii.ts";
import { decodeBase64, encodeBase64 } from "../bytes/base64.ts";
import { type Span, slice } from "../bytes/span.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import { valuesOf } from "../http/fields.ts";
import { type Field, readHead } from "../http/head.ts";
import { elements, hasElement } from "../http/list.ts";
import { readStatusCode } from "../http/start-line.ts";
import { hasNonce, type KeyDraft, VERSIONS } from "./drafts.ts";
import { accept } from "./handshake.ts";

/** A whole number from 0 to `max`, each as likely. */
export type Random = (max: number) => number;

export interface Opening {
  readonly draft: KeyDraft;
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly resource: string;
  /** Null for a client that is no browser. */
  readonly origin?: string | null;
  readonly protocols?: readonly string[];
}

/** What the response is held against. */
export interface Sent {
  readonly draft: KeyDraft;
  readonly accept: string;
  readonly protocols: readonly string[];
}

export interface ClientRequest extends Sent {
  readonly bytes: Uint8Array;
  readonly key: string;
}

/** Note: hybi-11 and -12 send Origin; this is hybi-08 to -10 where the version is 8. */
export function makeRequest(opening: Opening, random: Random): ClientRequest {
  const { draft, resource, origin = null, protocols = [] } = opening;
  const key = encodeBase64(Uint8Array.from({ length: 16 }, () => random(255)));
  const fields = [
    `Host: ${hostAndPort(opening)}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${key}`,
  ];
  if (origin !== null) fields.push(`Sec-WebSocket-Origin: ${origin}`);
  if (protocols.length > 0) fields.push(`Sec-WebSocket-Protocol: ${protocols.join(", ")}`);
  fields.push(`Sec-WebSocket-Version: ${VERSIONS[draft]}`);
  const bytes = encodeUtf8([`GET ${resource} HTTP/1.1`, ...fields, "\r\n"].join("\r\n"));
  return { bytes, key, draft, accept: accept(latin1(key)), protocols };
}

function hostAndPort({ secure, host, port }: Opening): string {
  return port === (secure ? 443 : 80) ? host : `${host}:${port}`;
}

export type Checked =
  /** Frames may begin at `end`. */
  | { readonly outcome: "accepted"; readonly end: number; readonly nonce: Uint8Array | null }
  | { readonly outcome: "waiting" }
  | Failed;

export interface Failed {
  readonly outcome: "failed";
  readonly code: string;
  readonly span: Span | null;
}

/** `closed`: no more bytes will come. */
export function checkResponse(sent: Sent, bytes: Uint8Array, closed = false): Checked {
  const { startLine, fields, end } = readHead(bytes);
  if (end === null) {
    if (!closed) return { outcome: "waiting" };
    return bytes.length === 0
      ? failed("no-response", null)
      : failed("head-not-terminated", [0, bytes.length]);
  }
  const nonce = readNonce(bytes, fields);
  return (
    checkStatus(bytes, startLine) ??
    checkFields(sent, bytes, fields) ??
    (hasNonce(sent.draft) && nonce === null
      ? failed("nonce-missing", null)
      : { outcome: "accepted", end, nonce })
  );
}

function checkStatus(bytes: Uint8Array, line: Span): Failed | null {
  const code = readStatusCode(bytes, line);
  if (code === null) return failed("not-http", line);
  return fromLatin1(slice(bytes, code)) === "101" ? null : failed("status-not-101", code);
}

function checkFields(sent: Sent, bytes: Uint8Array, fields: readonly Field[]): Failed | null {
  const upgrade = elements(bytes, valuesOf(bytes, fields, "upgrade"));
  const other = upgrade.find((element) => !equalsIgnoringCase(bytes, element, "websocket"));
  if (upgrade.length === 0 || other) return failed("upgrade-not-websocket", other ?? null);
  const connection = valuesOf(bytes, fields, "connection");
  if (!hasElement(bytes, connection, "upgrade")) {
    return failed("connection-not-upgrade", connection[0] ?? null);
  }
  const [accepted] = valuesOf(bytes, fields, "sec-websocket-accept");
  if (!accepted) return failed("accept-header-missing", null);
  if (fromLatin1(slice(bytes, accepted)) !== sent.accept) {
    return failed("accept-mismatch", accepted);
  }
  const [protocol] = valuesOf(bytes, fields, "sec-websocket-protocol");
  return protocol && !sent.protocols.includes(fromLatin1(slice(bytes, protocol)))
    ? failed("subprotocol-not-offered", protocol)
    : null;
}

/** Null when there is none, or none of sixteen bytes. */
function readNonce(bytes: Uint8Array, fields: readonly Field[]): Uint8Array | null {
  const [value] = valuesOf(bytes, fields, "sec-websocket-nonce");
  const nonce = value && decodeBase64(fromLatin1(slice(bytes, value)));
  return nonce?.length === 16 ? nonce : null;
}

function failed(code: string, span: Span | null): Failed {
  return { outcome: "failed", code, span };
}
