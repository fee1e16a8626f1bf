/** `key=value&key=value`, percent-encoded, as it stands in the fragment of a link. Which keys there are is for `link.ts`. */
import { hexByte } from "../../core/bytes/hex.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";

export interface Pair {
  readonly key: string;
  readonly value: string;
  /** Some of it was no percent-encoded UTF-8, and stayed as it was or became U+FFFD. */
  readonly damaged: boolean;
}

/** Total: a piece without "=" is a key with an empty value; empty pieces are passed over; "+" is itself. */
export function readPairs(text: string): Pair[] {
  const pieces = text.split("&").filter((piece) => piece !== "");
  return pieces.map((piece) => {
    const equals = piece.indexOf("=");
    const key = decode(equals < 0 ? piece : piece.slice(0, equals));
    const value = decode(equals < 0 ? "" : piece.slice(equals + 1));
    return { key: key.text, value: value.text, damaged: key.damaged || value.damaged };
  });
}

/** For an address: nothing is left as it is that a program which finds links in text may stop at. */
export function writePairs(pairs: readonly (readonly [key: string, value: string])[]): string {
  return pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
}

/** The same for where no address has to be made of it: only what `readPairs` would take for something else is encoded. */
export function writePlainPairs(pairs: readonly (readonly [key: string, value: string])[]): string {
  return pairs
    .map(([key, value]) => `${key.replace(/[%&=]/g, percent)}=${value.replace(/[%&]/g, percent)}`)
    .join("&");
}

/** Programs that find links in text take punctuation at the end for the sentence's. */
export function encodeEnd(link: string): string {
  return link.replace(/[-._~:]$/, percent);
}

/** As encodeURIComponent, but for ":", and for brackets and quotes; lone surrogates, which UTF-8 cannot say, become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"))
    .replaceAll("%3A", ":")
    .replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${hexByte(character.charCodeAt(0)).toUpperCase()}`;
}

function decode(encoded: string): { readonly text: string; readonly damaged: boolean } {
  let damaged = false;
  const text = encoded.replace(/(?:%[\da-f]{2})+|%/gi, (run) => {
    if (run === "%") {
      damaged = true;
      return run;
    }
    const digits = run.slice(1).split("%");
    const decoded = decodeUtf8(Uint8Array.from(digits, (two) => Number.parseInt(two, 16)));
    damaged ||= decoded.invalidAt !== null;
    return decoded.text;
  });
  return { text, damaged };
}
