import { rfc6455Provenance } from "../../core/trace/rfc6455-provenance.ts";
import type { Rfc6455Step, Rfc6455StepId } from "../../core/trace/rfc6455-step.ts";
import { RFC6455_WORDS } from "../../explain/rfc6455/words.ts";
import { Rfc6455Picture } from "../pictures/rfc6455/Picture.tsx";
import { Stopped } from "../steps/Stopped.tsx";
import type { Pictures } from "./machine.ts";

export const PICTURES: Pictures = {
  Picture: ({ step, ...rest }) => <Rfc6455Picture step={step as Rfc6455Step} {...rest} />,
  Stopped,
  words: (id) => RFC6455_WORDS[id as Rfc6455StepId],
  provenance: (steps) => rfc6455Provenance((steps as readonly Rfc6455Step[]).filter(isTraceable)),
};

/** Whether what a step works on can be followed byte by byte; a key or an answer of megabytes cannot. */
function isTraceable(step: Rfc6455Step): boolean {
  const bytes = "key" in step && step.id !== "read-request" ? step.key?.bytes : null;
  const length = step.id === "response" ? step.response?.length : bytes?.length;
  return (length ?? 0) <= 0x10000;
}
