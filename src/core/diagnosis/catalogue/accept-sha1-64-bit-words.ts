import type { Example } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineAcceptFinding({
  code: "accept-sha1-64-bit-words",
  mistakes: ["sha1-64-bit-words"],
  title: "SHA-1 was computed in words of 64 bits",
});

const KEY = "wrlAB5pvwwNGrECBptpgjA==";

export const example: Example = () => acceptExchange("u4vu5eiI3GZ35S3wTkYwSdr2NA8=", KEY);

export const counterExample: Example = () => rfcExchange();

export const reports = ["https://github.com/mcferront/simple_websocket/issues/1"];
