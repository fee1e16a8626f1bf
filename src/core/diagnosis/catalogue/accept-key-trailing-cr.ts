import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-key-trailing-cr",
  mistakes: [
    "key-trailing-cr",
    "key-trailing-crlf",
    "key-trailing-lf",
    "key-leading-space",
    "key-trailing-space",
    "key-space-and-cr",
  ],
  title: "The key was hashed with white space or a line end at its edge",
});

export const example: Example = () => acceptExchange("zvnId+CMmoYWpbuFiCx6kU/bpAw=");

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://stackguides.com/questions/54831443/websocket-handshake-incorrect-sec-websocket-accept-header-value",
];
