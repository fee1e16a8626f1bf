/** Everything that is derived from a conversation and drawn at once; what is wrong with it comes from `useDiagnosis`. */
import { concat, fromLatin1 } from "../core/bytes/ascii.ts";
import type { Span } from "../core/bytes/span.ts";
import type { Generation } from "../core/generation.ts";
import type { Head } from "../core/http/head.ts";
import type { Conversation } from "../core/input/conversation.ts";
import type { Mark, Source } from "../core/trace/mark.ts";
import { type Machine, NO_WALK, type Walk } from "./machines/machine.ts";
import type { Reading } from "./request/reading.ts";

export interface Analysis {
  readonly conversation: Conversation | null;
  /** All conversations of the request's box. */
  readonly all: readonly Conversation[];
  /** What the answer's own box was read as. */
  readonly answer: Conversation | null;
  /** What it is, or how it is stepped through, is not known yet: that is on its way. */
  readonly pending: boolean;
  readonly generation: Generation | "http" | "unknown";
  /** Without a request, of nothing. */
  readonly walk: Walk;
  /** With all that the client sent behind it. */
  readonly request: Uint8Array;
  readonly describeRequest: (at: number) => string;
  readonly describeResponse: (at: number) => string;
}

const EMPTY = new Uint8Array(0);

/** `machine` is null while it is on its way. */
export function analysisOf(
  { conversation, all, answer, pending }: Reading,
  generation: Analysis["generation"],
  machine: Machine | null,
  secure: boolean,
): Analysis {
  const asked = conversation?.request ?? EMPTY;
  const walk = conversation?.request && machine ? machine.walk(asked, secure) : NO_WALK;
  return {
    conversation,
    all,
    answer,
    pending: pending || machine === null,
    generation,
    walk,
    request: conversation?.clientBytes ? concat(asked, conversation.clientBytes) : asked,
    describeRequest: (at) => describeRequest(asked, walk, at),
    describeResponse: (at) => describeResponse(walk, at),
  };
}

const SOURCES: Readonly<Record<Source, string>> = {
  key: "the key",
  key1: "key 1",
  key2: "key 2",
  key3: "key3, the eight bytes",
  origin: "the origin",
  host: "host and path",
  subprotocol: "the subprotocol",
  extensions: "the extensions",
  guid: "the GUID",
  digest: "the digest",
};

function describeRequest(request: Uint8Array, { head, requestMarks }: Walk, at: number): string {
  if (!head) return "not read";
  const mark = markAt(requestMarks, at);
  return mark ? SOURCES[mark.source] : placeInHead(request, head, at, "request line");
}

/** `first`: what the start line is called. */
export function placeInHead(message: Uint8Array, head: Head, at: number, first: string): string {
  const inside = ([start, end]: Span): boolean => at >= start && at < end;
  if (inside(head.startLine)) return first;
  const field = head.fields.find(({ line }) => at >= line[0] && at < line[1] + 2);
  if (field) {
    const name = fromLatin1(message.subarray(...field.name));
    if (inside(field.name)) return `name of ${name}`;
    if (inside(field.value)) return `value of ${name}`;
    return at < field.line[1] ? `between name and value of ${name}` : `line end of ${name}`;
  }
  if (head.notFields.some(inside)) return "a line that is no field";
  if (head.end !== null && at >= head.end) return "behind the head";
  return at < head.startLine[1] + 2 ? `end of the ${first}` : "end of the head";
}

function describeResponse({ responseLines: lines, responseMarks }: Walk, at: number): string {
  const mark = markAt(responseMarks, at);
  const line = lines.find(({ line }) => at >= line[0] && at < line[1] + 2);
  if (mark && !line) {
    const [start, end] = mark.span;
    return `${mark.source}, byte ${at - start + 1} of ${end - start}`;
  }
  if (!line) return at < (lines[0]?.line[0] ?? 0) ? "status line" : "end of the head";
  if (mark) return `${line.name}: ${SOURCES[mark.source]}`;
  return at < line.line[1] ? line.name : `line end of ${line.name}`;
}

function markAt(marks: readonly Mark[], at: number): Mark | undefined {
  return marks.find(({ span: [start, end] }) => at >= start && at < end);
}
