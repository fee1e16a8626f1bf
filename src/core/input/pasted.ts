/** What was pasted or dropped, as text and as bytes; the text of a file is decoded only when a format asks for it. */
import { fromLatin1 } from "../bytes/ascii.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { Pasted } from "./format.ts";
import { type Line, splitLines } from "./text/lines.ts";

export function asPasted(pasted: string | Uint8Array): Pasted {
  const bytes = typeof pasted === "string" ? null : pasted;
  let decoded: Decoded | null =
    typeof pasted === "string" ? { text: withoutMark(pasted), binary: false } : null;
  let lines: Line[] | null = null;
  return {
    bytes,
    get text() {
      decoded ??= decode(bytes as Uint8Array);
      return decoded.text;
    },
    get binary() {
      decoded ??= decode(bytes as Uint8Array);
      return decoded.binary;
    },
    get lines() {
      lines ??= splitLines(this.text);
      return lines;
    },
  };
}

interface Decoded {
  readonly text: string;
  readonly binary: boolean;
}

/** UTF-16 where a byte order mark says so, as PowerShell writes it; else UTF-8, if it is that. */
function decode(bytes: Uint8Array): Decoded {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) {
    return { text: decodeUtf16(bytes, mark === 0xfeff), binary: false };
  }
  const { text, invalidAt } = decodeUtf8(bytes);
  if (invalidAt === null) return { text: withoutMark(text), binary: false };
  return { text: fromLatin1(bytes), binary: true };
}

function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  const characters: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] as number;
    const second = bytes[at + 1] as number;
    characters.push(String.fromCharCode(bigEndian ? (first << 8) | second : (second << 8) | first));
  }
  return characters.join("");
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
