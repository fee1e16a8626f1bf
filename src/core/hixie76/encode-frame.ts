/**
 * Any frame that can be read, written: those that may be sent
 * (framing.ts has these alone) and those that a reader skips.
 */
import { concat } from "../bytes/ascii.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { Frame } from "../frames/frame.ts";
import {
  CLOSE_TYPE,
  END_OF_DATA,
  TEXT_TYPE,
  textFrame,
} from "./framing.ts";

/**
 * Takes `text` or `payload`; for a reserved type `frameType`
 * too; for one that has a length also `lengthBytes`, to write
 * the length in more bytes than it needs. RangeError when no
 * bytes would be read back as that frame.
 */
export function encode(
  frame: Frame,
  generation: "hixie-75" | "hixie-76",
): Uint8Array {
  const type = typeOf(frame, generation);
  const { payload, text = "" } = frame;
  if (type === TEXT_TYPE && !payload) return textFrame(text);
  const data = payload ?? encodeUtf8(text);
  if (type >= 0x80) return withLength(type, data, frame);
  if (data.includes(END_OF_DATA)) {
    throw new RangeError("The byte 0xFF would end the frame");
  }
  return concat(
    Uint8Array.of(type),
    data,
    Uint8Array.of(END_OF_DATA),
  );
}

function typeOf(
  { type, frameType, payload, text }: Frame,
  generation: "hixie-75" | "hixie-76",
): number {
  const isEmpty = !payload?.length && !text;
  if (type === "text") return TEXT_TYPE;
  if (type === "close" && generation === "hixie-76") {
    if (isEmpty) return CLOSE_TYPE;
    throw new RangeError("A close carries nothing");
  }
  if (type !== "reserved") {
    throw new RangeError(`${generation} has no ${type} frames`);
  }
  if (
    typeof frameType !== "number" ||
    !Number.isInteger(frameType) ||
    frameType <= TEXT_TYPE ||
    frameType > CLOSE_TYPE
  ) {
    throw new RangeError("A reserved type is 0x01 to 0xFF");
  }
  if (
    generation === "hixie-76" &&
    frameType === CLOSE_TYPE &&
    isEmpty
  ) {
    throw new RangeError("0xFF with nothing is a close");
  }
  return frameType;
}

function withLength(
  type: number,
  data: Uint8Array,
  { lengthBytes }: Frame,
): Uint8Array {
  const length = groupsOfSeven(data.length);
  const count =
    typeof lengthBytes === "number"
      ? lengthBytes
      : length.length;
  if (!(count >= length.length)) {
    throw new RangeError("The length needs more bytes");
  }
  const padding = new Uint8Array(count - length.length);
  return concat(
    Uint8Array.of(type),
    padding.fill(0x80),
    Uint8Array.from(length),
    data,
  );
}

/** §4.2 step 3, backwards. */
function groupsOfSeven(length: number): number[] {
  const groups = [length & 0x7f];
  for (
    let left = Math.floor(length / 128);
    left > 0;
    left = Math.floor(left / 128)
  ) {
    groups.unshift(0x80 | (left & 0x7f));
  }
  return groups;
}
