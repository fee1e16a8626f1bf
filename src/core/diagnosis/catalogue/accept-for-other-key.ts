import type { Example } from "../define-finding.ts";
import { defineAcceptFinding } from "../define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-for-other-key",
  mistakes: ["other-connections-key", "example-accept", "key-echoed"],
  title: "The accept does not belong to this key",
});

export const example: Example = () =>
  acceptExchange("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "wrlAB5pvwwNGrECBptpgjA==");

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://github.com/webbit/webbit/issues/105",
  "https://github.com/Conflux-Chain/conflux-rust/issues/1921",
  "https://github.com/aspnet/WebSockets/issues/210",
  "https://github.com/swoole/swoole-src/issues/195",
];

export const notJudged =
  "Keys that were not pasted: of those it cannot be told whether the accept is one of theirs.";
