/**
 * Framing in the drafts hybi-01 to hybi-06, before RFC 6455 got
 * its own: two bytes and a length, the opcodes numbered from 0
 * to 5, and from hybi-04 on four bytes in front of each frame of
 * the client's, with which all of it is masked, header included.
 * Reading is one step, `readByte`, taken from byte to byte.
 */
import { sha1 } from "@noble/hashes/legacy.js";
import { concat } from "../bytes/ascii.ts";
import type { FrameDraft } from "./drafts.ts";

export const CONTINUATION = 0;
export const CLOSE = 1;
export const PING = 2;
export const PONG = 3;
export const TEXT = 4;
export const BINARY = 5;

/** Between two bytes. */
export interface Framing {
  /** closed, failed: whatever comes is discarded. */
  readonly next: "mask" | "first" | "second" | "length" | "data" | "closed" | "failed";
  /** Of the frame that has begun; empty when it is not masked. */
  readonly mask: readonly number[];
  /** Bytes behind the mask, which say where in it one is. */
  readonly read: number;
  /** The first byte, unmasked. */
  readonly first: number;
  /** As read so far; then, what is left of the data. */
  readonly length: number;
  /** Bytes of the length that are to come. */
  readonly left: number;
  readonly failure: "frame-reserved-bits" | "frame-opcode-reserved" | "frame-length-top-bit" | null;
}

/** Whose bytes they are, and in which draft. */
export interface Stream {
  readonly generation: FrameDraft;
  readonly from: "client" | "server";
  /** hybi-04: the key of the connection, when it is known. */
  readonly connectionKey?: Uint8Array;
}

export function frameBegins(stream: Stream): Framing {
  const next = isMasked(stream) ? "mask" : "first";
  return { next, mask: [], read: 0, first: 0, length: 0, left: 0, failure: null };
}

/** Whether nothing of a frame has come. */
export function isBetweenFrames({ mask, read, next }: Framing): boolean {
  return (next === "mask" || next === "first") && mask.length === 0 && read === 0;
}

/** Only what the client sends is. */
export function isMasked({ generation, from }: Stream): boolean {
  return generation !== "hybi-01" && from === "client";
}

/** hybi-01 to -03 have MORE where all later ones have FIN. */
export function isLast(first: number, { generation }: Stream): boolean {
  return ((first & 0x80) !== 0) !== (generation === "hybi-01");
}

export function readByte(framing: Framing, byte: number, stream: Stream): Framing {
  switch (framing.next) {
    case "mask": {
      const mask = [...framing.mask, byte];
      if (mask.length < 4) return { ...framing, mask };
      return { ...framing, next: "first", mask: frameMask(mask, stream) };
    }
    case "first":
      return readFirst(framing, unmasked(framing, byte));
    case "second":
      return readSecond(framing, unmasked(framing, byte), stream);
    case "length":
      return readLength(framing, unmasked(framing, byte), stream);
    case "data":
      return skip(framing, 1, stream);
    default:
      return framing;
  }
}

/**
 * hybi-04 hashes the four bytes with the key of the connection.
 * Note: not all that spoke it did; without that key the four
 * bytes are taken for the mask itself, as in hybi-05.
 */
export function frameMask(
  nonce: readonly number[],
  { generation, connectionKey }: Stream,
): readonly number[] {
  if (generation !== "hybi-04" || !connectionKey) return nonce;
  return [...sha1(concat(Uint8Array.from(nonce), connectionKey))];
}

/** hybi-04: of Sec-WebSocket-Key and Sec-WebSocket-Nonce, both as they came. */
export function connectionKey(key: Uint8Array, nonce: Uint8Array): Uint8Array {
  return sha1(concat(key, nonce, "61AC5F19-FBBA-4540-B96F-6561F1AB40A8"));
}

function unmasked({ mask, read }: Framing, byte: number): number {
  return mask.length === 0 ? byte : byte ^ (mask[read % mask.length] as number);
}

function readFirst(framing: Framing, first: number): Framing {
  const header: Framing = { ...framing, next: "second", first, read: 1 };
  if (first & 0x70) return { ...header, next: "failed", failure: "frame-reserved-bits" };
  if ((first & 0x0f) > BINARY) {
    return { ...header, next: "failed", failure: "frame-opcode-reserved" };
  }
  return header;
}

function readSecond(framing: Framing, second: number, stream: Stream): Framing {
  const header: Framing = { ...framing, read: 2, length: second & 0x7f };
  if (second & 0x80) return { ...header, next: "failed", failure: "frame-reserved-bits" };
  if (header.length < 126) return dataBegins(header, stream);
  return { ...header, next: "length", length: 0, left: header.length === 126 ? 2 : 8 };
}

/** The most significant byte first, of whose bits the first is 0. */
function readLength(framing: Framing, byte: number, stream: Stream): Framing {
  const { left, read } = framing;
  const length = framing.length * 256 + byte;
  const header: Framing = { ...framing, length, left: left - 1, read: read + 1 };
  const isTooLarge = (left === 8 && byte & 0x80) || length > Number.MAX_SAFE_INTEGER;
  if (isTooLarge) return { ...header, next: "failed", failure: "frame-length-top-bit" };
  return left === 1 ? dataBegins(header, stream) : header;
}

function dataBegins(framing: Framing, stream: Stream): Framing {
  return framing.length === 0 ? frameEnds(framing, stream) : { ...framing, next: "data" };
}

/** Over as many bytes of data; at most all of it. */
export function skip(framing: Framing, count: number, stream: Stream): Framing {
  const { length, read } = framing;
  if (length === count) return frameEnds(framing, stream);
  return { ...framing, length: length - count, read: read + count };
}

function frameEnds({ first }: Framing, stream: Stream): Framing {
  const begins = frameBegins(stream);
  return (first & 0x0f) === CLOSE ? { ...begins, next: "closed" } : begins;
}
