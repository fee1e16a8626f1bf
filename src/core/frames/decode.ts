import type { Generation } from "../generation.ts";
import { decode } from "../hixie76/decode-frames.ts";
import { decode as decodeHybi } from "../hybi/decode-frames.ts";
import { decode as decode6455 } from "../rfc6455/decode-frames.ts";
import type { Decoded } from "./decoded.ts";

/**
 * Never throws for any bytes; RangeError for a generation whose frames are not known here. `deflate`: whether permessage-deflate
 * was agreed on; left out when that is not known.
 */
export function decodeFrames(
  generation: Generation,
  bytes: Uint8Array,
  from: "client" | "server",
  { deflate = null }: { readonly deflate?: boolean | null } = {},
): Decoded {
  switch (generation) {
    case "hixie-75":
    case "hixie-76":
      return decode(bytes, { generation, from });
    case "hybi-01":
    case "hybi-04":
    case "hybi-05":
    case "hybi-06":
      return decodeHybi(bytes, { generation, from });
    case "hybi-07":
    case "hybi-08":
    case "rfc6455":
      return decode6455(bytes, { generation, from, deflate });
    default:
      throw new RangeError(`Frames of ${generation} are not known`);
  }
}
