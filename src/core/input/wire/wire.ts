/**
 * From bytes that are the wire's to conversations. Where both directions are in one run of bytes, a message begins where a start
 * line stands behind the end of the one before; every byte goes into one of the conversations.
 */
import { fromLatin1 } from "../../bytes/ascii.ts";
import type { Conversation, Loss } from "../conversation.ts";
import type { Choice } from "../format.ts";
import type { Side } from "../text/message-text.ts";
import { joinBytes } from "./join-bytes.ts";
import { splitByLabel } from "./labels.ts";
import {
  isRequestAt,
  isResponseAt,
  isStartAt,
  nextStart,
  type Split,
  splitRequest,
  splitResponse,
} from "./split-bytes.ts";

/** Bytes that were shown together. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly lost?: readonly PieceLoss[];
  /** What stands before them on their line, which may say who sent them. */
  readonly label?: string;
}

/** `offset` is where in the bytes of the piece it happened. */
export type PieceLoss = Omit<Loss, "in"> & { readonly offset: number };

export interface Message {
  readonly side: Side;
  readonly message: Uint8Array;
  readonly behind: Uint8Array;
  readonly lost: readonly Loss[];
}

/** Reads pieces whose direction is not known, in their order. */
export function readWire(pieces: readonly Piece[], format: string, choice: Choice): Conversation[] {
  const streams = splitByLabel(pieces);
  if (streams) return readStreams(...streams, format);
  const bytes = joinBytes(pieces.map((piece) => piece.bytes));
  const starts: number[] = [];
  const edges: number[] = [];
  const lost: PieceLoss[] = [];
  let offset = 0;
  for (const piece of pieces) {
    edges.push(offset);
    if (isStartAt(piece.bytes, 0)) starts.push(offset);
    for (const loss of piece.lost ?? []) lost.push({ ...loss, offset: offset + loss.offset });
    offset += piece.bytes.length;
  }
  return pairMessages(cutBytes(bytes, { starts, edges }, lost, choice), format);
}

/** Reads two streams whose direction is known: the first request belongs to the first response, and so on. */
export function readStreams(client: Piece, server: Piece, format: string): Conversation[] {
  const requests = cutStream("request", client, []);
  const responses = cutStream("response", server, requests);
  const count = Math.max(requests.length, responses.length);
  const missed = [...missedOf("request", client), ...missedOf("response", server)];
  return Array.from({ length: count }, (_, i) => {
    const read = conversation(requests[i], responses[i], format);
    return i > 0 || missed.length === 0
      ? read
      : { ...read, exact: false, lost: [...missed, ...read.lost] };
  });
}

/** What is lost of a stream of which nothing is there. */
function missedOf(side: Side, { bytes, lost = [] }: Piece): Loss[] {
  return bytes.length > 0 ? [] : lost.map(({ offset: _, ...loss }) => ({ ...loss, in: side }));
}

interface Places {
  /** Offsets where a message is known to begin. */
  readonly starts: readonly number[];
  /** Offsets where a piece begins: what it has before a status line, the server sent. */
  readonly edges: readonly number[];
}

/** The messages of bytes that hold both directions. */
function cutBytes(
  bytes: Uint8Array,
  { starts, edges }: Places,
  lost: readonly PieceLoss[],
  choice: Choice,
): Message[] {
  const messages: Message[] = [];
  let request: Uint8Array | null = null;
  const losses = new Losses(lost, bytes.length);
  let at = 0;
  let known = 0;
  let edge = 0;
  while (at < bytes.length) {
    while (known < starts.length && (starts[known] as number) <= at) known += 1;
    const limit = starts[known] ?? bytes.length;
    const start = isRequestAt(bytes, at) ? at : nextStart(bytes, at, limit);
    const isResponse = start < limit && isResponseAt(bytes, start);
    const side = isResponse ? "response" : start === at ? "request" : (choice.side ?? "request");
    const slice = bytes.subarray(at, limit);
    const { message, end: length }: Split =
      side === "request"
        ? splitRequest(slice)
        : splitResponse(slice, request, isResponse ? start - at : 0);
    const end = at + length;
    const found = nextStart(bytes, end, limit);
    while (edge + 1 < edges.length && (edges[edge + 1] as number) <= found) edge += 1;
    const next =
      found < limit && isResponseAt(bytes, found)
        ? withJunk(bytes, end, edges[edge] ?? 0, found)
        : found;
    request = side === "request" ? message : null;
    messages.push({
      side,
      message,
      behind: bytes.subarray(end, next),
      lost: losses.until(side, end, next),
    });
    at = next;
  }
  return messages;
}

