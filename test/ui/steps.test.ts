import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STEP_IDS } from "../../src/core/trace/step.ts";
import type { Cursor } from "../../src/ui/state.ts";
import { nextMove, previousMove, ROUNDS, toStep } from "../../src/ui/steps.ts";

const START: Cursor = { step: "read-request", round: 0, selection: null, mistakes: [] };

function played(from: Cursor): readonly Cursor[] {
  const passed = [from];
  for (let next = nextMove(from); next; next = nextMove(next)) passed.push(next);
  return passed;
}

describe("moving through the steps", () => {
  it("passes every step once, and each round of MD5", () => {
    const all = played(START);
    expect(all).toHaveLength(STEP_IDS.length - 1 + ROUNDS);
    expect(new Set(all.map(({ step }) => step))).toEqual(new Set(STEP_IDS));
  });

  it("backwards is forwards reversed, exactly", () => {
    const all = played(START);
    const back = [all.at(-1) as Cursor];
    for (let next = previousMove(back[0] as Cursor); next; next = previousMove(next))
      back.push(next);
    expect(
      back.reverse().map(({ step, round }) => (step === "md5-rounds" ? [step, round] : [step])),
    ).toEqual(all.map(({ step, round }) => (step === "md5-rounds" ? [step, round] : [step])));
  });

  it("never leaves the steps there are", () => {
    fc.assert(
      fc.property(fc.integer(), (index) => {
        expect(STEP_IDS).toContain(toStep(START, index).step);
      }),
    );
  });
});
