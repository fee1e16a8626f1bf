import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-base64-of-hex",
  mistakes: ["base64-of-hex", "base64-of-upper-hex"],
  title: "The hexadecimal digits of the digest were encoded, not its bytes",
});

export const example: Example = () =>
  acceptExchange("YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ==");

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://stackoverflow.com/questions/9624252/websocket-server-in-c-programming-error",
  "https://github.com/wpilibsuite/allwpilib/pull/1432",
];
