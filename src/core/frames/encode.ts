import type { Generation } from "../generation.ts";
import { encode } from "../hixie76/encode-frame.ts";
import { encode as encodeHybi } from "../hybi/encode-frame.ts";
import { encode as encode6455 } from "../rfc6455/encode-frame.ts";
import type { Frame } from "./frame.ts";

/** The bytes of one frame. RangeError when the generation has no such frame, or its frames are not known here. */
export function encodeFrame(generation: Generation, frame: Frame): Uint8Array {
  switch (generation) {
    case "hixie-75":
    case "hixie-76":
      return encode(frame, generation);
    case "hybi-01":
    case "hybi-04":
    case "hybi-05":
    case "hybi-06":
      return encodeHybi(frame, generation);
    case "hybi-07":
    case "hybi-08":
    case "rfc6455":
      return encode6455(frame);
    default:
      throw new RangeError(`Frames of ${generation} are not known`);
  }
}
