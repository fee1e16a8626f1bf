import type { Generation } from "../generation.ts";
import { traceHixie75 } from "./hixie75.ts";
import { traceHixie76 } from "./hixie76.ts";
import { traceHybi } from "./hybi.ts";
import { traceRfc6455 } from "./rfc6455.ts";
import type { Step } from "./step.ts";

/** The steps of a request of that generation; what is no handshake is taken for one of hixie-76, which it is not. Never throws. */
export function trace(
  request: Uint8Array,
  generation: Generation | "http" | "unknown",
  options: { readonly secure?: boolean } = {},
): readonly Step[] {
  switch (generation) {
    case "hixie-75":
      return [...traceHixie75(request, options)];
    case "hybi-04":
    case "hybi-05":
    case "hybi-06":
    case "hybi-07":
    case "hybi-08":
      return [...traceHybi(request)];
    case "rfc6455":
      return [...traceRfc6455(request)];
    default:
      return [...traceHixie76(request, options)];
  }
}
