/**
 * Texts of small frames. The platform decodes UTF-8, which takes longer to be called than to decode a short text: so frames are
 * decoded in stretches, unmasked and with a 0x00 between them, and the decoded stretch falls apart at these again.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { FrameTable } from "./frame-table.ts";
import { FIN, LENGTH_16, MASK, TEXT } from "./framing.ts";

const STRETCH = 16_384;

/** Room for a stretch, taken once. */
export type Scratch = Uint8Array;

export function scratch(): Scratch {
  return new Uint8Array(STRETCH);
}

/**
 * The texts of the frames from `first` on, as many as are unfragmented texts of at most 125 bytes with the mask bit `mask`; null
 * when that is none or one, or when they have to be looked at one by one: a text has a 0x00 in it, or is not UTF-8.
 */
export function stretchOfTexts(
  bytes: Uint8Array,
  table: FrameTable,
  first: number,
  mask: boolean,
  room: Scratch,
): readonly string[] | null {
  let length = 0;
  let frame = first;
  for (; frame < table.count; frame++) {
    const start = table.start(frame);
    const second = bytes[start + 1] as number;
    const size = second & ~MASK;
    const isPlain =
      bytes[start] === (FIN | TEXT) && size < LENGTH_16 && ((second & MASK) !== 0) === mask;
    if (!isPlain || length + size + 1 > STRETCH) break;
    if (frame > first) {
      room[length] = 0;
      length += 1;
    }
    if (mask) {
      const data = start + 6;
      for (let i = 0; i < size; i++) {
        room[length + i] = (bytes[data + i] as number) ^ (bytes[start + 2 + (i & 3)] as number);
      }
    } else {
      for (let i = 0; i < size; i++) room[length + i] = bytes[start + 2 + i] as number;
    }
    length += size;
  }
  if (frame - first < 2) return null;
  const { text, invalidAt } = decodeUtf8(room.subarray(0, length));
  if (invalidAt !== null) return null;
  const texts = text.split("\0");
  return texts.length === frame - first ? texts : null;
}
