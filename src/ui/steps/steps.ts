/** Moving through the steps. A cursor says all there is to say of where the reader is: to go somewhere is to make another one. */
import type { StepId } from "../../core/trace/step.ts";
import type { Machine } from "../machines/machine.ts";
import type { Cursor } from "../state.ts";

type Steps = Pick<Machine, "ids" | "rounds">;

/** A step that another generation has is the first one here. */
export function indexOfStep({ ids }: Steps, id: StepId): number {
  return Math.max(0, ids.indexOf(id));
}

export function toStep({ ids }: Steps, cursor: Cursor, index: number): Cursor {
  const step = ids[Math.min(ids.length - 1, Math.max(0, index))] as StepId;
  return { ...cursor, step };
}

/** The round that is shown, from 0; a link may ask for one that there is not. */
export function roundOf({ rounds }: Steps, { round }: Cursor): number {
  return Math.min(round, (rounds?.count ?? 1) - 1);
}

/** One move of playing: through the rounds one by one, and through the steps otherwise. Null at the end. */
export function nextMove(steps: Steps, cursor: Cursor): Cursor | null {
  const { ids, rounds } = steps;
  const index = indexOfStep(steps, cursor.step);
  const round = roundOf(steps, cursor);
  if (ids[index] === rounds?.step && rounds && round < rounds.count - 1) {
    return { ...cursor, round: round + 1 };
  }
  if (index === ids.length - 1) return null;
  const next = toStep(steps, cursor, index + 1);
  return next.step === rounds?.step ? { ...next, round: 0 } : next;
}

/** The inverse of `nextMove`. Null at the beginning. */
export function previousMove(steps: Steps, cursor: Cursor): Cursor | null {
  const { ids, rounds } = steps;
  const index = indexOfStep(steps, cursor.step);
  const round = roundOf(steps, cursor);
  if (ids[index] === rounds?.step && round > 0) return { ...cursor, round: round - 1 };
  if (index === 0) return null;
  const previous = toStep(steps, cursor, index - 1);
  return rounds && previous.step === rounds.step
    ? { ...previous, round: rounds.count - 1 }
    : previous;
}
