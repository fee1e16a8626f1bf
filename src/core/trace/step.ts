/** The steps of every generation. Their ids are public: they stand in links, and never change. */
import { HIXIE75_STEP_IDS, type Hixie75Step } from "./hixie75-step.ts";
import { HIXIE76_STEP_IDS, type Hixie76Step } from "./hixie76-step.ts";
import { RFC6455_STEP_IDS, type Rfc6455Step } from "./rfc6455-step.ts";

/** Some ids stand for different steps in different generations; that of the report tells which. */
export type Step = Hixie75Step | Hixie76Step | Rfc6455Step;

export type StepId = Step["id"];

/** Each once. */
export const STEP_IDS: readonly StepId[] = [
  ...new Set([...HIXIE76_STEP_IDS, ...RFC6455_STEP_IDS, ...HIXIE75_STEP_IDS]),
];
