const PICTURE = "a picture, which does not hold the bytes: copy the text, or save the capture";
const PACKED = "packed: unpack it, and open what is inside";

/** First bytes of files that people drop and that hold no bytes of a handshake as they are. */
const KINDS: readonly (readonly [first: string, what: string])[] = [
  ["\x89PNG", PICTURE],
  ["\xff\xd8\xff", PICTURE],
  ["GIF8", PICTURE],
  ["RIFF", PICTURE],
  ["%PDF", "a PDF: copy the text out of it"],
  ["PK\x03\x04", PACKED],
  ["\x1f\x8b\x08", PACKED],
];

/** Enough of a file to tell. */
export const FIRST = 4;

/** What a file is that cannot be read; null for one that may be. `first`: its first bytes, as Latin-1. */
export function foreignKind(first: string): string | null {
  return KINDS.find(([bytes]) => first.startsWith(bytes))?.[1] ?? null;
}
