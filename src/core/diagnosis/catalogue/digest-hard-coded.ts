import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";
import { lossOf } from "../facts/facts.ts";

const KEY_LOSSES = [
  ...(["replaced-bytes", "charset", "cut", "key3"] as const),
  ...(["edge-spaces", "repeated-spaces"] as const),
];

export default defineDigestFinding({
  code: "digest-hard-coded",
  mistakes: ["example-digest", "zero-digest"],
  section: "hybi-00 §5.2 step 9",
  // It is the right one of the draft's request: where the request's keys were lost, nobody knows whether this was it.
  doubt: ({ conversation, response }) =>
    response?.wanted.expected === null
      ? (lossOf(conversation, "request", KEY_LOSSES)?.note ?? null)
      : null,
  title: "The digest is always the same one",
});

export const example: Example = () => draftReply("\0".repeat(16));

export const counterExample: Example = () => draftExchange();
