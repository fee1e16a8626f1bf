import { length, type Span } from "../bytes/span.ts";
import { readHost } from "../http/host.ts";
import type { Copied, Mark, Source } from "./mark.ts";

/** The parts of a request that an answer is made of, in the order they stand in; those that are missing are left out. */
export function marksOf(
  ...parts: readonly (readonly [source: Source, span: Span | null])[]
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [source, span] of parts) {
    if (span) marks.push({ span, source });
  }
  return marks.sort((left, right) => left.span[0] - right.span[0]);
}

/** Which bytes of a location are bytes of the request: host, without a port that the scheme has anyway, and resource name. */
export function copiedIntoLocation(
  [start, end]: Span,
  { bytes, host, resource }: Located,
  secure: boolean,
): readonly Copied[] {
  const hostAt = start + (secure ? "wss://" : "ws://").length;
  const resourceAt = end - length(resource);
  const isWhole = resourceAt - hostAt === length(host);
  const kept = isWhole ? host : (readHost(bytes, host)?.name ?? host);
  return [
    { from: kept, to: [hostAt, resourceAt], source: "host" },
    { from: resource, to: [resourceAt, end], source: "host" },
  ];
}

interface Located {
  readonly bytes: Uint8Array;
  readonly host: Span;
  readonly resource: Span;
}

/** What a word of MD5's block is made of; null for the padding. */
export function sourceOfWord(index: number): Source | null {
  return WORD_SOURCES[index] ?? null;
}

const WORD_SOURCES: readonly Source[] = ["key1", "key2", "key3", "key3"];
