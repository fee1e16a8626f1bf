import type { Generation } from "../generation.ts";
import { decode } from "../hixie76/decode-frames.ts";
import type { Decoded } from "./decoded.ts";

/** Never throws for any bytes; RangeError for a generation whose frames are not known here. */
export function decodeFrames(
  generation: Generation,
  bytes: Uint8Array,
  from: "client" | "server",
): Decoded {
  switch (generation) {
    case "hixie-75":
    case "hixie-76":
      return decode(bytes, { generation, from });
    default:
      throw new RangeError(`Frames of ${generation} are not known`);
  }
}
