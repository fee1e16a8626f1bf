import { type Example, together } from "../define/define-finding.ts";
import { defineFrameFinding } from "../define/define-frame-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

const CODE = "crlf-after-head";

const beforeDigest = defineDigestFinding({
  code: CODE,
  mistakes: ["crlf-before-digest"],
  section: "hybi-00 §5.2 steps 12–13",
  title: "An empty line too many stands before the digest",
});

/** From hybi-07 on it stands where the first frame should. */
const beforeFrames = defineFrameFinding({ code: CODE });

export default together(beforeDigest, beforeFrames);

export const example: Example = () => draftReply("\r\n8jKS'y:G*Co,Wxa-");

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/rawhat/stratus/pull/9",
  "https://github.com/python-websockets/websockets/issues/177",
];
