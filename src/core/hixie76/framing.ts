/**
 * Framing, hybi-00 §4.2 (client) and §5.3 (server): what is
 * sent in either direction once the handshake is done. Reading
 * is one step, `readByte`, taken from byte to byte; it says
 * what the next byte will be and keeps no data, so that whoever
 * takes the steps knows what each byte is.
 */
import { encodeUtf8 } from "../bytes/utf8.ts";

export const TEXT_TYPE = 0x00;
export const CLOSE_TYPE = 0xff;
export const END_OF_DATA = 0xff;

/** §4.2: nobody needs to skip more than 2 GB. */
export const MAX_LENGTH = 2 ** 31;

/** Between two bytes. */
export interface Framing {
  /**
   * type: a frame begins; data: to be collected, up to 0xFF;
   * skipped: data after a length; closed, failed: whatever
   * comes is discarded.
   */
  readonly next:
    | "type"
    | "length"
    | "data"
    | "skipped"
    | "closed"
    | "failed";
  /** Of the frame that has begun; 0 between frames. */
  readonly type: number;
  /** As read so far; then, what is left of it to be skipped. */
  readonly length: number;
}

/** Behind the handshake, and behind each frame. */
export const FRAME_BEGINS: Framing = {
  next: "type",
  type: 0,
  length: 0,
};

const TEXT_BEGINS: Framing = {
  next: "data",
  type: TEXT_TYPE,
  length: 0,
};

/** §5.3: the client is terminated; §4.2: so is the server. */
const CLOSED: Framing = {
  next: "closed",
  type: CLOSE_TYPE,
  length: 0,
};

export function readByte(
  framing: Framing,
  byte: number,
): Framing {
  switch (framing.next) {
    case "type":
      return readType(byte);
    case "length":
      return readLength(framing, byte);
    case "data":
      return byte === END_OF_DATA ? FRAME_BEGINS : framing;
    case "skipped":
      return skip(framing, 1);
    default:
      return framing;
  }
}

/** §4.2 step 1, §5.3 step 1. The high bit tells of a length. */
function readType(type: number): Framing {
  if (type === TEXT_TYPE) return TEXT_BEGINS;
  const next = type & 0x80 ? "length" : "data";
  return { next, type, length: 0 };
}

/**
 * §4.2 step 3, §5.3 step 3. Seven bits a byte, the highest
 * first; the high bit is set in all but the last.
 */
function readLength(
  { type, length: before }: Framing,
  byte: number,
): Framing {
  const length = before * 128 + (byte & 0x7f);
  if (length > MAX_LENGTH)
    return { next: "failed", type, length };
  if (byte & 0x80) return { next: "length", type, length };
  // Note: read by the letter, §5.3 has a server skip nothing
  // when this byte is 0x00, as in 81 00. Here, as in §4.2, the
  // length counts and not its last byte.
  if (length > 0) return { next: "skipped", type, length };
  return type === CLOSE_TYPE ? CLOSED : FRAME_BEGINS;
}

/** §4.2 step 3, §5.3 step 3. Of use to nobody, as yet. */
export function skip(
  { type, length }: Framing,
  count: number,
): Framing {
  if (length === count) return FRAME_BEGINS;
  return { next: "skipped", type, length: length - count };
}

/**
 * §4.2 steps 3–4, §5.3 steps 2–3. Only type 0x00 is a message.
 * Data of any other type are discarded, and that is an error.
 * Note: a server may hang up over it; this one reads on.
 */
export function isMessage(type: number): boolean {
  return type === TEXT_TYPE;
}

/** §4.2, §5.3. UTF-8 has no byte 0xFF: any text can be sent. */
export function textFrame(text: string): Uint8Array {
  const data = encodeUtf8(text);
  const frame = new Uint8Array(1 + data.length + 1);
  frame[0] = TEXT_TYPE;
  frame.set(data, 1);
  frame[1 + data.length] = END_OF_DATA;
  return frame;
}

/** §4.2, §5.3. Nothing may be sent after it. */
export function closingFrame(): Uint8Array {
  return Uint8Array.of(CLOSE_TYPE, 0x00);
}
