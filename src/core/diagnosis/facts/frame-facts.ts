/**
 * The frames behind a handshake of hybi-07 to RFC 6455, looked at as far as their headers go: where each begins, and the rules that
 * its header breaks, and the code of a close. What texts and compressed data hold is left to the decoder of frames, which needs far more
 * code than a diagnosis should.
 */
import { concat } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import type { Generation } from "../../generation.ts";
import { DEFLATE } from "../../rfc6455/deflate.ts";
import { findInFrames } from "../../rfc6455/frame-findings.ts";
import { type FrameHeader, readHeader } from "../../rfc6455/frame-header.ts";
import { FrameTable } from "../../rfc6455/frame-table.ts";
import { CLOSE, unmask } from "../../rfc6455/framing.ts";
import type { Fault } from "../../rfc6455/receive.ts";
import { brokenRules, type RuleCode, readClose, type Stream } from "../../rfc6455/rules.ts";
import { isByKey, keyAnswer } from "../compare/by-key.ts";
import type { Finding } from "../finding.ts";
import { answeredExtensions } from "./extension-facts.ts";
import type { Facts } from "./facts.ts";

export interface FrameStream {
  readonly from: Stream["from"];
  /** From behind the head on. */
  readonly bytes: Uint8Array;
  /** Whole frames. */
  readonly count: number;
  /** What is wrong with them, in the decoder's words; spans count in `bytes`. */
  readonly findings: readonly Finding[];
}

/** What the server sent, then what the client sent; none of a handshake that failed, or whose frames are others. */
export function frameStreams(facts: Facts): readonly FrameStream[] {
  const known = STREAMS.get(facts);
  if (known) return known;
  const streams = readStreams(facts);
  STREAMS.set(facts, streams);
  return streams;
}

/** Several findings ask, and megabytes are to be walked through once. */
const STREAMS = new WeakMap<Facts, readonly FrameStream[]>();

function readStreams(facts: Facts): readonly FrameStream[] {
  const { request, response, conversation } = facts;
  const generation = request ? request.generation : response?.generation;
  if (!hasTheseFrames(generation)) return [];
  const answer = keyAnswer(facts);
  if (response && !answer) return [];
  const deflate = isCompressed(facts);
  const { clientBytes = "", serverBytes = "" } = conversation;
  // Without an accept the client goes, whatever follows; what does may be the digest of an older draft.
  const isOpen = !facts.accept || facts.accept.span !== null;
  const fromServer = !isOpen
    ? concat("")
    : answer
      ? concat(answer.bytes.subarray(answer.head.end ?? answer.bytes.length), serverBytes)
      : concat(serverBytes);
  const fromClient = request
    ? concat(request.bytes.subarray(request.head.end ?? request.bytes.length), clientBytes)
    : concat(clientBytes);
  return [
    { from: "server" as const, bytes: fromServer },
    { from: "client" as const, bytes: fromClient },
  ]
    .filter(({ bytes }) => bytes.length > 0)
    .map(({ from, bytes }) => readStream(bytes, { from, generation, deflate }));
}

function hasTheseFrames(
  generation: Generation | "http" | "unknown" | undefined,
): generation is Stream["generation"] {
  return isByKey(generation) && !/^hybi-0[456]$/.test(generation);
}

/** Null when it is not known, or when an extension is in use whose frames are not known here. */
function isCompressed(facts: Facts): boolean | null {
  const list = answeredExtensions(facts);
  if (list === null || list.brokenAt !== null) return null;
  if (list.extensions.some(({ name }) => name === DEFLATE)) return true;
  return list.extensions.length === 0 ? false : null;
}

function readStream(bytes: Uint8Array, stream: Stream): FrameStream {
  const table = new FrameTable();
  table.read(bytes);
  const faults = faultsIn(bytes, table, stream);
  const received = { messages: [], faults, unfinished: [], compressed: 0 };
  const { from } = stream;
  return {
    from,
    bytes,
    count: table.count,
    findings: findInFrames(bytes, table, received, stream),
  };
}

/** Each rule once, with the first frame that breaks it and how many do. */
function faultsIn(bytes: Uint8Array, table: FrameTable, stream: Stream): readonly Fault[] {
  const faults = new Map<RuleCode, Fault>();
  let isFragmented = false;
  const note = (code: RuleCode, span: Span): void => {
    const before = faults.get(code);
    faults.set(code, { code, span: before?.span ?? span, frames: (before?.frames ?? 0) + 1 });
  };
  for (let frame = 0; frame < table.count; frame++) {
    const span: Span = [table.start(frame), table.start(frame + 1)];
    const header = readHeader(bytes, ...span);
    for (const code of brokenRules(header, stream, isFragmented)) note(code, span);
    const { dataAt, maskingKey, opcode } = header;
    if (opcode === CLOSE) {
      const data = bytes.subarray(dataAt, span[1]);
      const close = readClose(opcode, maskingKey ? unmask(data, maskingKey) : data);
      if (close?.broken) note(close.broken, span);
    }
    if (!header.isControl) isFragmented = !header.fin;
  }
  const begun = unfinishedHeader(bytes, table);
  if (begun) {
    const span: Span = [table.start(table.count), bytes.length];
    for (const code of brokenRules(begun, stream, isFragmented)) note(code, span);
  }
  return [...faults.values()];
}

/** Of a frame whose data have not all come: its header breaks rules already. */
function unfinishedHeader(bytes: Uint8Array, table: FrameTable): FrameHeader | null {
  const { next, length } = table.framing;
  if (next !== "maskingKey" && next !== "applicationData") return null;
  const header = readHeader(bytes, table.start(table.count), bytes.length);
  return { ...header, payloadLength: Math.max(header.payloadLength, 0) + length };
}
