import type { Generation } from "../../core/generation.ts";
import { type OnDemand, onDemand, useOnDemand } from "../on-demand.ts";
import { HIXIE76 } from "./hixie76.ts";
import type { Machine } from "./machine.ts";

const HERE = onDemand(async () => HIXIE76);
const HYBI = onDemand(async () => (await import("./hybi.ts")).HYBI);

/** Those that are not there from the start. */
const OTHERS: Readonly<Partial<Record<string, OnDemand<Machine>>>> = {
  "hixie-75": onDemand(async () => (await import("./hixie75.ts")).HIXIE75),
  "hybi-04": HYBI,
  "hybi-05": HYBI,
  "hybi-06": HYBI,
  "hybi-07": HYBI,
  "hybi-08": HYBI,
  rfc6455: onDemand(async () => (await import("./rfc6455.ts")).RFC6455),
};

const NO_STEPS = onDemand(async () => (await import("./no-steps.ts")).NO_STEPS);

/**
 * Null while it is on its way. What is no handshake is taken for one of hixie-76, and its steps say why it is none; but HTTP/2 and
 * HTTP/3, whose heads begin with pseudo-fields, open WebSockets in another way.
 */
export function useMachine(
  generation: Generation | "http" | "unknown",
  hasPseudoFields: boolean,
): Machine | null {
  const other = hasPseudoFields ? NO_STEPS : OTHERS[generation];
  const loaded = useOnDemand(other ?? HERE, other !== undefined);
  return other ? loaded : HIXIE76;
}
