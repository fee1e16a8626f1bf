import type { Example } from "../define-finding.ts";
import { defineDigestFinding } from "../define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-hard-coded",
  mistakes: ["example-digest", "zero-digest"],
  section: "hybi-00 §5.2 step 9",
  title: "The digest is always the same one",
});

export const example: Example = () => draftReply("\0".repeat(16));

export const counterExample: Example = () => draftExchange();
