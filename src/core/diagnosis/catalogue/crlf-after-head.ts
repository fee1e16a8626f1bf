import { defineDigestFinding } from "../define-digest-finding.ts";
import type { Example } from "../define-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "crlf-after-head",
  mistakes: ["crlf-before-digest"],
  section: "hybi-00 §5.2 steps 12–13",
  title: "An empty line too many stands before the digest",
});

export const example: Example = () => draftReply("\r\n8jKS'y:G*Co,Wxa-");

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/rawhat/stratus/pull/9",
  "https://github.com/python-websockets/websockets/issues/177",
];
