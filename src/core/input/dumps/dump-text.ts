/** The text column of a dump row: the same bytes again, with dots or blanks for what cannot be printed. */
import type { RowBytes } from "./dump-rows.ts";

/** How many of the bytes belong to a row whose length no offset tells. `width`: the bytes of the other rows, or null. */
export function countBytes(row: string, { bytes, ends }: RowBytes, width: number | null): number {
  const most = Math.min(bytes.length, width ?? bytes.length);
  for (let count = most; count > 0; count--) {
    const isUnitEnd = ends[count] !== ends[count - 1];
    if (isUnitEnd && isTextOf(row.slice(ends[count - 1]), bytes.slice(0, count))) return count;
  }
  return most;
}

/** Whether some of the bytes from the first on stand again in the text column. */
export function fitsText(row: string, read: RowBytes): boolean {
  const count = countBytes(row, read, null);
  return count > 0 && isTextOf(row.slice(read.ends[count - 1]), read.bytes.slice(0, count));
}

function isTextOf(column: string, bytes: readonly number[]): boolean {
  if (column.trim() === "") return false;
  const inner = /^\s*([|>*])(.*)\1?/s.exec(column)?.[2] ?? column;
  const shown = [...inner].filter((character) => character !== " " && character !== "\t");
  const last = shown.at(-1);
  if (last === "|" || last === "<" || last === "*") {
    // The bar that closes the column; it may be a byte, too.
    if (matches(shown.slice(0, -1), bytes)) return true;
  }
  return matches(shown, bytes);
}

/** Blanks are left out, or shown as dots. */
function matches(shown: readonly string[], bytes: readonly number[]): boolean {
  const printed = bytes.filter((byte) => byte !== 0x20);
  return same(shown, printed) || same(shown, bytes);
}

function same(shown: readonly string[], bytes: readonly number[]): boolean {
  return (
    shown.length === bytes.length &&
    bytes.every((byte, i) => {
      const character = shown[i] as string;
      if (byte > 0x20 && byte < 0x7f) return character === String.fromCharCode(byte);
      return character === "." || character > "\x7e" || character === "?";
    })
  );
}
