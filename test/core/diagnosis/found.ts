/** What a diagnosis finds, as tests ask for it. */
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";

/** Of one code, or all; the page is known to have opened ws. */
export function found(conversation: Conversation, code?: string): readonly Finding[] {
  const { findings } = diagnose(conversation, { secure: false });
  return code === undefined ? findings : findings.filter((finding) => finding.code === code);
}

/** Of errors and warnings, in their order. */
export function codes(conversation: Conversation): string[] {
  return found(conversation)
    .filter(({ level }) => level === "error" || level === "warning")
    .map(({ code }) => code);
}

/** The bytes that each finding of a code marks, as text; null for those that mark none. */
export function marks(conversation: Conversation, code: string): (string | null)[] {
  const { request, response } = conversation;
  return found(conversation, code).map(({ in: place, span }) => {
    const bytes = place === "request" ? request : response;
    return span && bytes ? fromLatin1(bytes.subarray(...span)) : null;
  });
}
