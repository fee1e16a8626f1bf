import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-hex-or-base64",
  mistakes: ["hex-text", "hex-text-upper", "hex-text-dashes", "base64-text"],
  section: "hybi-00 §5.2 steps 9 and 13",
  title: "The digest was sent as text instead of 16 raw bytes",
});

export const example: Example = () => draftReply("386a4b5327793a472a436f2c5778612d");

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/cyrus-great/phpwebsocket/issues/43"];
