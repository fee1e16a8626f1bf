import type { Span } from "../bytes/span.ts";
import type { Md5Trace } from "../hash/md5.ts";
import type { Head } from "../http/head.ts";
import type { Copied, Mark, ResponseLine } from "./mark.ts";
import type { Worked } from "./outcome.ts";

/** Public: they stand in links. */
export const HIXIE76_STEP_IDS = [
  "read-request",
  "key1-digits",
  "key1-spaces",
  "key1-division",
  "key2-digits",
  "key2-spaces",
  "key2-division",
  "pack",
  "challenge",
  "md5-padding",
  "md5-rounds",
  "md5-digest",
  "response-head",
  "response",
] as const;

export type Hixie76StepId = (typeof HIXIE76_STEP_IDS)[number];

type Common = Worked<Hixie76StepId>;

export interface ReadRequestStep extends Common {
  readonly id: "read-request";
  readonly request: Uint8Array;
  readonly head: Head;
  readonly resource: Span | null;
  readonly host: Span | null;
  readonly origin: Span | null;
  readonly subprotocol: Span | null;
  readonly key1: Span | null;
  readonly key2: Span | null;
  readonly key3: Span | null;
  readonly marks: readonly Mark[];
}

export interface DigitsStep extends Common {
  readonly id: "key1-digits" | "key2-digits";
  readonly key: Key | null;
  readonly keyNumber: bigint | null;
}

export interface SpacesStep extends Common {
  readonly id: "key1-spaces" | "key2-spaces";
  readonly key: Key | null;
  readonly spaces: number | null;
}

export interface DivisionStep extends Common {
  readonly id: "key1-division" | "key2-division";
  readonly key: Key | null;
  readonly keyNumber: bigint | null;
  readonly spaces: number | null;
  readonly part: number | null;
}

/** A key as it stands in the request; `offset` is that of its first byte. */
export interface Key {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

export interface PackStep extends Common {
  readonly id: "pack";
  readonly part1: number | null;
  readonly part2: number | null;
  readonly packed1: Uint8Array | null;
  readonly packed2: Uint8Array | null;
}

export interface ChallengeStep extends Common {
  readonly id: "challenge";
  readonly packed1: Uint8Array | null;
  readonly packed2: Uint8Array | null;
  readonly key3: Uint8Array | null;
  readonly challenge: Uint8Array | null;
}

export interface Md5Step extends Common {
  readonly id: "md5-padding" | "md5-rounds" | "md5-digest";
  readonly challenge: Uint8Array | null;
  readonly md5: Md5Trace | null;
  /** The digest that is sent, by spark-md5. */
  readonly response: Uint8Array | null;
}

export interface ResponseHeadStep extends Common {
  readonly id: "response-head";
  readonly head: Uint8Array | null;
  readonly lines: readonly ResponseLine[];
  readonly copied: readonly Copied[];
  readonly secure: boolean;
}

export interface ResponseStep extends Common {
  readonly id: "response";
  readonly response: Uint8Array | null;
  /** Where the sixteen bytes stand. */
  readonly digest: Span | null;
  readonly copied: readonly Copied[];
  /** Whether `answer()` on the same request gave the same bytes, and the traced MD5 the same digest as spark-md5. */
  readonly agrees: boolean | null;
}

export type Hixie76Step =
  | ReadRequestStep
  | DigitsStep
  | SpacesStep
  | DivisionStep
  | PackStep
  | ChallengeStep
  | Md5Step
  | ResponseHeadStep
  | ResponseStep;
