/**
 * Any frame that can be written down, those that no endpoint
 * may send included: what is wrong with it, the reader says.
 */
import { concat } from "../bytes/ascii.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { Frame } from "../frames/frame.ts";
import {
  BINARY,
  CLOSE,
  CONTINUATION,
  FIN,
  isKnown,
  LENGTH_16,
  LENGTH_64,
  MASK,
  PING,
  PONG,
  RSV1,
  RSV2,
  RSV3,
  TEXT,
  unmask,
} from "./framing.ts";
import { minimalLengthBytes } from "./rules.ts";

const OPCODES = {
  continuation: CONTINUATION,
  text: TEXT,
  binary: BINARY,
  close: CLOSE,
  ping: PING,
  pong: PONG,
} as const;

/**
 * Takes `text` or `payload`, and of a close `statusCode` and `reason`; `fin` (true when left out), `rsv1` to `rsv3`, and
 * `opcode` for a reserved type; four bytes of `maskingKey` to mask it; `lengthBytes` (2 or 8) to write the length in more bytes
 * than it needs. RangeError when there is no such frame.
 */
export function encode(frame: Frame): Uint8Array {
  const data = dataOf(frame);
  const maskingKey = maskingKeyOf(frame);
  return concat(
    Uint8Array.of(firstByte(frame)),
    lengthOf(frame, data.length, maskingKey !== null),
    maskingKey ?? "",
    maskingKey ? unmask(data, maskingKey) : data,
  );
}

function firstByte({ type, opcode, fin = true, rsv1, rsv2, rsv3 }: Frame): number {
  const bits = (fin ? FIN : 0) | (rsv1 ? RSV1 : 0) | (rsv2 ? RSV2 : 0) | (rsv3 ? RSV3 : 0);
  if (type !== "reserved") return bits | OPCODES[type];
  if (typeof opcode !== "number" || !RESERVED.includes(opcode)) {
    throw new RangeError("A reserved opcode is 3 to 7 or 11 to 15");
  }
  return bits | opcode;
}

const RESERVED = Array.from({ length: 16 }, (_, opcode) => opcode).filter(
  (opcode) => !isKnown(opcode),
);

function dataOf({ type, text, payload, statusCode, reason = "" }: Frame): Uint8Array {
  if (payload) return payload;
  if (type !== "close" || statusCode === undefined) return encodeUtf8(text ?? "");
  if (!isWhole(statusCode, 0xffff) || typeof reason !== "string") {
    throw new RangeError("A status code is a number of two bytes, and a reason is text");
  }
  return concat(Uint8Array.of(statusCode >> 8, statusCode), encodeUtf8(reason));
}

function maskingKeyOf({ maskingKey = null }: Frame): Uint8Array | null {
  if (maskingKey === null) return null;
  if (maskingKey instanceof Uint8Array && maskingKey.length === 4) return maskingKey;
  throw new RangeError("A masking key has four bytes");
}

/** RFC 6455 §5.2. */
function lengthOf({ lengthBytes }: Frame, length: number, isMasked: boolean): Uint8Array {
  const least = minimalLengthBytes(length);
  const count = lengthBytes ?? least;
  if (!(count === 0 || count === 2 || count === 8) || count < least) {
    throw new RangeError("The length takes 0, 2 or 8 bytes more, and no fewer than it needs");
  }
  const mask = isMasked ? MASK : 0;
  if (count === 0) return Uint8Array.of(mask | length);
  const bytes = new Uint8Array(1 + count);
  const view = new DataView(bytes.buffer);
  bytes[0] = mask | (count === 2 ? LENGTH_16 : LENGTH_64);
  if (count === 2) view.setUint16(1, length);
  else view.setBigUint64(1, BigInt(length));
  return bytes;
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
}
