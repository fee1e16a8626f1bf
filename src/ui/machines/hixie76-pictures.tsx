import { hixie76Provenance } from "../../core/trace/hixie76-provenance.ts";
import type { Hixie76Step, Hixie76StepId, ReadRequestStep } from "../../core/trace/hixie76-step.ts";
import { HIXIE76_WORDS } from "../../explain/hixie76/words.ts";
import { Picture } from "../pictures/hixie76/Picture.tsx";
import { Stopped } from "../steps/Stopped.tsx";
import type { Pictures } from "./machine.ts";

export const PICTURES: Pictures = {
  Picture: ({ step, ...rest }) => (
    <Picture step={step as Exclude<Hixie76Step, ReadRequestStep>} {...rest} />
  ),
  Stopped,
  words: (id) => HIXIE76_WORDS[id as Hixie76StepId],
  provenance: (steps) => hixie76Provenance((steps as readonly Hixie76Step[]).filter(isTraceable)),
};

/** Whether what a step works on can be followed byte by byte; a key or a head of megabytes cannot. */
function isTraceable(step: Hixie76Step): boolean {
  const bytes = "key" in step ? step.key?.bytes : step.id === "response-head" ? step.head : null;
  return (bytes?.length ?? 0) <= 0x10000;
}
