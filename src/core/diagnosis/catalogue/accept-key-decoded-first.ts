import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-key-decoded-first",
  mistakes: ["key-decoded"],
  title: "The key was decoded from Base64 before it was hashed",
});

export const example: Example = () => acceptExchange("BXhwxM0SZasKmCD9S4BfpPmCnEw=");

export const counterExample: Example = () => rfcExchange();

export const reports = ["https://github.com/FreeRDP/FreeRDP/issues/8166"];
