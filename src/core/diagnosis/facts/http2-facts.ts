/**
 * What of HTTP/2 and HTTP/3 stands in a conversation. There a WebSocket is asked for by Extended CONNECT (RFC 8441, RFC 9220), and the
 * Upgrade of HTTP/1.1 does not exist. Seen in three dresses: the pseudo-fields that tools print, a start line that names the version,
 * and the binary beginning of either side.
 */
import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { valuesOf } from "../../http/fields.ts";
import type { Head } from "../../http/head.ts";
import { hasElement } from "../../http/list.ts";
import {
  laterHttpVersion,
  type PseudoField,
  type PseudoName,
  readPseudoFields,
} from "../../http/pseudo-fields.ts";
import { textOf } from "./header-words.ts";

interface Message {
  readonly bytes: Uint8Array;
  readonly head: Head;
}

export interface Http2Head {
  /** Null when the pseudo-fields do not tell which of the two it is. */
  readonly version: "2" | "3" | null;
  /** What shows it. */
  readonly span: Span;
  readonly fields: readonly PseudoField[];
}

/** Null for a head of HTTP/1. */
export function http2Head({ bytes, head }: Message): Http2Head | null {
  const fields = readPseudoFields(bytes, head);
  const version = fields.length > 0 ? null : laterHttpVersion(bytes, head.startLine);
  return fields.length > 0 || version !== null ? { version, span: head.startLine, fields } : null;
}

/** The first of that name. */
export function pseudoField({ fields }: Http2Head, name: PseudoName): PseudoField | null {
  return fields.find((field) => field.name === name) ?? null;
}

/** Extended CONNECT: ":method: CONNECT" with a ":protocol" (RFC 8441 §4). Null for any other request. */
export function extendedConnect(request: Message): Http2Head | null {
  const http2 = http2Head(request);
  const method = http2 && pseudoField(http2, "method");
  const protocol = http2 && pseudoField(http2, "protocol");
  if (!method || !protocol || textOf(request.bytes, method.value) !== "CONNECT") return null;
  return equalsIgnoringCase(request.bytes, protocol.value, "websocket") ? http2 : null;
}

/** Whether it has fields with which HTTP/1.1 asks for a WebSocket. */
export function asksByFields({ bytes, head: { fields } }: Message): boolean {
  if (hasElement(bytes, valuesOf(bytes, fields, "upgrade"), "websocket")) return true;
  return fields.some(
    ({ name: [start] }) =>
      equalsIgnoringCase(bytes, [start, start + 17], "sec-websocket-key") ||
      equalsIgnoringCase(bytes, [start, start + 21], "sec-websocket-version"),
  );
}

/** RFC 9113 §3.4: what a client of HTTP/2 begins a connection with. */
export function isPreface({ bytes, head: { startLine } }: Message): boolean {
  return textOf(bytes, startLine) === "PRI * HTTP/2.0";
}

/** RFC 9113 §3.4, §6.5: a server's first frame is SETTINGS, on stream 0, six bytes for each setting. */
export function beginsWithSettings(bytes: Uint8Array): boolean {
  const [high, middle = 0, low = 0, type, flags] = bytes;
  if (bytes.length < 9 || high !== 0 || type !== 4 || flags !== 0) return false;
  if ((middle * 256 + low) % 6 !== 0) return false;
  return bytes.subarray(5, 9).every((byte) => byte === 0);
}
