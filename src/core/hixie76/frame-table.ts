/**
 * Where frames begin and end in a stream, and nothing else: so
 * a million of them take 8 MB, and the stream can be handed
 * over piece by piece. The table goes where `readByte` would
 * go, byte by byte, but leaps over data.
 */
import {
  END_OF_DATA,
  FRAME_BEGINS,
  type Framing,
  readByte,
  skip,
} from "./framing.ts";

export class FrameTable {
  /** Of frames that have ended, a close included. */
  count = 0;
  /** Bytes handed over so far. */
  seen = 0;
  /** Behind the last of them. */
  framing: Framing = FRAME_BEGINS;
  readonly #closingHandshake: boolean;
  /** Where each frame begins, and where the last one ends. */
  #edges = new Float64Array(256);

  /** Note: to hixie-75, else alike, FF 00 closes nothing. */
  constructor({ closingHandshake = true } = {}) {
    this.#closingHandshake = closingHandshake;
  }

  /** Offset; of `count`, it is where the last one ends. */
  start(index: number): number {
    return this.#edges[index] as number;
  }

  /** The next bytes of the stream, any number of them. */
  read(bytes: Uint8Array): void {
    const { buffer, byteOffset, length } = bytes;
    const words = new DataView(buffer, byteOffset, length);
    let framing = this.framing;
    let at = 0;
    while (at < bytes.length && !isOver(framing)) {
      if (framing.next === "data") {
        at = endOfData(bytes, words, at);
        if (at === bytes.length) break;
      }
      if (framing.next === "skipped") {
        const left = bytes.length - at;
        const count = Math.min(framing.length, left);
        framing = skip(framing, count);
        at += count;
      } else {
        framing = readByte(framing, bytes[at] as number);
        at += 1;
      }
      if (framing.next === "type") this.#add(this.seen + at);
      if (framing.next === "closed") {
        this.#add(this.seen + at);
        if (!this.#closingHandshake) framing = FRAME_BEGINS;
      }
    }
    this.framing = framing;
    this.seen += bytes.length;
  }

  #add(end: number): void {
    this.count += 1;
    if (this.count === this.#edges.length) {
      const more = new Float64Array(2 * this.count);
      more.set(this.#edges);
      this.#edges = more;
    }
    this.#edges[this.count] = end;
  }
}

/** Nothing that comes can change it any more. */
function isOver({ next }: Framing): boolean {
  return next === "closed" || next === "failed";
}

/** Four bytes at a time; texts too long for that, natively. */
function endOfData(
  bytes: Uint8Array,
  words: DataView,
  from: number,
): number {
  const near = Math.min(from + 128, bytes.length);
  let at = from;
  while (at + 4 <= near && !holdsEnd(words.getInt32(at)))
    at += 4;
  while (at < near && bytes[at] !== END_OF_DATA) at += 1;
  if (at < near || near === bytes.length) return at;
  const found = bytes.indexOf(END_OF_DATA, near);
  return found < 0 ? bytes.length : found;
}

/**
 * Whether any of four bytes is 0xFF. Inverted that is 0x00, and
 * of bytes below 0x80 only 0x00 less 0x01 has its high bit set.
 */
function holdsEnd(word: number): boolean {
  return ((~word - 0x0101_0101) & word & 0x8080_8080) !== 0;
}
