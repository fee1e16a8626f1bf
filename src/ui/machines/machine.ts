/**
 * What the page has to know of a generation to step through its handshakes. There is one machine for each; that of hixie-76 comes
 * with the page, the others when a request of theirs does.
 */
import type { ReactNode } from "react";
import type { Finding } from "../../core/diagnosis/finding.ts";
import type { Head } from "../../core/http/head.ts";
import type { Mark, ResponseLine } from "../../core/trace/mark.ts";
import type { Place, Provenance } from "../../core/trace/provenance.ts";
import type { Step, StepId } from "../../core/trace/step.ts";
import type { Switches } from "../mistakes/Mistakes.tsx";
import type { OnDemand } from "../on-demand.ts";
import type { Cursor, Selection } from "../state.ts";

export interface Machine {
  /** The folder of its reference under src/core. */
  readonly folder: "hixie75" | "hixie76" | "hybi" | "rfc6455";
  readonly ids: readonly StepId[];
  title(id: StepId): string;
  /** The step that has rounds inside, and how many. */
  readonly rounds?: { readonly step: StepId; readonly count: number };
  walk(request: Uint8Array, secure: boolean): Walk;
  /** Mistakes that its servers can be imagined to make. */
  readonly mistakes?: OnDemand<Switches>;
  /** What the steps look like, and what lights up with what. Comes after the page. */
  readonly pictures: OnDemand<Pictures>;
}

/** A handshake, worked through. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly head: Head | null;
  readonly requestMarks: readonly Mark[];
  /** The whole answer that must come out. */
  readonly expected: Uint8Array | null;
  /** What there is of it. */
  readonly response: Uint8Array | null;
  readonly responseLines: readonly ResponseLine[];
  readonly responseMarks: readonly Mark[];
  /** As it stands in the request, where the proof is made of one key and a GUID. */
  readonly key?: Uint8Array | null;
  /** Null while there is no answer to agree on. */
  readonly agrees: boolean | null;
  /** What was compared, when it agrees. */
  readonly agreement: string;
  /** Of a request that can be answered: what it is, and the proof in short. */
  readonly summary: { readonly sentence: string; readonly detail: string } | null;
  /** The bytes that a step works on: lit while nothing is pointed at. */
  placesOf(index: number, round: number): readonly Place[];
}

/** Of nothing. */
export const NO_WALK: Walk = {
  steps: [],
  head: null,
  requestMarks: [],
  expected: null,
  response: null,
  responseLines: [],
  responseMarks: [],
  agrees: null,
  agreement: "",
  summary: null,
  placesOf: () => [],
};

export interface PictureProps {
  readonly step: Step;
  readonly round: number;
  /** Ids of mistakes that the server is imagined to make. */
  readonly mistakes: readonly string[];
  readonly onMove: (cursor: Partial<Cursor>) => void;
  readonly onSelect: (selection: Selection | null) => void;
}

export interface Pictures {
  readonly Picture: (props: PictureProps) => ReactNode;
  readonly Stopped: (props: {
    readonly step: Step;
    readonly title: (id: StepId) => string;
    readonly findings: readonly Finding[];
  }) => ReactNode;
  /** What happens and why, in two or three sentences. */
  words(id: StepId): string;
  provenance(steps: readonly Step[]): Provenance;
}
