import { traceRfc6455 } from "../../core/trace/rfc6455.ts";
import { RFC6455_STEP_IDS } from "../../core/trace/rfc6455-step.ts";
import { acceptMachine } from "./accept-machine.ts";
import type { Machine } from "./machine.ts";

export const RFC6455: Machine = acceptMachine({
  folder: "rfc6455",
  ids: RFC6455_STEP_IDS,
  name: () => "An RFC 6455",
  trace: traceRfc6455,
});
