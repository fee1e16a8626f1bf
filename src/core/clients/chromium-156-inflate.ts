/**
 * How Chromium 156 reads messages when permessage-deflate is in use: all data frames of a read are inflated before any frame is
 * looked at. What is inside a compressed message is fed on whatever its opcode and mask, so those go unseen until there is
 * something to deliver. The window goes from message to message, all of its 32 KiB, also where the server promised not to use it, or a
 * smaller one.
 */
import { concat } from "../bytes/ascii.ts";
import type { Chunk } from "./chromium-156-chunks.ts";
import { ZlibStream } from "./zlib.ts";

/** What permessage-deflate takes off a message (RFC 7692 §7.2.2). */
const TAIL = Uint8Array.of(0x00, 0x00, 0xff, 0xff);
/** Of a message that has not ended, so many bytes are delivered at once, and fewer not at all. */
const PIECE = 32_768;
/** More is not looked at. */
const LARGEST = 4_194_304;

export class Inflater {
  readonly #stream = new ZlibStream(LARGEST);
  /** Of the compressed message that has begun. */
  #message: { data: Uint8Array; opcode: number } | null = null;
  #isReading = false;

  /** Frames as they are looked at, or null for what cannot be read. "too-much": there is more to them than is looked at. */
  read(chunks: readonly Chunk[]): readonly Chunk[] | "too-much" | null {
    const read: Chunk[] = [];
    for (const chunk of chunks) {
      if (chunk.opcode > 2) {
        read.push(chunk);
        continue;
      }
      if (this.#isReading && chunk.rsv1) return null;
      if (!this.#isReading && chunk.rsv1) {
        this.#message = { data: new Uint8Array(0), opcode: chunk.opcode };
      }
      this.#isReading = !chunk.final;
      const inflated = this.#message ? this.#inflate(chunk, this.#message) : [chunk];
      if (inflated === null || inflated === "too-much") return inflated;
      read.push(...inflated);
    }
    return read;
  }

  #inflate(
    chunk: Chunk,
    message: { data: Uint8Array; opcode: number },
  ): readonly Chunk[] | "too-much" | null {
    const data = this.#stream.write(chunk.final ? concat(chunk.payload, TAIL) : chunk.payload);
    if (data === null || data === "too-much") return data;
    message.data = concat(message.data, data);
    const inflated: Chunk[] = [];
    while (message.data.length >= PIECE || chunk.final) {
      const payload = message.data.subarray(0, PIECE);
      message.data = message.data.slice(PIECE);
      const final = chunk.final && message.data.length === 0;
      inflated.push({ ...chunk, rsv1: false, opcode: message.opcode, payload, final });
      message.opcode = 0;
      if (final) break;
    }
    if (chunk.final) this.#message = null;
    return inflated;
  }
}
