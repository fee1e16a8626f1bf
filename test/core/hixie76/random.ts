import fc from "fast-check";
import type { Random } from "../../../src/core/hixie76/client-keys.ts";
import { seeded } from "./seeded.ts";

export const random = fc.integer({ min: 0, max: 0xffff_ffff }).map(seeded);

/** These numbers, one after the other. */
export function scripted(numbers: readonly number[]): Random {
  const left = [...numbers];
  return () => left.shift()!;
}
