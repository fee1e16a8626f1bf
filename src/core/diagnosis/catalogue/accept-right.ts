import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";

export default defineFinding({
  code: "accept-right",
  level: "good",
  section: "RFC 6455 §4.1, second list, item 4",
  detect: ({ accept }) =>
    accept?.is === "right"
      ? [{ in: "response" as const, span: accept.span, wanted: accept.wanted }]
      : NONE,
  title: () => "Sec-WebSocket-Accept is right",
  why: ({ wanted }) => `“${wanted}” is the Base64 of the SHA-1 of the key and the GUID.`,
  fix: () => "Nothing to do.",
});

export const example: Example = () => rfcExchange();

export const counterExample: Example = () => acceptExchange("hHLtf2V1k8aDQZfNjw3Ia1hCwt0=");
