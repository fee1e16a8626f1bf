/**
 * How Chromium 156 reads the head of a response: with the parser that it has for all of HTTP/1, which forgives nearly
 * everything. Up to four bytes may stand in front of "HTTP"; what its lines are is told in chromium-156-lines.ts. Found by giving it
 * some fifteen hundred answers.
 */
import { CR, equalsIgnoringCase, fromLatin1, LF } from "../bytes/ascii.ts";
import { Fields, linesOf, statusOf, versionOf } from "./chromium-156-lines.ts";

/** Where it stops short: `console` is what it prints, null when nothing. */
export interface Stop {
  readonly console: string | null;
  readonly rule: string;
  readonly waits: boolean;
}

export interface Head {
  readonly status: number;
  /** What it says of itself, and nothing else; the code for "no HTTP at all" uses it too. */
  readonly isHttp09: boolean;
  readonly fields: Fields;
  /** The offset behind the blank line; null when the connection closed before it. */
  readonly end: number | null;
}

/** How the server was reached, and whether it closed the connection behind the last byte: null when that is not known. */
export interface Connection {
  readonly secure: boolean;
  readonly isDefaultPort: boolean;
  readonly closed: boolean | null;
}

/** How far from the beginning "HTTP" may stand. */
const SLOP = 4;

/** When so much has come and the head has not ended, no more is read. */
const LARGEST_HEAD = 262_144;

const OPEN = "If the connection was closed there, that ends it; otherwise it waits.";

export function readHead(bytes: Uint8Array, connection: Connection): Head | Stop {
  const start = startOfHttp(bytes);
  if (start === null) return noHttp(bytes, connection);
  const end = endOfHead(bytes, start);
  const isTooLarge = end === null ? bytes.length >= LARGEST_HEAD : end > LARGEST_HEAD;
  if (isTooLarge) {
    return fails("A head has at most 256 KiB.", "net::ERR_RESPONSE_HEADERS_TOO_BIG");
  }
  if (end === null && !connection.closed) {
    const rule = "The head has not ended: no blank line has come.";
    return waits(connection.closed === null ? `${rule} ${OPEN}` : rule);
  }
  if (end === null && connection.secure) {
    return fails(
      "The head ends before the connection does.",
      "net::ERR_RESPONSE_HEADERS_TRUNCATED",
    );
  }
  return readLines(bytes, start, end);
}

/**
 * Of something that is not HTTP: it takes eight bytes to be sure, or the end of the connection. Where that is not known, it is
 * taken to have ended when nothing could come to make it HTTP, and when there is not a byte of a response.
 */
function noHttp(bytes: Uint8Array, { closed, secure, isDefaultPort }: Connection): Stop {
  const isOver = closed ?? (bytes.length === 0 || !canBecomeHttp(bytes));
  if (bytes.length < 8 && !isOver) {
    return waits("Too little has come to see whether it is HTTP.");
  }
  if (bytes.length === 0) {
    return stops(
      "At least one byte comes before the connection closes.",
      "Connection closed before receiving a handshake response",
    );
  }
  const rule = 'A response begins with "HTTP", at most four bytes from its start.';
  if (bytes.length < 8 && secure) return fails(rule, "net::ERR_RESPONSE_HEADERS_TRUNCATED");
  // On the port that the scheme has by itself it could be HTTP/0.9, which has no head.
  if (!isDefaultPort) return fails(rule, "net::ERR_INVALID_HTTP_RESPONSE");
  return bytes.length < 8
    ? fails(rule, "net::ERR_CONNECTION_CLOSED")
    : fails(rule, "Invalid status line");
}

function startOfHttp(bytes: Uint8Array): number | null {
  for (let at = 0; at <= SLOP && at + 4 <= bytes.length; at++) {
    if (equalsIgnoringCase(bytes, [at, at + 4], "http")) return at;
  }
  return null;
}

/** Whether "HTTP" could still come to stand where it may. */
function canBecomeHttp(bytes: Uint8Array): boolean {
  for (let at = 0; at <= SLOP; at++) {
    const came = Math.max(bytes.length - at, 0);
    if (equalsIgnoringCase(bytes, [at, at + came], "http".slice(0, came))) return true;
  }
  return false;
}

/** Behind two LFs with nothing but a CR between them; null when there are none. */
function endOfHead(bytes: Uint8Array, start: number): number | null {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] !== LF) continue;
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return null;
}

/** `end` null: the connection closed before it. What is there is looked at even then. */
function readLines(bytes: Uint8Array, start: number, end: number | null): Head | Stop {
  const head = bytes.subarray(0, end ?? bytes.length);
  if (head.includes(0)) {
    return fails("A head holds no NUL.", "net::ERR_INVALID_HTTP_RESPONSE");
  }
  const [statusLine = "", ...lines] = linesOf(fromLatin1(head.subarray(start)));
  const fields = new Fields(lines);
  const version = versionOf(statusLine);
  // HTTP/0.9 has no head: whatever has more than this line is taken for 1.0.
  const isHttp09 = version === 9 && lines.length === 0;
  return (
    findContradiction(fields, version) ?? { status: statusOf(statusLine), isHttp09, fields, end }
  );
}

/** Fields that must not contradict themselves, since a response could be split with them. */
function findContradiction(fields: Fields, version: number): Stop | null {
  const isChunked = version >= 11 && fields.has("transfer-encoding", "chunked");
  const names = ["Content-Disposition", "Location"];
  if (!isChunked) names.unshift("Content-Length");
  for (const name of names) {
    if (new Set(fields.values(name)).size > 1) {
      const code = `net::ERR_RESPONSE_HEADERS_MULTIPLE_${name.toUpperCase().replace("-", "_")}`;
      return fails(`${name} has one value, however often it is there.`, code);
    }
  }
  return null;
}

/** As most of its messages begin. */
export function fails(rule: string, what: string): Stop {
  return stops(rule, `Error during WebSocket handshake: ${what}`);
}

export function stops(rule: string, console: string | null): Stop {
  return { console, rule, waits: false };
}

/** It prints this when the page gives up, or is left. */
export function waits(rule: string): Stop {
  return {
    console: "WebSocket is closed before the connection is established.",
    rule,
    waits: true,
  };
}
