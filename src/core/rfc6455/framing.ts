/**
 * Framing, RFC 6455 §5.2: what is sent in either direction once
 * the handshake is done. Reading is one step, `readByte`, taken
 * from byte to byte; it says what the next byte will be and
 * keeps no data, so that whoever takes the steps knows what each
 * byte is. It stops where nobody can tell where the next frame
 * begins; what else a frame must not be is said in rules.ts.
 */

/** §5.2, §11.8. All others are reserved. */
export const CONTINUATION = 0x0;
export const TEXT = 0x1;
export const BINARY = 0x2;
export const CLOSE = 0x8;
export const PING = 0x9;
export const PONG = 0xa;

/** Bits of a frame's first byte and of its second. */
export const FIN = 0x80;
export const RSV1 = 0x40;
export const RSV2 = 0x20;
export const RSV3 = 0x10;
export const OPCODE = 0x0f;
export const MASK = 0x80;
export const PAYLOAD_LENGTH = 0x7f;

/** What lengths above 125 are written in: 2 or 8 more bytes. */
export const LENGTH_16 = 126;
export const LENGTH_64 = 127;

/** Between two bytes. */
export interface Framing {
  /**
   * first: a frame begins; second: its mask bit and length;
   * length: the rest of that; closed, failed: whatever comes is
   * discarded.
   */
  readonly next:
    | "first"
    | "second"
    | "length"
    | "maskingKey"
    | "applicationData"
    | "closed"
    | "failed";
  /** FIN, RSV and opcode of the frame that has begun; 0 between frames. */
  readonly first: number;
  readonly mask: boolean;
  /** As read so far; then, what is left of the application data. */
  readonly length: number;
  /** Bytes of the length or of the masking key that are to come. */
  readonly left: number;
  /** Why it failed. */
  readonly failure: FramingFailure | null;
}

export type FramingFailure =
  | "frame-reserved-bits"
  | "frame-opcode-reserved"
  | "frame-length-top-bit"
  | "frame-length-too-large";

/** Behind the handshake, and behind each frame. */
export const FRAME_BEGINS: Framing = {
  next: "first",
  first: 0,
  mask: false,
  length: 0,
  left: 0,
  failure: null,
};

/** §5.5.1: nothing may be sent behind a close. */
const CLOSED: Framing = { ...FRAME_BEGINS, next: "closed", first: FIN | CLOSE };

export function readByte(framing: Framing, byte: number): Framing {
  switch (framing.next) {
    case "first":
      return readFirst(byte);
    case "second":
      return readSecond(framing, byte);
    case "length":
      return readLength(framing, byte);
    case "maskingKey":
      return framing.left === 1 ? dataBegins(framing) : { ...framing, left: framing.left - 1 };
    case "applicationData":
      return skip(framing, 1);
    default:
      return framing;
  }
}

/**
 * §5.2. Bits and opcodes that no extension gave a meaning to:
 * fail. Note: RSV1 has one where permessage-deflate is in use,
 * so a frame that sets it is read on.
 */
function readFirst(first: number): Framing {
  const failure = failureOf(first);
  const framing: Framing = { ...FRAME_BEGINS, next: "second", first };
  return failure === null ? framing : { ...framing, next: "failed", failure };
}

export function failureOf(first: number): FramingFailure | null {
  if (first & (RSV2 | RSV3)) return "frame-reserved-bits";
  return isKnown(first & OPCODE) ? null : "frame-opcode-reserved";
}

/** §5.2. */
export function isKnown(opcode: number): boolean {
  return opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG);
}

/** §5.5: those with the highest bit of the opcode set. */
export function isControl(opcode: number): boolean {
  return opcode >= CLOSE;
}

/** §5.2. Up to 125 it is the length itself. */
function readSecond(framing: Framing, byte: number): Framing {
  const mask = (byte & MASK) !== 0;
  const length = byte & PAYLOAD_LENGTH;
  const header: Framing = { ...framing, mask, length };
  if (length < LENGTH_16) return headerEnds(header);
  return { ...header, next: "length", length: 0, left: length === LENGTH_16 ? 2 : 8 };
}

/** §5.2. The most significant byte first. */
function readLength(framing: Framing, byte: number): Framing {
  const { length: before, left } = framing;
  const length = before * 256 + byte;
  const header: Framing = { ...framing, length, left: left - 1 };
  // §5.2: the most significant bit MUST be 0.
  if (left === 8 && byte & 0x80) {
    return { ...header, next: "failed", failure: "frame-length-top-bit" };
  }
  // Note: not in the RFC; numbers end to be exact here.
  if (length > Number.MAX_SAFE_INTEGER) {
    return { ...header, next: "failed", failure: "frame-length-too-large" };
  }
  return left === 1 ? headerEnds(header) : header;
}

/** §5.3. The key is there when the mask bit says so. */
function headerEnds(framing: Framing): Framing {
  return framing.mask ? { ...framing, next: "maskingKey", left: 4 } : dataBegins(framing);
}

function dataBegins(framing: Framing): Framing {
  if (framing.length === 0) return frameEnds(framing);
  return { ...framing, next: "applicationData", left: 0 };
}

/** Over as many bytes of application data; at most all of it. */
export function skip(framing: Framing, count: number): Framing {
  if (framing.length === count) return frameEnds(framing);
  return { ...framing, length: framing.length - count };
}

function frameEnds({ first }: Framing): Framing {
  return (first & OPCODE) === CLOSE ? CLOSED : FRAME_BEGINS;
}

/** §5.3. Masking and unmasking are the same. */
export function unmask(data: Uint8Array, maskingKey: Uint8Array): Uint8Array {
  return data.map((byte, i) => byte ^ (maskingKey[i % 4] as number));
}
