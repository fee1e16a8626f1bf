/** key3 or a digest that stands below the string with its head, as characters or as hex. */
import { fromHex } from "../../bytes/hex.ts";
import { readHead } from "../../http/head.ts";
import type { Loss } from "../conversation.ts";
import type { Choice } from "../format.ts";
import { endsWithDigest, readKeys } from "../losses/hixie76-facts.ts";
import { COUNTS, guess, readTail } from "../losses/tail.ts";
import type { TextBytes } from "../losses/text-bytes.ts";
import type { Side } from "../text/message-text.ts";
import { isResponseAt } from "../wire/split-bytes.ts";
import { type Chain, endsHead } from "./string-chain.ts";

const LONGEST = 400;
/** What may close a statement behind a string, the line end, and the line below. */
const BELOW = /^[;,)\]}]*[ \t]*\r?\n\s*([^\n]+)/;
const LABEL = /^(?:key ?3|body|digest|md5|challenge|bytes)\b[\w ]{0,20}[:=]\s+(?=\S)/i;
const CODE = /[(){};=]/;
const SENTENCE = /^[A-Za-z',]+(?: [A-Za-z',]+)+[.?!:]?$/;

/** The chain with what its head lacks, if that stands below it and before `to`. */
export function withTail(text: string, chain: Chain, to: number, choice: Choice): Chain {
  const side = lacking(chain);
  const behind = text.slice(chain.end, Math.min(to, chain.end + LONGEST));
  const line = side && BELOW.exec(behind)?.[1]?.trimEnd();
  if (!line || SENTENCE.test(line)) return chain;
  const at = chain.end + behind.indexOf(line);
  const tail =
    readLine(side, line, at, choice) ?? readLine(side, line.replace(LABEL, ""), at, choice);
  if (!tail) return chain;
  const offset = chain.codes.length;
  const taken = tail.isWritten ? [] : [takenFromBelow(side, at)];
  const lost = [...guess(side, at, tail, false), ...taken].map((loss) => ({ ...loss, offset }));
  return {
    ...chain,
    codes: [...chain.codes, ...tail.bytes],
    at: [...chain.at, ...Array.from(tail.bytes, () => at)],
    lost: [...chain.lost, ...lost],
  };
}

/** Which message ends with its head where more belongs to it, or null: the last of the chain. */
function lacking({ codes, characters }: Chain): Side | null {
  if (characters.size > 0 || !endsHead(codes)) return null;
  const bytes = Uint8Array.from(codes);
  let start = bytes.length - 1;
  while (start > 0 && !isResponseAt(bytes, start)) start -= 1;
  const head = bytes.subarray(start);
  if (readHead(head).end !== head.length) return null;
  if (isResponseAt(head, 0)) return endsWithDigest(head, false) ? "response" : null;
  return readKeys(head).length > 0 ? "request" : null;
}

function readLine(side: Side, line: string, at: number, choice: Choice): TextBytes | undefined {
  // In the string it would be what the server sent; below it, it is how somebody wrote the bytes down.
  const bytes = fromHex(line);
  if (bytes?.length === COUNTS[side])
    return { bytes, charset: null, needsProof: false, isWritten: true, rest: "" };
  const body = { text: line, at, lineEndsKept: false, dots: false, binary: choice.binary ?? false };
  return readTail(side, body, choice).readings.find(
    ({ needsProof, isWritten }) => !needsProof && (isWritten || !CODE.test(line)),
  );
}

function takenFromBelow(side: Side, at: number): Omit<Loss, "in"> {
  const name = side === "request" ? "key3" : "the digest";
  const note = `The line below the string was taken for ${name}, which is a guess.`;
  return { what: side === "request" ? "key3" : "replaced-bytes", at, note };
}
