/**
 * What a damaged paste still proves against a response. A fault counts when it is found without all that the paste can have
 * spoiled: the bytes behind the head, a field that is no longer what was sent, a message that is not whole.
 */
import { concat, fromLatin1 } from "../bytes/ascii.ts";
import { slice } from "../bytes/span.ts";
import { type Head, readHead } from "../http/head.ts";
import type { Conversation, Loss } from "../input/conversation.ts";
import { isTakenOut } from "../input/losses/redacted.ts";

/** Of what the clients of a generation compare. Names are in lower case. */
export interface Compared {
  /** Fields of the request. */
  readonly asked: readonly string[];
  /** Fields of the response. */
  readonly answered: readonly string[];
  /** Whether the path in the request line counts as well. */
  readonly path: boolean;
  /** Whether the status line and the order of the fields count to the letter. */
  readonly order: boolean;
  /** Whether bytes behind both heads count. */
  readonly digest: boolean;
}

type Damages = readonly Loss["what"][];

/** To a digest, or to what it was made from. */
const OF_DIGEST: Damages = [
  ...(["replaced-bytes", "charset", "cut", "byte-count"] as const),
  ...(["key3", "repeated-spaces", "edge-spaces"] as const),
];
/** To single characters of a field, which then is no longer ASCII, or says that it was taken out. */
const OF_CHARACTERS: Damages = ["replaced-bytes", "charset", "redacted"];
const OF_ORDER: Damages = ["start-line", "headers-reordered"];
const ALL = [...OF_DIGEST, ...OF_CHARACTERS, ...OF_ORDER];

const DOT = 0x2e;

export function isDamaged({ lost }: Conversation): boolean {
  return has([...lossesIn(lost, "request"), ...lossesIn(lost, "response")], ALL);
}

/** Whether frames came through. Those before a cut did. */
export function isReliable({ lost }: Conversation, place: Loss["in"]): boolean {
  return lossesIn(lost, place).every(({ what }) => what === "cut");
}

/**
 * What is left to judge by: the response ends with its head where the bytes behind that may be damaged, and with its status line
 * where the head may be, unless that is a 101, which proves nothing: then null. No request where what is compared of it may be
 * damaged. `goesOn`: more may have come, so that the connection did not close there.
 */
export function proved(
  { request, lost }: Conversation,
  response: Uint8Array,
  compared: Compared,
): {
  readonly request: Uint8Array | undefined;
  readonly response: Uint8Array;
  readonly goesOn: boolean;
} | null {
  const [inRequest, inResponse] = [lossesIn(lost, "request"), lossesIn(lost, "response")];
  const head = readHead(response);
  const isHeadSound =
    isWhole(head, inResponse, compared) &&
    areSound(response, head, inResponse, compared.answered) &&
    !(compared.order && has(inResponse, OF_ORDER));
  const isBehindSound = !has([...inRequest, ...inResponse], OF_DIGEST);
  const end = isBehindSound ? response.length : (head.end ?? response.length);
  const left = isHeadSound ? response.subarray(0, end) : refusal(response, head);
  if (left === null) return null;
  const isSound = request !== undefined && isRequestSound(request, inRequest, compared);
  return { request: isSound ? request : undefined, response: left, goesOn: !isBehindSound };
}

function isRequestSound(request: Uint8Array, losses: readonly Loss[], compared: Compared): boolean {
  const head = readHead(request);
  return (
    isWhole(head, losses, compared) &&
    areSound(request, head, losses, compared.asked) &&
    !(compared.path && has(losses, ["start-line"]))
  );
}

function lossesIn(lost: readonly Loss[], place: Loss["in"]): readonly Loss[] {
  return lost.filter((loss) => loss.in === place);
}

function has(losses: readonly Loss[], wanted: Damages): boolean {
  return losses.some(({ what }) => wanted.includes(what));
}

/** Where bytes stand behind the head, it is those that are cut. */
function isWhole({ end }: Head, losses: readonly Loss[], { digest }: Compared): boolean {
  if (has(losses, ["byte-count"])) return false;
  return !has(losses, ["cut"]) || (digest && end !== null);
}

function areSound(
  bytes: Uint8Array,
  { fields, notFields }: Head,
  losses: readonly Loss[],
  names: readonly string[],
): boolean {
  if (!has(losses, OF_CHARACTERS)) return true;
  const isAscii = (part: Uint8Array) => part.every((byte) => byte < 0x80);
  return (
    // A name that was damaged can be one of those.
    [...notFields, ...fields.map(({ name }) => name)].every((span) =>
      isAscii(slice(bytes, span)),
    ) &&
    fields.every(({ name, value }) => {
      const called = fromLatin1(slice(bytes, name)).toLowerCase();
      if (!names.includes(called)) return true;
      const found = slice(bytes, value);
      const hasDot = !called.match(/host|origin|location/) && found.includes(DOT);
      return isAscii(found) && !hasDot && !isTakenOut(called, found);
    })
  );
}

/** The status line alone, as a head; null when it refuses nothing. */
function refusal(response: Uint8Array, { startLine }: Head): Uint8Array | null {
  const line = slice(response, startLine);
  return /^\S* +101\b/.test(fromLatin1(line.subarray(0, 64))) ? null : concat(line, "\r\n\r\n");
}
