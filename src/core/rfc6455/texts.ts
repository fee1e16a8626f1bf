/**
 * Texts of small frames. The platform decodes UTF-8, which takes longer to be called than to decode a short text: so frames are
 * decoded in stretches, unmasked and with a 0x00 between them, and the decoded stretch falls apart at these again.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { FrameTable } from "./frame-table.ts";
import { FIN, LENGTH_16, MASK, PAYLOAD_LENGTH, TEXT } from "./framing.ts";

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
  let start = table.start(first);
  let frame = first;
  for (; frame < table.count; frame++) {
    const second = bytes[start + 1] as number;
    const size = second & PAYLOAD_LENGTH;
    const isPlain =
      bytes[start] === (FIN | TEXT) && size < LENGTH_16 && ((second & MASK) !== 0) === mask;
    if (!isPlain || length + size + 1 > STRETCH) break;
    if (frame > first) {
      room[length] = 0;
      length += 1;
    }
    const data = start + (mask ? 6 : 2);
    if (mask) unmaskInto(room, length, bytes, data, size);
    else for (let i = 0; i < size; i++) room[length + i] = bytes[data + i] as number;
    length += size;
    start = data + size;
  }
  if (frame - first < 2) return null;
  const { text, invalidAt } = decodeUtf8(room.subarray(0, length));
  if (invalidAt !== null) return null;
  const texts = text.split("\0");
  return texts.length === frame - first ? texts : null;
}

/** The masking key stands in the four bytes before the data. */
function unmaskInto(
  room: Scratch,
  to: number,
  bytes: Uint8Array,
  data: number,
  size: number,
): void {
  const key0 = bytes[data - 4] as number;
  const key1 = bytes[data - 3] as number;
  const key2 = bytes[data - 2] as number;
  const key3 = bytes[data - 1] as number;
  let i = 0;
  for (; i + 4 <= size; i += 4) {
    room[to + i] = (bytes[data + i] as number) ^ key0;
    room[to + i + 1] = (bytes[data + i + 1] as number) ^ key1;
    room[to + i + 2] = (bytes[data + i + 2] as number) ^ key2;
    room[to + i + 3] = (bytes[data + i + 3] as number) ^ key3;
  }
  if (i < size) room[to + i] = (bytes[data + i] as number) ^ key0;
  if (i + 1 < size) room[to + i + 1] = (bytes[data + i + 1] as number) ^ key1;
  if (i + 2 < size) room[to + i + 2] = (bytes[data + i + 2] as number) ^ key2;
}
