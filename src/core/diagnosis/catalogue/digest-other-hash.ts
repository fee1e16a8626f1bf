import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-other-hash",
  mistakes: ["sha1-truncated", "raw-keys"],
  section: "hybi-00 §5.2 step 9",
  title: "Something else was hashed, or with another hash",
});

export const example: Example = () =>
  draftReply("N\xfe\xa6\xf2\xaf\xec\xdb\x9e\xae\xaft\x8a\x8f\xa77\x91");

export const counterExample: Example = () => draftExchange();
