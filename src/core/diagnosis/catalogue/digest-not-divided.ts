import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-not-divided",
  mistakes: [
    "not-divided",
    "decimal-text-not-divided",
    "space-runs-collapsed",
    "one-space-too-many",
    "other-whitespace-counted",
    "zero-numbers",
  ],
  section: "hybi-00 §5.2 steps 5–7",
  title: "The numbers were not divided by their spaces, or by a wrong count",
});

export const example: Example = () => draftReply("E}\x07?5\x84\xd9\xf7A\xd6\xfc!M\xecw\xd3");

export const counterExample: Example = () => draftExchange();
