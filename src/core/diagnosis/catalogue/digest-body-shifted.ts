import type { Example } from "../define/define-finding.ts";
import { defineDigestFinding } from "../define/define-suspect-finding.ts";
import { draftExchange, draftReply } from "../example.ts";

export default defineDigestFinding({
  code: "digest-body-shifted",
  mistakes: ["body-after-crlf", "body-after-lf", "body-with-crlf", "body-with-nul"],
  section: "hybi-00 §5.1",
  title: "The eight bytes were taken from the wrong place, or with something behind them",
});

export const example: Example = () =>
  draftReply("0\xc4\x84\xaf\xb8\x04\x06\xd0\xc3\x95\x9f|\xb1\xca\xfc\xdd");

export const counterExample: Example = () => draftExchange();
