import { hixie75Provenance } from "../../core/trace/hixie75-provenance.ts";
import type { Hixie75Step, Hixie75StepId } from "../../core/trace/hixie75-step.ts";
import { HIXIE75_WORDS } from "../../explain/hixie75/words.ts";
import { Hixie75Picture } from "../pictures/hixie75/Picture.tsx";
import { Stopped } from "../steps/Stopped.tsx";
import type { Pictures } from "./machine.ts";

export const PICTURES: Pictures = {
  Picture: ({ step, onSelect }) => (
    <Hixie75Picture step={step as Hixie75Step} onSelect={onSelect} />
  ),
  Stopped,
  words: (id) => HIXIE75_WORDS[id as Hixie75StepId],
  provenance: (steps) => hixie75Provenance((steps as readonly Hixie75Step[]).filter(isTraceable)),
};

/** Whether what a step works on can be followed byte by byte; an answer of megabytes cannot. */
function isTraceable(step: Hixie75Step): boolean {
  return step.id === "response" && (step.response?.length ?? 0) <= 0x10000;
}
