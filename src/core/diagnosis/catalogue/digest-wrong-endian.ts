import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-wrong-endian",
  mistakes: [
    "little-endian",
    "little-endian-first",
    "little-endian-second",
    "numbers-reversed-together",
    "digest-words-swapped",
    "digest-reversed",
  ],
  section: "hybi-00 §5.2 steps 8–9",
  title: "Bytes of the digest or of the numbers are in the wrong order",
});

export const example: Example = () =>
  draftReply("\xe8\xad4\xe1\xea\xee\x8c\xf2$\x0c\x85gL.\x19\x80");

export const counterExample: Example = () => draftExchange();
