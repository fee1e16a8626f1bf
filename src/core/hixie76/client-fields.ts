/**
 * What a client demands of the response's fields, hybi-00 §4.1
 * step 41: first how many there are, then what each one says.
 */
import { COMMA, equalsIgnoringCase } from "../bytes/ascii.ts";
import { type Span, slice } from "../bytes/span.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import {
  type Failed,
  type Field,
  failed,
} from "./client-head.ts";

/** What the response is held against. */
export interface Sent {
  /** As built by §3.2 from what the script opened. */
  readonly url: string;
  readonly origin: string;
  readonly protocol: string | null;
  /** 16 bytes. */
  readonly expected: Uint8Array;
}

/** Step 41. Null when nothing is wrong. */
export function checkFields(
  sent: Sent,
  bytes: Uint8Array,
  fields: readonly Field[],
): Failed | null {
  for (const [name, code] of demanded(sent)) {
    const same = fields.filter((field) => field.name === name);
    if (same.length === 0) return failed(41, code, null);
    if (same[1] !== undefined) {
      return failed(41, "header-repeated", same[1].line);
    }
  }
  for (const { name, line } of fields) {
    if (name === "") {
      return failed(41, "header-without-colon", line);
    }
  }
  for (const field of fields) {
    const code = wrong(sent, bytes, field);
    if (code !== null) return failed(41, code, field.value);
  }
  return null;
}

/** Exactly one of each, and the code when there is none. */
function demanded({
  protocol,
}: Sent): readonly (readonly [name: string, code: string])[] {
  const always = [
    ["upgrade", "upgrade-not-websocket"],
    ["connection", "connection-not-upgrade"],
    ["sec-websocket-origin", "origin-mismatch"],
    ["sec-websocket-location", "location-mismatch"],
  ] as const;
  if (protocol === null) return always;
  return [
    ...always,
    ["sec-websocket-protocol", "subprotocol-mismatch"],
  ];
}

/** The code for a value that is not as it must be, or null. */
function wrong(
  { origin, url, protocol }: Sent,
  bytes: Uint8Array,
  { name, value }: Field,
): string | null {
  switch (name) {
    case "upgrade":
      if (equals(bytes, value, "WebSocket")) return null;
      return equalsIgnoringCase(bytes, value, "websocket")
        ? "upgrade-value-case"
        : "upgrade-not-websocket";
    case "connection":
      if (equalsIgnoringCase(bytes, value, "upgrade"))
        return null;
      return slice(bytes, value).includes(COMMA)
        ? "connection-is-a-list"
        : "connection-not-upgrade";
    case "sec-websocket-origin":
      if (equals(bytes, value, origin)) return null;
      return "origin-mismatch";
    case "sec-websocket-location":
      if (equals(bytes, value, url)) return null;
      return "location-mismatch";
    case "sec-websocket-protocol":
      if (protocol === null) return null;
      if (equals(bytes, value, protocol)) return null;
      return "subprotocol-mismatch";
    default:
      return null;
  }
}

/** Exactly: no case is ignored and no space trimmed. */
function equals(
  bytes: Uint8Array,
  value: Span,
  text: string,
): boolean {
  return sameBytes(slice(bytes, value), encodeUtf8(text));
}

export function sameBytes(
  some: Uint8Array,
  others: Uint8Array,
): boolean {
  return (
    some.length === others.length &&
    some.every((byte, at) => byte === others[at])
  );
}
