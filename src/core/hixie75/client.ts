/**
 * The client's side of the opening handshake of draft 75, §4.1:
 * a request without a secret, and a response whose first three
 * lines must be exactly these.
 */
import { equalsIgnoringCase, fromLatin1 } from "../bytes/ascii.ts";
import { type Span, slice } from "../bytes/span.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import { type Field, type Head, readHead } from "../http/head.ts";
import { readStatusCode } from "../http/start-line.ts";
import { STATUS_LINE } from "./handshake.ts";

/** What a script asked for, its URL taken apart. */
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

/** What the response is held against. */
export interface Sent {
  readonly url: string;
  readonly origin: string;
  readonly protocol: string | null;
}

export interface ClientRequest extends Sent {
  readonly bytes: Uint8Array;
}

/** In the order that is hard-coded in all of them. */
export function makeRequest(opening: Opening): ClientRequest {
  const { secure, resource, protocol = null, cookie = null } = opening;
  const origin = opening.origin.toLowerCase();
  const host = hostAndPort(opening);
  const lines = [
    `GET ${resource} HTTP/1.1`,
    "Upgrade: WebSocket",
    "Connection: Upgrade",
    `Host: ${host}`,
    `Origin: ${origin}`,
  ];
  if (protocol !== null) lines.push(`WebSocket-Protocol: ${protocol}`);
  if (cookie !== null) lines.push(`Cookie: ${cookie}`);
  const url = `${secure ? "wss" : "ws"}://${host}${resource}`;
  return { bytes: encodeUtf8([...lines, "\r\n"].join("\r\n")), url, origin, protocol };
}

function hostAndPort({ secure, host, port }: Opening): string {
  return host.toLowerCase() + (port === (secure ? 443 : 80) ? "" : `:${port}`);
}

export type Checked =
  /** Frames may begin at `end`. */
  | { readonly outcome: "accepted"; readonly end: number }
  /** More bytes may change it. */
  | { readonly outcome: "waiting" }
  | Failed;

/** For good, whatever comes. */
export interface Failed {
  readonly outcome: "failed";
  readonly code: string;
  /** Null when what is missing has no place. */
  readonly span: Span | null;
}

/** `closed`: no more bytes will come. */
export function checkResponse(sent: Sent, bytes: Uint8Array, closed = false): Checked {
  const head = readHead(bytes);
  const early = checkBeginning(bytes, head);
  if (early) return early;
  if (head.end === null) {
    if (!closed) return { outcome: "waiting" };
    return bytes.length === 0
      ? failed("no-response", null)
      : failed("head-not-terminated", [0, bytes.length]);
  }
  return (
    checkLines(head) ??
    checkFields(sent, bytes, head.fields.slice(2)) ?? { outcome: "accepted", end: head.end }
  );
}

const UPGRADE = "Upgrade: WebSocket\r\n";
const CONNECTION = "Connection: Upgrade\r\n";

/** Byte after byte: what comes is these three lines, or nothing. Null when it is, as far as it came. */
function checkBeginning(bytes: Uint8Array, { startLine, fields }: Head): Failed | null {
  const expected = STATUS_LINE + UPGRADE + CONNECTION;
  const came = fromLatin1(bytes.subarray(0, expected.length));
  if (expected.startsWith(came)) return null;
  if (!came.startsWith(STATUS_LINE.slice(0, came.length))) return wrongStatus(bytes, startLine);
  const isThird = came.startsWith(STATUS_LINE + UPGRADE);
  const line = fields[isThird ? 1 : 0]?.line ?? [STATUS_LINE.length, bytes.length];
  return failed(isThird ? "connection-not-upgrade" : wrongUpgrade(bytes, line), line);
}

function wrongStatus(bytes: Uint8Array, line: Span): Failed {
  const code = readStatusCode(bytes, line);
  if (code === null) return failed("not-http", line);
  const status = fromLatin1(slice(bytes, code));
  if (status === "101") return failed("reason-phrase-differs", line);
  return failed(status === "407" ? "status-401-407" : "status-not-101", code);
}

function wrongUpgrade(bytes: Uint8Array, line: Span): string {
  return equalsIgnoringCase(bytes, line, "upgrade: websocket")
    ? "upgrade-value-case"
    : "upgrade-not-websocket";
}

function checkLines({ bareLf, bareCr, notFields }: Head): Failed | null {
  const [lf] = bareLf;
  if (lf !== undefined) return failed("lf-line-endings", [lf, lf + 1]);
  const [cr] = bareCr;
  if (cr !== undefined) return failed("bare-cr", [cr, cr + 1]);
  const [line] = notFields;
  return line ? failed("header-without-colon", line) : null;
}

/** Exactly one each, and exactly as sent. Others do not matter. */
function checkFields(sent: Sent, bytes: Uint8Array, fields: readonly Field[]): Failed | null {
  const demands: (readonly [name: string, value: string, code: string])[] = [
    ["websocket-origin", sent.origin, "origin-mismatch"],
    ["websocket-location", sent.url, "location-mismatch"],
  ];
  if (sent.protocol !== null) {
    demands.push(["websocket-protocol", sent.protocol, "subprotocol-mismatch"]);
  }
  for (const [name, value, code] of demands) {
    const [field, second] = fields.filter((one) => equalsIgnoringCase(bytes, one.name, name));
    if (!field) return failed(code, null);
    if (second) return failed("header-repeated", second.line);
    const wanted = fromLatin1(encodeUtf8(value));
    if (fromLatin1(slice(bytes, field.value)) !== wanted) return failed(code, field.value);
  }
  return null;
}

function failed(code: string, span: Span | null): Failed {
  return { outcome: "failed", code, span };
}
