/** The value of a Host field, taken apart: `example.com`, `example.com:8080`, `[::1]:80`. */
import { CLOSING_BRACKET, COLON, fromLatin1, isGraphic } from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";

export interface Host {
  readonly name: Span;
  /** Null when there is none. */
  readonly port: number | null;
}

/** Null when it is nobody's name: empty, with blanks in it, or with a port that is no number up to 65535. */
export function readHost(bytes: Uint8Array, host: Span): Host | null {
  const [start, end] = host;
  let at = end - 1;
  while (at >= start && bytes[at] !== COLON && bytes[at] !== CLOSING_BRACKET) at -= 1;
  const hasPort = at >= start && bytes[at] === COLON;
  const name: Span = [start, hasPort ? at : end];
  const digits = hasPort ? fromLatin1(slice(bytes, [at + 1, Math.min(end, at + 12)])) : null;
  const port = digits === null ? null : Number(digits);
  if (length(name) === 0 || !slice(bytes, name).every(isGraphic)) return null;
  if (digits !== null && !(/^\d{1,10}$/.test(digits) && Number(digits) <= 0xffff)) return null;
  return { name, port };
}
