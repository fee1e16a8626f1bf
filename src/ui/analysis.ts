/** Everything that is derived from the input, once a change of it. */
import { analyse, type Report } from "../core/analyse.ts";
import { fromLatin1 } from "../core/bytes/ascii.ts";
import { fromHex } from "../core/bytes/hex.ts";
import type { Span } from "../core/bytes/span.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { withKey3 } from "../core/input/key3.ts";
import { readPaste } from "../core/input/read-paste.ts";
import { type Provenance, provenance } from "../core/trace/provenance.ts";
import type {
  Mark,
  ReadRequestStep,
  ResponseHeadStep,
  ResponseStep,
  Source,
} from "../core/trace/step.ts";
import type { Input } from "./state.ts";

export interface Analysis {
  readonly conversation: Conversation | null;
  readonly report: Report;
  readonly request: Uint8Array;
  readonly requestMarks: readonly Mark[];
  readonly describeRequest: (at: number) => string;
  readonly response: Uint8Array | null;
  readonly responseMarks: readonly Mark[];
  readonly describeResponse: (at: number) => string;
  /** Null while there is no answer to agree on. */
  readonly agrees: boolean | null;
  readonly provenance: () => Provenance;
}

const EMPTY = new Uint8Array(0);

export function analysisOf(input: Input): Analysis {
  const conversation = conversationOf(input);
  const report = analyse(conversation ?? { format: "nothing", exact: true, lost: [] }, input);
  const request = conversation?.request ?? EMPTY;
  const read = report.steps[0] as ReadRequestStep | undefined;
  const head = report.steps.find((step) => step.id === "response-head") as
    | ResponseHeadStep
    | undefined;
  const sent = report.steps.find((step) => step.id === "response") as ResponseStep | undefined;
  let known: Provenance | null = null;
  return {
    conversation,
    report,
    request,
    requestMarks: read?.marks ?? [],
    describeRequest: (at) => describeRequest(request, read, at),
    response: sent?.response ?? (report.verdict === "refuse" ? null : head?.head) ?? null,
    responseMarks: [
      ...(head?.copied ?? []).map(({ to, source }) => ({ span: to, source })),
      ...(sent?.digest ? [{ span: sent.digest, source: "digest" as const }] : []),
    ],
    describeResponse: (at) => describeResponse(head, sent, at),
    agrees: sent?.agrees ?? null,
    provenance: () => {
      known ??= provenance(report.steps);
      return known;
    },
  };
}

/** The first conversation of the box, with the eight bytes of their own field. */
function conversationOf({ request, key3 }: Input): Conversation | null {
  const conversation = readPaste(request)[0];
  if (!conversation) return null;
  const typed = key3.trim() === "" ? null : fromHex(key3);
  return typed ? withKey3(conversation, typed) : conversation;
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
