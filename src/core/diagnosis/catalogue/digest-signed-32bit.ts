import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-signed-32bit",
  mistakes: ["signed-int32", "saturated-int32", "saturated-quotient"],
  section: "hybi-00 §5.2 steps 4–7",
  title: "A number was squeezed into 32 bits with a sign",
});

export const example: Example = () =>
  draftReply("\x0b\xf7\xba\xc6\xb0\x8c\xce\x13\xf3\xec\x0f\xc07C\xa3W");

export const counterExample: Example = () => draftExchange();
