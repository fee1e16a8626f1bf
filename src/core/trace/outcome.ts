/** How a step ended. */
import { HandshakeError } from "../handshake-error.ts";

/**
 * done: the reference's functions gave a result. stopped: one of them threw `code`. waiting: the results of `needs`, or bytes of
 * the request, are not there.
 */
export type Outcome<Id extends string = string> =
  | { readonly state: "done" }
  | { readonly state: "stopped"; readonly code: string }
  | { readonly state: "waiting"; readonly needs: readonly Id[] };

/** What every step has, whatever its draft. */
export interface Worked<Id extends string = string> {
  readonly section: string;
  /** The reference's functions that did it, in the order they ran. */
  readonly functions: readonly string[];
  readonly outcome: Outcome<Id>;
}

export interface Attempt<T> {
  readonly value: T | null;
  readonly code: string | null;
}

/** Runs a procedure of the reference; what it aborts with becomes a value. */
export function attempt<T>(procedure: () => T): Attempt<T> {
  try {
    return { value: procedure(), code: null };
  } catch (error) {
    if (error instanceof HandshakeError) return { value: null, code: error.code };
    throw error;
  }
}

export function ended(code: string | null): Outcome<never> {
  return code === null ? { state: "done" } : { state: "stopped", code };
}

/** Done when nothing is missing. */
export function doneUnless<Id extends string>(...missing: readonly Id[]): Outcome<Id> {
  return missing.length === 0 ? { state: "done" } : { state: "waiting", needs: missing };
}
