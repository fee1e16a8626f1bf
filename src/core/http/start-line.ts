/** The first line of a request or a response that every generation since hybi-04 takes from HTTP/1.1 as it is. */
import { fromLatin1, isGraphic, SP } from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";
import { HandshakeError } from "../handshake-error.ts";
import type { Head } from "./head.ts";
import { isToken } from "./list.ts";

/**
 * RFC 9112 §3: method SP request-target SP HTTP-version. The target of a GET with HTTP/1.1 or later; throws HandshakeError for
 * any other line.
 */
export function readTarget(bytes: Uint8Array, [start, end]: Span): Span {
  const line = bytes.subarray(start, end);
  const methodEnd = start + line.indexOf(SP);
  const targetEnd = start + line.lastIndexOf(SP);
  if (methodEnd < start || methodEnd === targetEnd) throw new HandshakeError("not-http");
  const version = /^HTTP\/(\d)\.(\d)$/.exec(textOf(bytes, [targetEnd + 1, end]));
  if (version === null) throw new HandshakeError("not-http");
  if (textOf(bytes, [start, methodEnd]) !== "GET") throw new HandshakeError("method-not-get");
  if (Number(version[1]) * 10 + Number(version[2]) < 11) throw new HandshakeError("http10");
  const target: Span = [methodEnd + 1, targetEnd];
  if (!/^(\/|https?:\/\/.)/i.test(textOf(bytes, target))) throw new HandshakeError("target-empty");
  if (!slice(bytes, target).every(isGraphic)) throw new HandshakeError("target-not-escaped");
  return target;
}

/**
 * RFC 9112 §2.1, §5: lines end with CRLF, each field has a token for its name, and a blank line ends the head. Returns the offset
 * behind it; throws HandshakeError.
 */
export function checkLines(bytes: Uint8Array, head: Head): number {
  if (head.bareLf.length > 0) throw new HandshakeError("lf-line-endings");
  if (head.end === null) throw new HandshakeError("head-not-terminated");
  if (head.bareCr.length > 0) throw new HandshakeError("bare-cr");
  const named = head.fields.every(({ name }) => isToken(bytes, name));
  if (!named || head.notFields.length > 0) throw new HandshakeError("header-without-colon");
  return head.end;
}

/** RFC 9112 §4: HTTP-version SP status-code SP [ reason-phrase ]. The span of the code, or null for any other line. */
export function readStatusCode(bytes: Uint8Array, line: Span): Span | null {
  // Note: the space behind the code is asked for by the grammar and by hardly any client.
  const match = /^HTTP\/\d\.\d (?=\d{3}( |$))/.exec(textOf(bytes, line));
  if (match === null) return null;
  const start = line[0] + match[0].length;
  return [start, start + 3];
}

/** Only the beginning of a long line is looked at as text. */
function textOf(bytes: Uint8Array, span: Span): string {
  const [start, end] = span;
  return fromLatin1(bytes.subarray(start, start + Math.min(length([start, end]), 64)));
}
