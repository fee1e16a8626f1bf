/**
 * What else it could be. Nobody keeps lists of what is related: two codes are neighbours when one is found beside the other in an
 * example, when one is found just short of the other, when both make somebody print the same message, or when they stand side by
 * side in the list.
 */
import { MESSAGES } from "../../core/diagnosis/messages/messages.ts";
import type { Failure } from "./failure.ts";

const AT_MOST = 6;

/** At most six, the nearest first. */
export function neighboursOf(failure: Failure, all: readonly Failure[]): Failure[] {
  return all
    .filter(({ code }) => code !== failure.code)
    .map((other) => ({ other, nearness: nearness(failure, other) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, AT_MOST)
    .map(({ other }) => other);
}

function nearness(a: Failure, b: Failure): number {
  const shared = MESSAGES.filter(
    ({ codes }) => codes.includes(a.code) && codes.includes(b.code),
  ).length;
  return (
    4 * (Number(isFoundWith(a, b)) + Number(isFoundWith(b, a))) +
    3 * shared +
    2 * Number(isSideBySide(a, b))
  );
}

/** Whether `b` is found in the example of `a`, or just short of it. What is right stands beside everything, and says nothing. */
function isFoundWith(a: Failure, b: Failure): boolean {
  return [...a.others, ...a.counterFindings].some(
    ({ code, level }) => code === b.code && level !== "good",
  );
}

function isSideBySide(a: Failure, b: Failure): boolean {
  const place = ({ code, group }: Failure): number =>
    group.pages.findIndex((page) => page.code === code);
  return a.group === b.group && Math.abs(place(a) - place(b)) === 1;
}
