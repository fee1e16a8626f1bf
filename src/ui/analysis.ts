/** Everything that is derived from a conversation and drawn at once; what is wrong with it comes from `useDiagnosis`. */
import { concat, fromLatin1 } from "../core/bytes/ascii.ts";
import type { Span } from "../core/bytes/span.ts";
import { type Generation, recogniseGeneration } from "../core/generation.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { traceSteps } from "../core/trace/hixie76.ts";
import type {
  Mark,
  ReadRequestStep,
  ResponseHeadStep,
  ResponseStep,
  Source,
  Step,
} from "../core/trace/step.ts";
import type { Reading } from "./reading.ts";

export interface Analysis {
  readonly conversation: Conversation | null;
  /** All conversations of the request's box. */
  readonly all: readonly Conversation[];
  /** What the answer's own box was read as. */
  readonly answer: Conversation | null;
  /** What it is, is not known yet: its readers are on their way. */
  readonly pending: boolean;
  readonly generation: Generation | "http" | "unknown";
  readonly steps: readonly Step[];
  /** With all that the client sent behind it. */
  readonly request: Uint8Array;
  readonly requestMarks: readonly Mark[];
  readonly describeRequest: (at: number) => string;
  /** The whole answer that must come out. */
  readonly expected: Uint8Array | null;
  /** What there is of it: without its digest while key3 is missing. */
  readonly response: Uint8Array | null;
  readonly responseMarks: readonly Mark[];
  readonly describeResponse: (at: number) => string;
  /** Null while there is no answer to agree on. */
  readonly agrees: boolean | null;
}

const EMPTY = new Uint8Array(0);

export function analysisOf(
  { conversation, all, answer, pending }: Reading,
  secure: boolean,
): Analysis {
  const asked = conversation?.request ?? EMPTY;
  const steps = conversation?.request ? [...traceSteps(asked, { secure })] : [];
  const read = stepOf<ReadRequestStep>(steps, "read-request");
  const head = stepOf<ResponseHeadStep>(steps, "response-head");
  const sent = stepOf<ResponseStep>(steps, "response");
  return {
    conversation,
    all,
    answer,
    pending,
    generation: recogniseGeneration(asked).generation,
    steps,
    request: conversation?.clientBytes ? concat(asked, conversation.clientBytes) : asked,
    requestMarks: read?.marks ?? [],
    describeRequest: (at) => describeRequest(asked, read, at),
    expected: sent?.response ?? null,
    response: sent?.response ?? (isRefused(steps) ? null : (head?.head ?? null)),
    responseMarks: [
      ...(head?.copied ?? []).map(({ to, source }) => ({ span: to, source })),
      ...(sent?.digest ? [{ span: sent.digest, source: "digest" as const }] : []),
    ],
    describeResponse: (at) => describeResponse(head, sent, at),
    agrees: sent?.agrees ?? null,
  };
}

function stepOf<S extends Step>(steps: readonly Step[], id: S["id"]): S | undefined {
  return steps.find((step) => step.id === id) as S | undefined;
}

/** Whether the reference stops at something else than missing bytes of key3. */
function isRefused(steps: readonly Step[]): boolean {
  return steps.some(
    ({ outcome }) =>
      outcome.state === "stopped" &&
      outcome.code !== "body-missing" &&
      outcome.code !== "body-not-8-bytes",
  );
}

const SOURCES: Readonly<Record<Source, string>> = {
  key1: "key 1",
  key2: "key 2",
  key3: "key3, the eight bytes",
  origin: "the origin",
  host: "host and path",
  subprotocol: "the subprotocol",
  digest: "the digest",
};

function describeRequest(
  request: Uint8Array,
  read: ReadRequestStep | undefined,
  at: number,
): string {
  if (!read) return "not read";
  const inside = ([start, end]: Span): boolean => at >= start && at < end;
  const mark = read.marks.find(({ span }) => inside(span));
  if (mark) return SOURCES[mark.source];
  const { head } = read;
  if (inside(head.startLine)) return "request line";
  const field = head.fields.find(({ line }) => at >= line[0] && at < line[1] + 2);
  if (field) {
    const name = fromLatin1(request.subarray(...field.name));
    if (inside(field.name)) return `name of ${name}`;
    if (inside(field.value)) return `value of ${name}`;
    return at < field.line[1] ? `between name and value of ${name}` : `line end of ${name}`;
  }
  if (head.notFields.some(inside)) return "a line that is no field";
  if (head.end !== null && at >= head.end) return "behind the head";
  return at < head.startLine[1] + 2 ? "end of the request line" : "end of the head";
}

function describeResponse(
  head: ResponseHeadStep | undefined,
  sent: ResponseStep | undefined,
  at: number,
): string {
  if (sent?.digest && at >= sent.digest[0]) return `digest, byte ${at - sent.digest[0] + 1} of 16`;
  const line = head?.lines.find(({ line }) => at >= line[0] && at < line[1] + 2);
  if (!line) return at < (head?.lines[0]?.line[0] ?? 0) ? "status line" : "end of the head";
  const copied = head?.copied.find(({ to }) => at >= to[0] && at < to[1]);
  if (copied) return `${line.name}: ${SOURCES[copied.source]}`;
  return at < line.line[1] ? line.name : `line end of ${line.name}`;
}
