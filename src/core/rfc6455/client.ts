/**
 * The client's side of the opening handshake, RFC 6455 §4.1: a
 * request made, and the response to it checked. Chance comes in
 * as a function, bytes come in as they were received.
 */
import { concat, latin1 } from "../bytes/ascii.ts";
import { encodeBase64 } from "../bytes/base64.ts";
import type { Span } from "../bytes/span.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import { type Head, readHead } from "../http/head.ts";
import { isToken } from "../http/list.ts";
import { readStatusCode } from "../http/start-line.ts";
import {
  checkAccept,
  checkConnection,
  checkExtensions,
  checkSubprotocol,
  checkUpgrade,
  type Failed,
  failed,
  type Sent,
} from "./client-fields.ts";
import { readExtensions } from "./extensions.ts";
import { accept } from "./handshake.ts";
import { VERSION } from "./request.ts";

/** A whole number from 0 to `max`, each as likely. */
export type Random = (max: number) => number;

/** What a script asked for, its URL taken apart by §3. */
export interface Opening {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly resource: string;
  /** Null for a client that is no browser. */
  readonly origin?: string | null;
  readonly protocols?: readonly string[];
  /** As it stands in the header; null for none. */
  readonly extensions?: string | null;
  readonly cookie?: string | null;
}

export interface ClientRequest extends Sent {
  readonly bytes: Uint8Array;
  readonly nonce: Uint8Array;
  readonly key: string;
}

/** §4.1, first list. In the order of the RFC's own example. */
export function makeRequest(opening: Opening, random: Random): ClientRequest {
  const { resource, origin = null, protocols = [], extensions = null, cookie = null } = opening;
  const nonce = makeNonce(random);
  const key = encodeBase64(nonce);
  const fields = [
    `Host: ${hostAndPort(opening)}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${key}`,
  ];
  if (origin !== null) fields.push(`Origin: ${origin}`);
  if (protocols.length > 0) fields.push(`Sec-WebSocket-Protocol: ${protocols.join(", ")}`);
  fields.push(`Sec-WebSocket-Version: ${VERSION}`);
  if (extensions !== null) fields.push(`Sec-WebSocket-Extensions: ${extensions}`);
  if (cookie !== null) fields.push(`Cookie: ${cookie}`);
  const head = [`GET ${resource} HTTP/1.1`, ...fields, "\r\n"].join("\r\n");
  return {
    bytes: encodeUtf8(head),
    nonce,
    key,
    accept: accept(latin1(key)),
    protocols,
    extensions: readOffer(extensions),
  };
}

/** §4.1 item 7. Sixteen bytes, new for each connection. */
export function makeNonce(random: Random): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => random(255));
}

/** §4.1 item 4. */
function hostAndPort({ secure, host, port }: Opening): string {
  return port === (secure ? 443 : 80) ? host : `${host}:${port}`;
}

function readOffer(extensions: string | null): Sent["extensions"] {
  const bytes = concat(extensions ?? "");
  return readExtensions(bytes, [[0, bytes.length]]).extensions;
}

/** Frames may begin at `end`. */
export interface Accepted {
  readonly outcome: "accepted";
  readonly end: number;
  /** In use from now on; null for none. */
  readonly protocol: string | null;
}

/** More bytes may change it. */
export interface Waiting {
  readonly outcome: "waiting";
}

/**
 * §4.1, second list, in its order. `closed`: the connection is,
 * and no more bytes will come.
 */
export function checkResponse(
  sent: Sent,
  bytes: Uint8Array,
  closed = false,
): Accepted | Waiting | Failed {
  const head = readHead(bytes);
  if (head.end === null) {
    if (!closed) return { outcome: "waiting" };
    return bytes.length === 0
      ? failed(1, "no-response", null)
      : failed(1, "head-not-terminated", [0, bytes.length]);
  }
  const { fields } = head;
  const { fault, protocol } = checkSubprotocol(sent, bytes, fields);
  return (
    checkStatus(bytes, head.startLine) ??
    checkLines(bytes, head) ??
    checkUpgrade(bytes, fields) ??
    checkConnection(bytes, fields) ??
    checkAccept(sent, bytes, fields) ??
    checkExtensions(sent, bytes, fields) ??
    fault ?? { outcome: "accepted", end: head.end, protocol }
  );
}

/** Item 1. Any other code is HTTP's: it may ask to log in, or send the client elsewhere. */
function checkStatus(bytes: Uint8Array, line: Span): Failed | null {
  const code = readStatusCode(bytes, line);
  if (code === null) return failed(1, "not-http", line);
  const status = String.fromCharCode(...bytes.subarray(...code));
  if (status === "101") return null;
  return failed(1, codeOfStatus(status), code);
}

/** RFC 9112 §5. Lines that end with LF alone may pass (§2.2). */
function checkLines(bytes: Uint8Array, { fields, notFields }: Head): Failed | null {
  const line = notFields[0] ?? fields.find(({ name }) => !isToken(bytes, name))?.line;
  return line ? failed(1, "header-without-colon", line) : null;
}

function codeOfStatus(status: string): string {
  if (status === "401" || status === "407") return "status-401-407";
  return status.startsWith("3") ? "redirect" : "status-not-101";
}
