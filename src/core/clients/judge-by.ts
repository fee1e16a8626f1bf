/**
 * What the clients of one generation make of a conversation. The caller says which clients, so that a page can load only those it
 * needs; `judge` knows all.
 */
import { concat } from "../bytes/ascii.ts";
import { type Generation, recogniseAnswer, recogniseGeneration } from "../generation.ts";
import { readHead } from "../http/head.ts";
import type { Conversation } from "../input/conversation.ts";
import { type Compared, isDamaged, isReliable, proved } from "./evidence.ts";
import type { Judgement } from "./judgement.ts";

export interface JudgeOptions {
  /** Whether the page opened wss. */
  readonly secure?: boolean;
  /** Whether the server closed the connection behind the last byte. */
  readonly closed?: boolean;
}

/** What a client that looks at frames wants to know besides. */
interface Told extends JudgeOptions {
  /** The page keeps its socket open. */
  readonly stays: boolean;
  /** What the client sent behind its request. */
  readonly sent?: Uint8Array;
}

/** Null when what it is told does not suffice. */
type JudgeAs = (
  request: Uint8Array | undefined,
  response: Uint8Array,
  told: Told,
) => Judgement | null;

/** The clients of a generation, the one that follows its text first. */
export interface Clients extends Compared {
  readonly judges: readonly JudgeAs[];
}

/**
 * As which generation it is judged: the request's, or without one that of the answer, if it has fields that only that one's servers
 * send. `rfc6455` stands for all that have Sec-WebSocket-Accept then.
 */
export function judgedAs({ request, response }: Conversation): Generation | "http" | "unknown" {
  if (request !== undefined) return recogniseGeneration(request).generation;
  if (response === undefined) return "unknown";
  return recogniseAnswer(response, readHead(response)).generation;
}

/** In bytes: no client looks at more. */
const MOST_FRAMES = 524_288;

/** A client of which the conversation does not tell enough is left out. Never throws. */
export function judgeBy(
  clients: Clients,
  conversation: Conversation,
  options: JudgeOptions = {},
): Judgement[] {
  const { request, response, clientBytes, serverBytes } = conversation;
  if (response === undefined) return [];
  const frames = isReliable(conversation, "serverBytes") ? serverBytes : undefined;
  const answered = frames ? concat(response, frames.subarray(0, MOST_FRAMES)) : response;
  const told: Told = {
    ...options,
    // Frames that are told apart from the response are all that came. Within it they are as in a recording.
    stays: serverBytes !== undefined || clientBytes !== undefined,
    ...(clientBytes && isReliable(conversation, "clientBytes") ? { sent: clientBytes } : {}),
  };
  return clients.judges.flatMap((judgeAs) => {
    const judgement = judgeAs(request, answered, told);
    if (judgement === null) return [];
    // A digest or an accept that agrees was not damaged, nor what it was made from.
    if (judgement.accepts || conversation.exact || !isDamaged(conversation)) return [judgement];
    const left = proved(conversation, response, clients);
    const toldOfIt = left?.goesOn ? { ...told, closed: false } : told;
    const certain = left && judgeAs(left.request, left.response, toldOfIt);
    const isSame = certain?.rule === judgement.rule && certain.console === judgement.console;
    return isSame && !judgement.waits && !certain.waits ? [judgement] : [];
  });
}
