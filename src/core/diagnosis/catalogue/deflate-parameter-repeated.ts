import { defineDeflateFinding } from "../define/define-deflate-finding.ts";
import type { Example } from "../define/define-finding.ts";
import { extensionExchange } from "../rfc-example.ts";

export default defineDeflateFinding({
  code: "deflate-parameter-repeated",
  section: "RFC 7692 §7.1",
  title: ({ parameter }) => `permessage-deflate has ${parameter} twice`,
  rule: ({ parameter }) =>
    `${parameter} may stand there once, even when it says the same both times.`,
});

export const example: Example = () =>
  extensionExchange(
    "permessage-deflate",
    "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
  );

export const counterExample: Example = () =>
  extensionExchange(
    "permessage-deflate",
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
  );
