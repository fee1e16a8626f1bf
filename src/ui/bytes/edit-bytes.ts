/** One keystroke in a hex view, as a function from bytes to bytes. */
import type { Span } from "../../core/bytes/span.ts";

export interface Edited {
  readonly bytes: Uint8Array;
  /** The active byte afterwards. */
  readonly at: number;
  /** A first hex digit was typed; the next one completes its byte. */
  readonly lowNibble: boolean;
}

interface Typing {
  /** Keys type characters, and not hex digits. */
  readonly text: boolean;
  readonly lowNibble: boolean;
}

/** Null for a key that edits nothing. `span` is the selection, or the active byte. */
export function editBytes(
  bytes: Uint8Array,
  span: Span,
  at: number,
  key: string,
  { text, lowNibble }: Typing,
): Edited | null {
  if (key === "Delete") return replaced(bytes, span, [], span[0]);
  if (key === "Backspace") {
    if (span[1] - span[0] > 1) return replaced(bytes, span, [], span[0]);
    return at === 0 ? null : replaced(bytes, [at - 1, at], [], at - 1);
  }
  if (key === "Insert") return replaced(bytes, [at, at], [0], at);
  if (text && /^[ -~]$/.test(key)) {
    return replaced(bytes, [at, Math.min(at + 1, bytes.length)], [key.charCodeAt(0)], at + 1);
  }
  if (text || !/^[0-9a-f]$/i.test(key)) return null;
  const digit = Number.parseInt(key, 16);
  const old = bytes[at] ?? 0;
  const byte = lowNibble ? (old & 0xf0) | digit : (digit << 4) | (old & 0x0f);
  const edited = replaced(bytes, [at, Math.min(at + 1, bytes.length)], [byte], at);
  return lowNibble ? { ...edited, at: at + 1 } : { ...edited, lowNibble: true };
}

function replaced(
  bytes: Uint8Array,
  [start, end]: Span,
  by: readonly number[],
  at: number,
): Edited {
  const edited = new Uint8Array(bytes.length - (end - start) + by.length);
  edited.set(bytes.subarray(0, start));
  edited.set(by, start);
  edited.set(bytes.subarray(end), start + by.length);
  return { bytes: edited, at, lowNibble: false };
}
