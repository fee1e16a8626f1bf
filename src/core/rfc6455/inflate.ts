/**
 * The messages of permessage-deflate, RFC 7692 §7.2.2: each is DEFLATE without the four bytes 00 00 FF FF at its end, and may
 * refer to the last 32 KiB of those before it. A sender that does not (no_context_takeover) is read just as well that way.
 */
import { Inflate } from "fflate";
import { concat } from "../bytes/ascii.ts";
import { joinBytes } from "../input/wire/join-bytes.ts";

/** RFC 1951: how far back DEFLATE can refer. */
const WINDOW = 32_768;

/** What was taken off the end, and then an empty last block, so that it ends where it should. */
const TAIL = Uint8Array.of(0x00, 0x00, 0xff, 0xff, 0x03, 0x00);

/** Nobody reads more; a few kilobytes can become gigabytes. */
const MOST = 2 ** 26;

/** What goes into the inflater at once becomes 17 MB at most. */
const PIECE = 16_384;

class TooLarge extends Error {}

export class MessageInflater {
  #window: Uint8Array = new Uint8Array(0);

  /** Null for bytes that are no DEFLATE, or become more than 64 MiB. */
  inflate(compressed: Uint8Array): Uint8Array | null {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const inflater = new Inflate({ dictionary: this.#window }, (piece) => {
      pieces.push(piece);
      length += piece.length;
      if (length > MOST) throw new TooLarge();
    });
    const whole = concat(compressed, TAIL);
    try {
      for (let at = 0; at < whole.length; at += PIECE) {
        inflater.push(whole.subarray(at, at + PIECE), at + PIECE >= whole.length);
      }
    } catch (error) {
      if (error instanceof TooLarge || isFlateError(error)) return null;
      throw error;
    }
    const message = joinBytes(pieces);
    this.#window = concat(this.#window, message.subarray(-WINDOW)).slice(-WINDOW);
    return message;
  }
}

/** fflate's errors have a number for a code. */
function isFlateError(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === "number";
}
