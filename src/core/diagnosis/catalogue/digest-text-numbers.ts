import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-text-numbers",
  mistakes: [
    "decimal-text",
    "decimal-text-not-divided",
    "uint64-big-endian",
    "uint64-little-endian",
  ],
  section: "hybi-00 §5.2 step 8",
  title: "The numbers went into the challenge as something else than four bytes each",
});

export const example: Example = () => draftReply("R\x98\x9cQ\x17Lk\xec\xa7d\x9f\x9d\x1fj\xed\x8f");

export const counterExample: Example = () => draftExchange();
