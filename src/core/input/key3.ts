/** The eight bytes that text loses, given on their own. */
import { concat } from "../bytes/ascii.ts";
import { readHead } from "../http/head.ts";
import type { Conversation } from "./conversation.ts";

/** The conversation with these bytes behind the blank line of its request, whatever key3 it had; without a request, as it was. */
export function withKey3(conversation: Conversation, key3: Uint8Array): Conversation {
  const { request } = conversation;
  if (!request) return conversation;
  const head = request.subarray(0, readHead(request).end ?? request.length);
  const lost = conversation.lost.filter(
    (loss) => loss.in !== "request" || (loss.what !== "key3" && !loss.remains),
  );
  return { ...conversation, request: concat(head, key3), exact: lost.length === 0, lost };
}
