import type { Span } from "../bytes/span.ts";
import type { Head } from "../http/head.ts";
import type { Copied, Mark, ResponseLine } from "./mark.ts";
import type { Worked } from "./outcome.ts";

/** Public: they stand in links. */
export const HIXIE75_STEP_IDS = ["read-request", "location", "response"] as const;

export type Hixie75StepId = (typeof HIXIE75_STEP_IDS)[number];

type Common = Worked<Hixie75StepId>;

/** Parts that cannot be read are null, whatever the others are. */
export interface ReadRequestStep extends Common {
  readonly id: "read-request";
  readonly request: Uint8Array;
  readonly head: Head;
  readonly resource: Span | null;
  readonly host: Span | null;
  readonly origin: Span | null;
  readonly subprotocol: Span | null;
  /** The first line that no client of this draft would have sent there. */
  readonly outOfOrder: Span | null;
  readonly marks: readonly Mark[];
}

export interface LocationStep extends Common {
  readonly id: "location";
  readonly secure: boolean;
  readonly host: Uint8Array | null;
  readonly resource: Uint8Array | null;
  readonly location: Uint8Array | null;
}

export interface ResponseStep extends Common {
  readonly id: "response";
  readonly response: Uint8Array | null;
  readonly lines: readonly ResponseLine[];
  readonly copied: readonly Copied[];
  /** Whether `answer()` on the same request gave the same bytes. */
  readonly agrees: boolean | null;
}

export type Hixie75Step = ReadRequestStep | LocationStep | ResponseStep;
