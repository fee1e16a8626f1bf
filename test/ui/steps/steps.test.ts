import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HIXIE75 } from "../../../src/ui/machines/hixie75.ts";
import { HIXIE76 } from "../../../src/ui/machines/hixie76.ts";
import { HYBI } from "../../../src/ui/machines/hybi.ts";
import type { Machine } from "../../../src/ui/machines/machine.ts";
import { RFC6455 } from "../../../src/ui/machines/rfc6455.ts";
import type { Cursor } from "../../../src/ui/state.ts";
import {
  indexOfStep,
  nextMove,
  previousMove,
  roundOf,
  toStep,
} from "../../../src/ui/steps/steps.ts";

const START: Cursor = { step: "read-request", round: 0, selection: null, mistakes: [] };

const MACHINES = { HIXIE75, HIXIE76, HYBI, RFC6455 };

function played(machine: Machine, from: Cursor): readonly Cursor[] {
  const passed = [from];
  for (let next = nextMove(machine, from); next; next = nextMove(machine, next)) passed.push(next);
  return passed;
}

describe.each(Object.entries(MACHINES))("moving through the steps of %s", (_, machine) => {
  const { ids, rounds } = machine;

  it("passes every step once, and each round", () => {
    const all = played(machine, START);
    expect(all).toHaveLength(ids.length - (rounds ? 1 : 0) + (rounds?.count ?? 0));
    expect(new Set(all.map(({ step }) => step))).toEqual(new Set(ids));
  });

  it("backwards is forwards reversed, exactly", () => {
    const all = played(machine, START);
    const back = [all.at(-1) as Cursor];
    for (
      let next = previousMove(machine, back[0] as Cursor);
      next;
      next = previousMove(machine, next)
    )
      back.push(next);
    const said = ({ step, round }: Cursor): unknown =>
      step === rounds?.step ? [step, round] : step;
    expect(back.reverse().map(said)).toEqual(all.map(said));
  });

  it("never leaves the steps there are", () => {
    fc.assert(
      fc.property(fc.integer(), (index) => {
        expect(ids).toContain(toStep(machine, START, index).step);
      }),
    );
  });

  it("names every step", () => {
    for (const id of ids) expect(machine.title(id)).toMatch(/\w{3}/);
  });
});

describe("a cursor of another generation", () => {
  it("stands on the first step, and in the last round there is", () => {
    const cursor: Cursor = { ...START, step: "key1-division", round: 159 };
    expect(indexOfStep(RFC6455, cursor.step)).toBe(0);
    expect(roundOf(HIXIE76, cursor)).toBe(63);
    expect(roundOf(RFC6455, cursor)).toBe(159);
  });
});
