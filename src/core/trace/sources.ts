import { length, type Span } from "../bytes/span.ts";
import { type RequestHead, splitHost } from "../hixie76/request.ts";
import type { Copied, Mark, ResponseLine, Source } from "./step.ts";

interface Parts {
  readonly resource: Span | null;
  readonly host: Span | null;
  readonly origin: Span | null;
  readonly subprotocol: Span | null;
  readonly key1: Span | null;
  readonly key2: Span | null;
  readonly key3: Span | null;
}

/** The parts of a request that an answer is made of, in the order they stand in; host and path make one source. */
export function marksOf({ resource, ...parts }: Parts): readonly Mark[] {
  const marks: Mark[] = [];
  if (resource) marks.push({ span: resource, source: "host" });
  for (const [source, span] of Object.entries(parts) as [Source, Span | null][]) {
    if (span) marks.push({ span, source });
  }
  return marks.sort((left, right) => left.span[0] - right.span[0]);
}

/** Which bytes of the response are bytes of the request. */
export function copiedInto(
  lines: readonly ResponseLine[],
  request: RequestHead,
  secure: boolean,
): readonly Copied[] {
  return lines.flatMap(({ name, value }): readonly Copied[] => {
    if (name === "Sec-WebSocket-Origin") {
      return [{ from: request.origin, to: value, source: "origin" }];
    }
    if (name === "Sec-WebSocket-Location") return copiedIntoLocation(value, request, secure);
    if (name === "Sec-WebSocket-Protocol" && request.subprotocol) {
      return [{ from: request.subprotocol, to: value, source: "subprotocol" }];
    }
    return [];
  });
}

/** Scheme, host with a port that is not the scheme's own, resource name (hybi-00 §3.2). */
function copiedIntoLocation(
  [start, end]: Span,
  { bytes, host, resource }: RequestHead,
  secure: boolean,
): readonly Copied[] {
  const hostAt = start + (secure ? "wss://" : "ws://").length;
  const resourceAt = end - length(resource);
  const kept = resourceAt - hostAt === length(host) ? host : splitHost(bytes, host).name;
  return [
    { from: kept, to: [hostAt, resourceAt], source: "host" },
    { from: resource, to: [resourceAt, end], source: "host" },
  ];
}

/** What a word of MD5's block is made of; null for the padding. */
export function sourceOfWord(index: number): Source | null {
  return WORD_SOURCES[index] ?? null;
}

const WORD_SOURCES: readonly Source[] = ["key1", "key2", "key3", "key3"];
