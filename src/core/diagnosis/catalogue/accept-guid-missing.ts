import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-guid-missing",
  mistakes: ["guid-missing"],
  title: "The key was hashed without the GUID",
});

export const example: Example = () => acceptExchange("hHLtf2V1k8aDQZfNjw3Ia1hCwt0=");

export const counterExample: Example = () => rfcExchange();
