import { recogniseGeneration } from "../../core/generation.ts";
import { traceHybi } from "../../core/trace/hybi.ts";
import { RFC6455_STEP_IDS } from "../../core/trace/rfc6455-step.ts";
import { acceptMachine } from "./accept-machine.ts";
import type { Machine } from "./machine.ts";

export const HYBI: Machine = acceptMachine({
  folder: "hybi",
  ids: RFC6455_STEP_IDS.filter((id) => id !== "extensions"),
  name: (request) => `A ${recogniseGeneration(request).generation}`,
  trace: traceHybi,
});
