import type { StepId } from "../../core/trace/step.ts";
import type { Input } from "../state.ts";

/** Ids are public and stand in links, so what an id opens never changes; new ones are added. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** One sentence: what to see. */
  readonly note: string;
  /** Who made these bytes. */
  readonly origin: string;
  readonly input: Input;
  /** Where to look first. */
  readonly step: StepId;
}

export interface ExampleGroup {
  readonly title: string;
  readonly examples: readonly Example[];
}

export function example(
  id: string,
  title: string,
  note: string,
  origin: string,
  input: Input,
  step: StepId = "read-request",
): Example {
  return { id, title, note, origin, input, step };
}

/** Text as it stands in the boxes, with key3 in the field of its own. */
export function text(request: string, key3 = "", answer = ""): Input {
  return { request, key3, answer, conversation: 0, choice: {}, secure: false, guid: "" };
}
