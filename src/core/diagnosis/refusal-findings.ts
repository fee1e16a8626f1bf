/**
 * Many servers say why they refuse: in the reason phrase, in a field of their own or in the content. Their words are explained as those
 * of a log are. They are the server's, and prove as little: none is more than worth knowing.
 */
import type { Span } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { readHead } from "../http/head.ts";
import { readStatusCode } from "../http/start-line.ts";
import type { Conversation } from "../input/conversation.ts";
import { explainWords } from "./explain-message.ts";
import { textOf } from "./facts/header-words.ts";
import type { Finding } from "./finding.ts";

/** X-WebSocket-Reject-Reason of WebSocket-Node, x-amzn-ErrorType of AWS. */
const REASON = /^x-[\w-]*(?:reason|error)/i;
/** Of a page: its words stand near its top. */
const LONGEST = 4096;

/** What the words of a refusal add to what is known of it by `others`. Never throws. */
export function refusalFindings(
  { response }: Conversation,
  others: readonly Finding[],
): readonly Finding[] {
  if (!response) return [];
  const found = new Map<string, Finding>();
  const isKnown = (code: string): boolean =>
    found.has(code) || others.some((other) => other.code === code);
  for (const span of wordsIn(response)) {
    const { text } = decodeUtf8(response.subarray(...span));
    for (const { message, by, codes, meaning, capture } of explainWords(text)) {
      const title = (isFirst: boolean): string =>
        `The answer says “${message}”: ${isFirst ? "its likeliest cause" : "another of its causes"}`;
      for (const code of codes) {
        if (isKnown(code)) continue;
        found.set(code, {
          code,
          level: "info",
          in: "response",
          span,
          title: title(code === codes[0]),
          why: `So say ${by}. ${meaning}`,
          fix: capture,
          section: "RFC 6455 §4.2.2 item 2",
        });
      }
    }
  }
  return [...found.values()];
}

/** The places of a refusal's own words; none in any other response. */
function wordsIn(response: Uint8Array): readonly Span[] {
  const { startLine, fields, end } = readHead(response);
  const status = readStatusCode(response, startLine);
  if (status === null || /^1/.test(textOf(response, status))) return [];
  const reason: Span = [Math.min(status[1] + 1, startLine[1]), startLine[1]];
  const named = fields.filter(({ name }) => REASON.test(textOf(response, name)));
  const content: Span[] = end === null ? [] : [[end, Math.min(end + LONGEST, response.length)]];
  return [reason, ...named.map(({ value }) => value), ...content];
}
