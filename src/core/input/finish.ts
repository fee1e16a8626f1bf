/**
 * From what a lossy format gave (heads that were put together again, and what is left of the bytes behind them) to a conversation.
 * key3 and the digest are read from the text, and where both are there the digest says which of several readings is right.
 */
import { concat, fromLatin1 } from "../bytes/ascii.ts";
import { slice } from "../bytes/span.ts";
import { readHead } from "../http/head.ts";
import type { Conversation, Loss } from "./conversation.ts";
import type { Choice } from "./format.ts";
import { isAscii } from "./losses/charset.ts";
import {
  digest,
  endsWithDigest,
  isSwitching,
  type Key,
  partOf,
  readKeys,
  sameBytes,
} from "./losses/hixie76-facts.ts";
import { repairKeys } from "./losses/key-spaces.ts";
import { type Body, guess, readBehind, readContent, readTail, type Tail } from "./losses/tail.ts";
import type { TextBytes } from "./losses/text-bytes.ts";
import type { Side } from "./text/message-text.ts";

export interface DraftMessage {
  /** Up to the blank line, which is in it. */
  readonly head: Uint8Array;
  readonly body: Body;
  readonly lost: readonly Loss[];
  /** Whether spaces came through as they were. */
  readonly spacesKept?: boolean;
  /** Where the lines of the head stand in the text. */
  readonly lines?: readonly LinePlace[];
}

export interface LinePlace {
  /** Offset in the head. */
  readonly inHead: number;
  /** Offset in the pasted text. */
  readonly inText: number;
}

export interface Draft {
  readonly request?: DraftMessage;
  readonly response?: DraftMessage;
}

/** A conversation whose bytes come from text: exact only when nothing was lost or guessed. */
export function finish({ request, response }: Draft, format: string, choice: Choice): Conversation {
  const keys = request ? readKeys(request.head) : [];
  const isHixie76 = keys.length > 0;
  const key3 = request && isHixie76 ? readTail("request", request.body, choice) : null;
  const isDigest = response !== undefined && endsWithDigest(response.head, isHixie76);
  const sixteen = isDigest ? readTail("response", response.body, choice) : null;
  const agreed = agree(keys, key3, sixteen);

  const placed: Placed[] = [];
  if (request) {
    const first = place("request", request, key3, agreed.key3, agreed.proved);
    const inText =
      !request.spacesKept && first.lost.length > 0 && !(request.body instanceof Uint8Array);
    placed.push(inText && isHixie76 ? repaired(first, request.lines, agreed) : first);
  }
  if (response) placed.push(place("response", response, sixteen, agreed.digest, agreed.proved));
  const lost = placed.flatMap((message) => message.lost);
  return { ...Object.assign({}, ...placed.map(asParts)), format, exact: lost.length === 0, lost };
}

interface Agreed {
  readonly key3: TextBytes | null;
  readonly digest: TextBytes | null;
  /** Whether the digest is the one of these keys and this key3. */
  readonly proved: boolean;
}

/** The readings of key3 and of the digest that belong together, or else the likeliest of each. */
function agree([key1, key2]: readonly Key[], key3: Tail | null, sixteen: Tail | null): Agreed {
  const part1 = key1 ? partOf(key1) : null;
  const part2 = key2 ? partOf(key2) : null;
  if (part1 !== null && part2 !== null) {
    for (const three of key3?.readings ?? []) {
      const expected = digest(part1, part2, three.bytes);
      const match = sixteen?.readings.find(({ bytes }) => sameBytes(bytes, expected));
      if (match) return { key3: three, digest: match, proved: true };
    }
  }
  return {
    key3: key3?.readings.find(({ needsProof }) => !needsProof) ?? null,
    digest: sixteen?.readings.find(({ needsProof }) => !needsProof) ?? null,
    proved: false,
  };
}

interface Placed {
  readonly side: Side;
  readonly bytes: Uint8Array;
  readonly behind: Uint8Array | null;
  readonly lost: readonly Loss[];
}

function asParts({ side, bytes, behind }: Placed): Partial<Conversation> {
  const parts = side === "request" ? { request: bytes } : { response: bytes };
  if (!behind) return parts;
  return { ...parts, ...(side === "request" ? { clientBytes: behind } : { serverBytes: behind }) };
}

/** Puts the bytes that belong to the message behind its head, and the others aside. */
function place(
  side: Side,
  { head, body, lost }: DraftMessage,
  tail: Tail | null,
  chosen: TextBytes | null,
  proved: boolean,
): Placed {
  if (tail && !chosen) {
    const part = body instanceof Uint8Array ? body : new Uint8Array(0);
    return { side, bytes: concat(head, part), behind: null, lost: [...lost, ...tail.lost] };
  }
  const own = chosen?.bytes ?? new Uint8Array(0);
  const bytes = concat(head, own);
  if (body === null) return { side, bytes, behind: null, lost };
  if (!chosen && !isHandshake(side, head)) {
    const content = readContent(side, head, body);
    return { side, bytes: content.bytes, behind: null, lost: [...lost, ...content.lost] };
  }
  if (body instanceof Uint8Array) {
    const rest = body.subarray(own.length);
    return { side, bytes, behind: rest.length > 0 ? rest : null, lost };
  }
  const rest = chosen ? chosen.rest : body.text;
  const behind = readBehind(
    side,
    rest,
    body.at + body.text.length - rest.length,
    body.binary || (isAscii(rest) && body.lineEndsKept),
  );
  const guessed = chosen && !body.binary ? guess(side, body.at, chosen, proved) : [];
  return { side, bytes, behind: behind.bytes, lost: [...lost, ...guessed, ...behind.lost] };
}

/** Behind a GET and behind a 101 come frames; behind anything else its content. */
function isHandshake(side: Side, head: Uint8Array): boolean {
  const { startLine } = readHead(head);
  if (side === "response") return isSwitching(head, startLine);
  return fromLatin1(slice(head, startLine).subarray(0, 4)) === "GET ";
}

function repaired(request: Placed, lines: DraftMessage["lines"], { key3, digest }: Agreed): Placed {
  const repair = repairKeys(request.bytes, key3?.bytes ?? null, digest?.bytes ?? null);
  const lost = repair.lost.map((loss) => ({ ...loss, at: placeInText(lines ?? [], loss.at ?? 0) }));
  return { ...request, bytes: repair.request, lost: [...request.lost, ...lost] };
}

function placeInText(lines: readonly LinePlace[], at: number): number | null {
  const line = lines.findLast(({ inHead }) => inHead <= at);
  return line ? line.inText + at - line.inHead : null;
}
