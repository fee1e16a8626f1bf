import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-key-order",
  mistakes: ["keys-swapped", "body-first"],
  section: "hybi-00 §5.2 step 8",
  title: "The pieces of the challenge were put together in the wrong order",
});

export const example: Example = () =>
  draftReply("\xaa\x13\x98\x98\xa7\xa6\x8a\x7fcF\xe0V\x00\x92:\t");

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/rlotun/txWebSocket/issues/4"];
