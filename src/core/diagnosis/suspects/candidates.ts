/** Servers that make mistakes, with the digests they get: each is made of a simpler one and one mistake more. */
import { fromLatin1 } from "../../bytes/ascii.ts";
import type { Keys } from "./keys.ts";
import type { Mistake, Way } from "./mistake.ts";
import { hashInput, type Numbers, RIGHT, readNumbers, type Server } from "./server.ts";

export interface Candidate {
  readonly mistakes: readonly Mistake[];
  readonly server: Server;
  readonly numbers: Numbers | null;
  readonly digest: Uint8Array | null;
}

export interface Step {
  readonly candidate: Candidate;
  readonly mistake: Mistake;
  readonly way: Way;
}

/** Makes candidates for these keys: the right server (null), or one that makes one mistake more than another. */
export function candidatesOf(keys: Keys | null): (step: Step | null) => Candidate {
  /** Many mistakes make no difference with the keys at hand: each input is hashed once, and its digest is the same object. */
  const known = new Map<string, Uint8Array>();
  const digestOf = (server: Server, numbers: Numbers | null): Uint8Array | null => {
    const input = keys && numbers && hashInput(server, numbers, keys.key3);
    if (input === null) return null;
    const name = `${server.hash === RIGHT.hash ? "" : "other "}${fromLatin1(input)}`;
    const digest = known.get(name) ?? server.hash.run(input);
    known.set(name, digest);
    return digest;
  };
  return (step) => {
    const server = step ? { ...step.candidate.server, ...step.way } : RIGHT;
    const numbers =
      step && !changesNumbers(step.way)
        ? step.candidate.numbers
        : keys && readNumbers(server, keys);
    const mistakes = step ? [...step.candidate.mistakes, step.mistake] : [];
    return { mistakes, server, numbers, digest: digestOf(server, numbers) };
  };
}

function changesNumbers(way: Way): boolean {
  return "key" in way || "number" in way || "spaces" in way || "part" in way;
}
