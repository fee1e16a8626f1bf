/** The header of a frame that has ended, read again where it stands. */
import {
  FIN,
  isControl,
  LENGTH_16,
  LENGTH_64,
  MASK,
  OPCODE,
  PAYLOAD_LENGTH,
  RSV1,
  RSV2,
  RSV3,
} from "./framing.ts";

/** RFC 6455 §5.2, field by field. */
export interface FrameHeader {
  readonly fin: boolean;
  readonly rsv1: boolean;
  readonly rsv2: boolean;
  readonly rsv3: boolean;
  readonly opcode: number;
  readonly isControl: boolean;
  readonly mask: boolean;
  /** Bytes of the length behind the second one: 0, 2 or 8. */
  readonly lengthBytes: 0 | 2 | 8;
  readonly payloadLength: number;
  /** Null without a mask. */
  readonly maskingKey: Uint8Array | null;
  /** Where the application data begins. */
  readonly dataAt: number;
}

/** `start` and `end` are those of a whole frame. */
export function readHeader(bytes: Uint8Array, start: number, end: number): FrameHeader {
  const first = bytes[start] as number;
  const second = bytes[start + 1] as number;
  const opcode = first & OPCODE;
  const mask = (second & MASK) !== 0;
  const dataAt = dataOffset(bytes, start);
  return {
    fin: (first & FIN) !== 0,
    rsv1: (first & RSV1) !== 0,
    rsv2: (first & RSV2) !== 0,
    rsv3: (first & RSV3) !== 0,
    opcode,
    isControl: isControl(opcode),
    mask,
    lengthBytes: lengthBytes(second),
    payloadLength: end - dataAt,
    maskingKey: mask ? bytes.subarray(dataAt - 4, dataAt) : null,
    dataAt,
  };
}

export function lengthBytes(second: number): 0 | 2 | 8 {
  const length = second & PAYLOAD_LENGTH;
  return length === LENGTH_64 ? 8 : length === LENGTH_16 ? 2 : 0;
}

/** Where the application data of the frame at `start` begins. */
export function dataOffset(bytes: Uint8Array, start: number): number {
  const second = bytes[start + 1] as number;
  return start + 2 + lengthBytes(second) + (second & MASK ? 4 : 0);
}
