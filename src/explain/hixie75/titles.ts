import type { Hixie75StepId } from "../../core/trace/hixie75-step.ts";

export const HIXIE75_TITLES: Readonly<Record<Hixie75StepId, string>> = {
  "read-request": "Read the request",
  location: "Say where the client is",
  response: "Send the answer",
};
