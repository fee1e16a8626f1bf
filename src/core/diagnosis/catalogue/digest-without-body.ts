import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-without-body",
  mistakes: ["body-missing", "body-cut-short"],
  section: "hybi-00 §5.1, §5.2 step 8",
  title: "The digest was computed without the eight bytes",
});

export const example: Example = () => draftReply("\x84\xf7(\xbf]#\x8a\x8d\xfa\x8e\x96\xfe\xa1z2%");

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/faye/faye-websocket-node/issues/4"];
