import type { Rfc6455StepId } from "../../core/trace/rfc6455-step.ts";
import { RFC6455_TITLES } from "./titles.ts";
export const RFC6455_WORDS: Readonly<Record<Rfc6455StepId, string>> = RFC6455_TITLES;
