/** Lists of tokens with commas between them (RFC 9110 §5.6.1), over as many fields as there are with one name. */
import { COMMA, equalsIgnoringCase } from "../bytes/ascii.ts";
import { length, type Span } from "../bytes/span.ts";
import { trim } from "./fields.ts";

/** In order; a recipient passes over empty ones. */
export function elements(bytes: Uint8Array, values: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const [start, end] of values) {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && bytes[at] !== COMMA) continue;
      const element = trim(bytes, [from, at]);
      if (length(element) > 0) found.push(element);
      from = at + 1;
    }
  }
  return found;
}

/** Whether one of the elements is that token, in upper or lower case. */
export function hasElement(bytes: Uint8Array, values: readonly Span[], lowerCase: string): boolean {
  return elements(bytes, values).some((element) => equalsIgnoringCase(bytes, element, lowerCase));
}

/** RFC 9110 §5.6.2: token = 1*tchar. */
export function isToken(bytes: Uint8Array, [start, end]: Span): boolean {
  for (let at = start; at < end; at++) if (!isTokenByte(bytes[at] as number)) return false;
  return end > start;
}

/** RFC 9110 §5.6.2: letters, digits, and ! # $ % & ' * + - . ^ _ ` | ~ */
export function isTokenByte(byte: number): boolean {
  return IN_TOKEN[byte] === 1;
}

const IN_TOKEN = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9!#$%&'*+\-.^_`|~]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
