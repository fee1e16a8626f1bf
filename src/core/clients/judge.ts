import { recogniseGeneration } from "../generation.ts";
import { find } from "../hixie76/request.ts";
import { readHead } from "../http/head.ts";
import type { Conversation, Loss } from "../input/conversation.ts";
import { judgeAsDraft } from "./draft.ts";
import type { Judgement } from "./judgement.ts";
import { judgeAsWebKit534 } from "./webkit-534.ts";

/** What a paste can have done to the bytes behind a head, which then prove nothing. */
const DAMAGES_BYTES: readonly Loss["what"][] = [
  "replaced-bytes",
  "charset",
  "cut",
  "byte-count",
  "key3",
  "repeated-spaces",
  "edge-spaces",
];

export interface JudgeOptions {
  /** Whether the page opened wss. */
  readonly secure?: boolean;
  /** Whether the server closed the connection behind the response's last byte. */
  readonly closed?: boolean;
}

/**
 * What each client that speaks the conversation's generation makes of the response, the draft first. A client of which the
 * conversation does not tell enough is left out. Never throws.
 */
export function judge(conversation: Conversation, options: JudgeOptions = {}): Judgement[] {
  const { request, response } = conversation;
  if (response === undefined || !isForHixie76(request, response)) return [];
  return [judgeAsDraft, judgeAsWebKit534].flatMap((judgeAs) => {
    const judgement = judgeAs(request, response, options);
    if (judgement === null) return [];
    // Sixteen bytes that agree were not damaged; a fault is certain when the head has it already.
    if (judgement.accepts || conversation.exact || !isDamaged(conversation)) return [judgement];
    return isDecided(judgeAs(request, headOf(response), options)) ? [judgement] : [];
  });
}

/** Without a request, the fields that only this draft's server sends must show it. */
function isForHixie76(request: Uint8Array | undefined, response: Uint8Array): boolean {
  if (request !== undefined) {
    const { generation } = recogniseGeneration(request);
    return generation === "hixie-76" || generation === "hybi-01";
  }
  const { fields } = readHead(response);
  return ["sec-websocket-origin", "sec-websocket-location"].some(
    (name) => find(response, fields, name) !== null,
  );
}

function isDamaged({ lost }: Conversation): boolean {
  return lost.some(
    (loss) =>
      (loss.in === "request" || loss.in === "response") && DAMAGES_BYTES.includes(loss.what),
  );
}

function headOf(response: Uint8Array): Uint8Array {
  return response.subarray(0, readHead(response).end ?? response.length);
}

function isDecided(judgement: Judgement | null): boolean {
  return judgement !== null && !judgement.waits;
}
