import type { Span } from "../../bytes/span.ts";
import { type Head, readHead } from "../../http/head.ts";

/** allowed: it differs, and no client may mind. */
export type Match = "same" | "allowed" | "different" | "missing" | "unexpected";

export interface ComparedPart {
  readonly kind: "status-line" | "field" | "line" | "order" | "head-end" | "digest" | "behind";
  /** "Status line", the name of a field, "Digest". */
  readonly name: string;
  /** Offsets into the expected response, null when it has no such part. */
  readonly expected: Span | null;
  /** Offsets into the received one. */
  readonly received: Span | null;
  readonly match: Match;
  /** The first bytes that are not the same, as offsets into the two; null when none are. */
  readonly differsAt: readonly [expected: number, received: number] | null;
  /** One sentence, null for what is the same. */
  readonly note: string | null;
  readonly section: string;
}

/** A response as it is compared. */
export interface Side {
  readonly bytes: Uint8Array;
  readonly head: Head;
}

export function sideOf(bytes: Uint8Array): Side {
  return { bytes, head: readHead(bytes) };
}

/** A difference in a few words, to go on with behind others: "Sec-WebSocket-Location is missing". */
export function differenceWords({ name, match, note }: ComparedPart): string {
  if (match === "missing") return `${name} is missing`;
  const sentence = note ?? "";
  return `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`;
}

/** Offsets of the first bytes that differ; where one ends first, that is where. */
export function firstDifference(
  a: Uint8Array,
  [startA, endA]: Span,
  b: Uint8Array,
  [startB, endB]: Span,
): readonly [number, number] | null {
  const shared = Math.min(endA - startA, endB - startB);
  for (let i = 0; i < shared; i++) {
    if (a[startA + i] !== b[startB + i]) return [startA + i, startB + i];
  }
  return endA - startA === endB - startB ? null : [startA + shared, startB + shared];
}
