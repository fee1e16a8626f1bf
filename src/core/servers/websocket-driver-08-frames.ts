/**
 * Frames that come in one piece with the request: websocket-driver 0.8 reads them before it answers, and is not ready for all of
 * them. The rules are RFC 6455's, or those of hixie-75, in that driver's order.
 */

/** In bytes. */
const LARGEST_MESSAGE = 0x3ffffff;

const CONTINUATION = 0;
const CLOSE = 8;
const OPCODES = [CONTINUATION, 1, 2, CLOSE, 9, 10];

export type Early =
  /** A close, or a fault. */
  | "closes"
  /** The last frame of a message: there is nothing yet that could take it, and the driver throws. */
  | "crashes"
  /** Nothing that would keep it from answering. */
  | null;

export function readEarlyFrames(bytes: Uint8Array): Early {
  /** Of the message that has begun, in bytes. */
  let begun: number | null = null;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at]!;
    const opcode = first & 0x0f;
    const isFinal = first >= 0x80;
    const isControl = opcode >= CLOSE;
    if ((first & 0x70) !== 0 || !OPCODES.includes(opcode)) return "closes";
    if (isControl ? !isFinal : opcode !== CONTINUATION && begun !== null) return "closes";
    if (at + 1 === bytes.length) return null;

    const second = bytes[at + 1]!;
    const isMasked = second >= 0x80;
    if (!isMasked) return "closes";
    const size = second & 0x7f;
    const keyAt = at + 2 + (size === 126 ? 2 : size === 127 ? 8 : 0);
    if (keyAt > bytes.length) return null;
    const length = size < 126 ? size : readNumber(bytes.subarray(at + 2, keyAt));
    if (isControl && length > 125) return "closes";
    if ((begun ?? 0) + length > LARGEST_MESSAGE) return "closes";
    at = keyAt + 4 + length;
    if (at > bytes.length) return null;

    if (opcode === CLOSE) return "closes";
    if (isControl) continue;
    if (opcode === CONTINUATION && begun === null) return "closes";
    if (isFinal) return "crashes";
    begun = (begun ?? 0) + length;
  }
  return null;
}

function readNumber(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

/** Of hixie-75, which has no close: only a length above the largest ends it. */
export function readEarlyHixie75Frames(bytes: Uint8Array): "closes" | null {
  let at = 0;
  while (at < bytes.length) {
    const isText = bytes[at]! < 0x80;
    at += 1;
    if (isText) {
      const end = bytes.indexOf(0xff, at);
      if (end < 0) return null;
      at = end + 1;
      continue;
    }
    let length = 0;
    for (let isLast = false; !isLast; at++) {
      const byte = bytes[at];
      if (byte === undefined) return null;
      length = length * 128 + (byte & 0x7f);
      if (length > LARGEST_MESSAGE) return "closes";
      isLast = byte < 0x80;
    }
    at += length;
  }
  return null;
}
