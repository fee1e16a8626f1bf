import type { Step, StepId } from "../core/trace/step.ts";

/** What a waiting step is waiting for. */
export function waitingFor(step: Step, title: (id: StepId) => string): string {
  if (step.outcome.state !== "waiting") return "";
  if (step.id === "challenge" && step.key3 === null) {
    return "This step needs the eight bytes behind the head, key3, and they are not there. If you know them, type them into the key3 field.";
  }
  const needs: readonly StepId[] = step.outcome.needs;
  const names = needs.map((id) => `“${title(id)}”`);
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return `This step needs the result of ${list}, which there is not.`;
}
