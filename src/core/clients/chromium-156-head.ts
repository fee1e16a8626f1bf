/**
 * How Chromium 156 reads the head of a response: with the parser that it has for all of HTTP/1, which forgives nearly
 * everything. Up to four bytes may stand in front of "HTTP"; lines end with CR, LF or both; a line that begins with a blank goes on
 * the one before; what is no field is passed over; values with commas count as several. Found by giving it some five hundred
 * answers.
 */
import { CR, equalsIgnoringCase, fromLatin1, LF } from "../bytes/ascii.ts";

/** Where it stops short: `console` is what it prints, null when nothing. */
export interface Stop {
  readonly console: string | null;
  readonly rule: string;
  readonly waits: boolean;
}

export interface Head {
  readonly status: number;
  /** What it says of itself; the code for "no HTTP at all" uses it too. */
  readonly isHttp09: boolean;
  readonly fields: Fields;
  /** The offset behind the blank line. */
  readonly end: number;
}

/** How the server was reached, and whether it closed the connection behind the last byte: null when that is not known. */
export interface Connection {
  readonly secure: boolean;
  readonly isDefaultPort: boolean;
  readonly closed: boolean | null;
}

/** How far from the beginning "HTTP" may stand. */
const SLOP = 4;

const LARGEST_HEAD = 262_144;

export function readHead(bytes: Uint8Array, connection: Connection): Head | Stop {
  const start = startOfHttp(bytes);
  if (start === null) return noHttp(bytes, connection);
  const end = endOfHead(bytes, start);
  if ((end ?? bytes.length) > LARGEST_HEAD) {
    return fails("A head has at most 256 KiB.", "net::ERR_RESPONSE_HEADERS_TOO_BIG");
  }
  if (end === null && !connection.closed) {
    return waits("The head has not ended: no blank line has come.");
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

/** `end` null: the connection closed before it. Even then what is there can be wrong in itself, which is said first. */
function readLines(bytes: Uint8Array, start: number, end: number | null): Head | Stop {
  const head = bytes.subarray(0, end ?? bytes.length);
  if (head.includes(0)) {
    return fails("A head holds no NUL.", "net::ERR_INVALID_HTTP_RESPONSE");
  }
  const [statusLine = "", ...lines] = linesOf(fromLatin1(head.subarray(start)));
  const fields = new Fields(lines);
  const contradiction = findContradiction(fields, versionOf(statusLine));
  if (contradiction !== null) return contradiction;
  if (end === null) {
    return fails("The head ends before the connection does.", "net::ERR_CONNECTION_CLOSED");
  }
  return {
    status: statusOf(statusLine),
    isHttp09: versionOf(statusLine) === 9,
    fields,
    end,
  };
}

/** CR and LF, in any number, end a line; one that begins with a blank goes on the field before, behind one space. */
function linesOf(head: string): readonly string[] {
  const lines: string[] = [];
  for (const line of head.split(/[\r\n]+/)) {
    if (/^[ \t]/.test(line)) {
      // Behind the status line there is no field yet.
      if (lines.length > 1) lines.push(`${lines.pop()} ${line.replace(/^[ \t]+/, "")}`);
    } else if (line !== "") {
      lines.push(line);
    }
  }
  return lines;
}

/** HTTP/1.1 is 11. Only the first digit on each side of the first dot is looked at; whatever cannot be read is 1.0. */
function versionOf(statusLine: string): number {
  const [, major = "1", minor = "0"] = /^http\/(\d)[^.]*\.(\d)/i.exec(statusLine) ?? [];
  const version = Number(major) * 10 + Number(minor);
  if (version === 9) return 9;
  return version >= 11 ? 11 : 10;
}

/** The digits behind the first space; without any, as if they were 200. */
function statusOf(statusLine: string): number {
  const [, digits] = /^[^ ]* +(\d+)/.exec(statusLine) ?? [];
  return digits === undefined ? 200 : Math.min(Number(digits), 0x7fff_ffff);
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

/** Values that are not taken apart at their commas. */
const WHOLE = ["location"];

/** One character a byte, as they came. */
export class Fields {
  readonly #fields: readonly { readonly name: string; readonly value: string }[];

  constructor(lines: readonly string[]) {
    this.#fields = lines.flatMap((line) => {
      const colon = line.indexOf(":");
      if (colon < 0) return [];
      return [
        { name: trim(line.slice(0, colon)).toLowerCase(), value: trim(line.slice(colon + 1)) },
      ];
    });
  }

  /** Of all fields with that name, in order, empty ones too. */
  values(name: string): readonly string[] {
    const lowerCase = name.toLowerCase();
    return this.#fields
      .filter((field) => field.name === lowerCase)
      .flatMap(({ value }) => (WHOLE.includes(lowerCase) ? [value] : splitAtCommas(value)));
  }

  /** Whether one of the values is that one, in upper or lower case. */
  has(name: string, value: string): boolean {
    return this.values(name).some((one) => one.toLowerCase() === value.toLowerCase());
  }
}

/** Not at those within quotes, where a backslash takes the meaning from a quote. */
function splitAtCommas(value: string): readonly string[] {
  const values: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= value.length; at++) {
    const character = value[at];
    if (isQuoted && character === "\\") at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (at === value.length || (character === "," && !isQuoted)) {
      values.push(trim(value.slice(from, at)));
      from = at + 1;
    }
  }
  if (from <= value.length && isQuoted) values.push(trim(value.slice(from)));
  return values;
}

function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, "");
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
