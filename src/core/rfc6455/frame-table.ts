/**
 * Where frames begin and end in a stream, and nothing else: so
 * a million of them take 8 MB, and the stream can be handed
 * over piece by piece. The table goes where `readByte` would
 * go, byte by byte, but takes a frame that lies whole in a piece
 * in one stride.
 */
import {
  CLOSE,
  FRAME_BEGINS,
  type Framing,
  failureOf,
  LENGTH_16,
  LENGTH_64,
  MASK,
  OPCODE,
  PAYLOAD_LENGTH,
  readByte,
  skip,
} from "./framing.ts";

/** 1 for a first byte that a frame can have. */
const CAN_BEGIN = Uint8Array.from({ length: 256 }, (_, first) => (failureOf(first) ? 0 : 1));

export class FrameTable {
  /** Of frames that have ended, a close included. */
  count = 0;
  /** Bytes handed over so far. */
  seen = 0;
  /** Behind the last of them. */
  framing: Framing = FRAME_BEGINS;
  /** Where each frame begins, and where the last one ends. */
  #edges = new Float64Array(256);

  /** Offset; of `count`, it is where the last one ends. */
  start(index: number): number {
    return this.#edges[index] as number;
  }

  /** The next bytes of the stream, any number of them. */
  read(bytes: Uint8Array): void {
    let framing = this.framing;
    let at = 0;
    while (at < bytes.length && framing.next !== "closed" && framing.next !== "failed") {
      if (framing.next === "first") {
        at = this.#readWhole(bytes, at);
        if (at === bytes.length) break;
      }
      if (framing.next === "applicationData") {
        const count = Math.min(framing.length, bytes.length - at);
        framing = skip(framing, count);
        at += count;
      } else {
        framing = readByte(framing, bytes[at] as number);
        at += 1;
      }
      if (framing.next === "first" || framing.next === "closed") this.#add(this.seen + at);
    }
    this.framing = framing;
    this.seen += bytes.length;
  }

  /** Frames that lie whole in these bytes, as far as that is plain. Returns where it stopped. */
  #readWhole(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at + 2 <= bytes.length) {
      const first = bytes[at] as number;
      const second = bytes[at + 1] as number;
      if (CAN_BEGIN[first] === 0 || (first & OPCODE) === CLOSE) break;
      let end = at + 2 + ((second & MASK) >> 5);
      const length = second & PAYLOAD_LENGTH;
      if (length < LENGTH_16) {
        end += length;
      } else if (length === LENGTH_64 || at + 4 > bytes.length) {
        break;
      } else {
        end += 2 + (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number);
      }
      if (end > bytes.length) break;
      at = end;
      this.#add(this.seen + at);
    }
    return at;
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