/** Where a response begins whose status line stands at `found`, behind a message that ends at `end`. */
function withJunk(bytes: Uint8Array, end: number, edge: number, found: number): number {
  if (edge >= end) return edge;
  return isStartAt(bytes, end) ? end : found;
}

/** The messages of one direction; what stands behind the last of them and is none is kept behind it. */
function cutStream(
  side: Side,
  { bytes, lost = [] }: Piece,
  requests: readonly Message[],
): Message[] {
  const messages: Message[] = [];
  const isAt = side === "request" ? isRequestAt : isStartAt;
  const losses = new Losses(lost, bytes.length);
  let at = 0;
  while (at < bytes.length && (messages.length === 0 || isAt(bytes, at))) {
    const request = requests[messages.length];
    const rest = bytes.subarray(at);
    const { message, end: length }: Split =
      side === "request"
        ? splitRequest(rest)
        : splitResponse(rest, request?.message ?? null, statusLineOf(rest));
    const end = at + length;
    const next = isAt(bytes, end) ? end : bytes.length;
    messages.push({
      side,
      message,
      behind: bytes.subarray(end, next),
      lost: losses.until(side, end, next),
    });
    at = next;
  }
  return messages;
}

const MOST_JUNK = 1 << 16;

/** Where the status line of a response begins, or 0 when there is none. */
function statusLineOf(bytes: Uint8Array): number {
  const most = Math.min(bytes.length, MOST_JUNK);
  const at = nextStart(bytes, 0, most);
  return at < most && isResponseAt(bytes, at) ? at : 0;
}

/** Hands losses out to the messages that they fall into, in the order of both. */
class Losses {
  private index = 0;
  private readonly lost: readonly PieceLoss[];
  private readonly length: number;

  constructor(lost: readonly PieceLoss[], length: number) {
    this.lost = lost.toSorted((a, b) => a.offset - b.offset);
    this.length = length;
  }

  /** Those before `next`; a message that ends at `end` has those before it, and what stands behind it the others. */
  until(side: Side, end: number, next: number): Loss[] {
    const behind = side === "request" ? "clientBytes" : "serverBytes";
    const found: Loss[] = [];
    for (; this.index < this.lost.length; this.index++) {
      const { offset, ...loss } = this.lost[this.index] as PieceLoss;
      const at = Math.min(offset, this.length - 1);
      if (at >= next) break;
      found.push({ ...loss, in: at < end ? side : behind });
    }
    return found;
  }
}

/** A response belongs to the request before it; a 101 that comes first, behind which no request can come, to the only one there is. */
function pairMessages(messages: readonly Message[], format: string): Conversation[] {
  const [first, second] = messages;
  if (messages.length === 2 && first && isSwitching(first) && second?.side === "request")
    return [conversation(second, first, format)];
  const conversations: Conversation[] = [];
  let open: Message | undefined;
  for (const message of messages) {
    if (message.side === "response") {
      conversations.push(conversation(open, message, format));
      open = undefined;
    } else {
      if (open) conversations.push(conversation(open, undefined, format));
      open = message;
    }
  }
  if (open) conversations.push(conversation(open, undefined, format));
  return conversations;
}

function isSwitching({ side, message }: Message): boolean {
  return side === "response" && /^HTTP\/\S+ 101/.test(fromLatin1(message.subarray(0, 16)));
}

function conversation(
  request: Message | undefined,
  response: Message | undefined,
  format: string,
): Conversation {
  const lost = [...(request?.lost ?? []), ...(response?.lost ?? [])];
  return {
    ...(request && { request: request.message }),
    ...(response && { response: response.message }),
    ...(request && request.behind.length > 0 && { clientBytes: request.behind }),
    ...(response && response.behind.length > 0 && { serverBytes: response.behind }),
    format,
    exact: lost.length === 0,
    lost,
  };
}
