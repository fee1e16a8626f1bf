import { decodeUtf8 } from "../core/bytes/utf8.ts";
import { readHead } from "../core/http/head.ts";
import type { Conversation } from "../core/input/conversation.ts";

const LONGEST = 120;

/** A conversation in a line: what was asked, and what came of it. */
export function titleOf({ request, response, message }: Conversation): string {
  const asked = request && startLine(request);
  const answered = response && startLine(response);
  if (asked && answered) return `${asked} → ${answered}`;
  return asked ?? (answered && `→ ${answered}`) ?? message?.slice(0, LONGEST) ?? "nothing readable";
}

function startLine(bytes: Uint8Array): string {
  const [start, end] = readHead(bytes.subarray(0, 0x4000)).startLine;
  return decodeUtf8(bytes.subarray(start, Math.min(end, start + LONGEST))).text;
}
