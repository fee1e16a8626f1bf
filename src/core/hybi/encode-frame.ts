/** Frames of hybi-01 to hybi-06, written. */
import { concat } from "../bytes/ascii.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { Frame } from "../frames/frame.ts";
import type { FrameDraft } from "./drafts.ts";
import { BINARY, CLOSE, CONTINUATION, frameMask, PING, PONG, TEXT } from "./framing.ts";

const OPCODES = {
  continuation: CONTINUATION,
  close: CLOSE,
  ping: PING,
  pong: PONG,
  text: TEXT,
  binary: BINARY,
} as const;

/**
 * Takes `text` or `payload`, and of a close in hybi-06 `statusCode` and `reason`; `fin` (true when left out); four bytes of
 * `maskingKey` to mask all of it (from hybi-04 on; `connectionKey` as for reading); `lengthBytes` (2 or 8). RangeError when there
 * is no such frame.
 */
export function encode(
  frame: Frame,
  generation: FrameDraft,
  connectionKey?: Uint8Array,
): Uint8Array {
  const data = dataOf(frame, generation);
  const unmasked = concat(
    Uint8Array.of(firstByte(frame, generation)),
    lengthOf(frame, data.length),
    data,
  );
  const { maskingKey } = frame;
  if (maskingKey === undefined || maskingKey === null) return unmasked;
  if (!(maskingKey instanceof Uint8Array) || maskingKey.length !== 4) {
    throw new RangeError("A masking key has four bytes");
  }
  if (generation === "hybi-01") throw new RangeError("hybi-01 has no masks");
  const stream = { generation, from: "client" as const };
  const mask = frameMask([...maskingKey], connectionKey ? { ...stream, connectionKey } : stream);
  return concat(
    maskingKey,
    unmasked.map((byte, i) => byte ^ (mask[i % mask.length] as number)),
  );
}

function firstByte({ type, fin = true }: Frame, generation: FrameDraft): number {
  if (type === "reserved") throw new RangeError(`Reserved frames of ${generation} end its stream`);
  const bit = Boolean(fin) !== (generation === "hybi-01") ? 0x80 : 0;
  return bit | OPCODES[type];
}

function dataOf(
  { type, text, payload, statusCode, reason = "" }: Frame,
  generation: FrameDraft,
): Uint8Array {
  if (payload) return payload;
  if (type !== "close" || typeof statusCode !== "number") return encodeUtf8(text ?? "");
  if (generation !== "hybi-06" || typeof reason !== "string") {
    throw new RangeError(`A close of ${generation} has no code`);
  }
  return concat(Uint8Array.of(statusCode >> 8, statusCode), encodeUtf8(reason));
}

function lengthOf({ lengthBytes }: Frame, length: number): Uint8Array {
  const least = length < 126 ? 0 : length <= 0xffff ? 2 : 8;
  const count = lengthBytes ?? least;
  if (!(count === 0 || count === 2 || count === 8) || count < least) {
    throw new RangeError("The length takes 0, 2 or 8 bytes more, and no fewer than it needs");
  }
  if (count === 0) return Uint8Array.of(length);
  const bytes = new Uint8Array(1 + count);
  const view = new DataView(bytes.buffer);
  bytes[0] = count === 2 ? 126 : 127;
  if (count === 2) view.setUint16(1, length);
  else view.setBigUint64(1, BigInt(length));
  return bytes;
}
