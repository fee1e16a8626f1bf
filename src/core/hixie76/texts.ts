/**
 * The messages of a stream. Text is decoded by the platform,
 * which takes longer to be called than to decode a short text:
 * so frames are decoded in stretches. Between the texts of a
 * stretch stand the end of a frame and the type of the next;
 * with both 0x00, the decoded stretch falls apart there again.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { FrameTable } from "./frame-table.ts";
import { isMessage } from "./framing.ts";

const STRETCH = 16_384;

/** In order; `frame` is an index of the table. */
export type TakeText = (text: string, frame: number) => void;

/**
 * §4.3: what is not UTF-8 becomes U+FFFD. §5.4 leaves that open
 * for a server; it does the same here. `bytes` are all that the
 * table has read.
 */
export function eachText(
  bytes: Uint8Array,
  table: FrameTable,
  take: TakeText,
): void {
  let first = 0;
  while (first < table.count) {
    const end = endOfStretch(table, first);
    const texts = decodeStretch(bytes, table, first, end);
    for (let frame = first; frame < end; frame++) {
      if (texts !== null) {
        take(texts[2 * (frame - first) + 1] as string, frame);
      } else if (
        isMessage(bytes[table.start(frame)] as number)
      ) {
        take(decodeOne(bytes, table, frame), frame);
      }
    }
    first = end;
  }
}

function decodeOne(
  bytes: Uint8Array,
  table: FrameTable,
  frame: number,
): string {
  const start = table.start(frame) + 1;
  const end = table.start(frame + 1) - 1;
  return decodeUtf8(bytes.subarray(start, end)).text;
}

/** Behind the last frame that fits; the first always does. */
function endOfStretch(
  table: FrameTable,
  first: number,
): number {
  const limit = table.start(first) + STRETCH;
  let end = first + 1;
  while (end < table.count && table.start(end + 1) <= limit) {
    end += 1;
  }
  return end;
}

/**
 * The texts are at odd indices. Null when the frames have to be
 * taken one by one: one is no text, or has a 0x00 in its text.
 */
function decodeStretch(
  bytes: Uint8Array,
  table: FrameTable,
  first: number,
  end: number,
): readonly string[] | null {
  if (end - first === 1) return null;
  const start = table.start(first);
  const stretch = bytes.slice(start, table.start(end));
  for (let frame = first; frame < end; frame++) {
    const type = stretch[table.start(frame) - start] as number;
    if (!isMessage(type)) return null;
    stretch[table.start(frame + 1) - 1 - start] = 0x00;
  }
  const texts = decodeUtf8(stretch).text.split("\0");
  const count = 2 * (end - first) + 1;
  return texts.length === count ? texts : null;
}
