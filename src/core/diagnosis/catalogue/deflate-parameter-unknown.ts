import { defineDeflateFinding } from "../define/define-deflate-finding.ts";
import type { Example } from "../define/define-finding.ts";
import { extensionExchange } from "../rfc-example.ts";

export default defineDeflateFinding({
  code: "deflate-parameter-unknown",
  section: "RFC 7692 §7.1",
  title: (_, seen) => `permessage-deflate has no parameter ${seen}`,
  rule: () =>
    "Its parameters are server_no_context_takeover, client_no_context_takeover, server_max_window_bits and client_max_window_bits, in this spelling.",
});

export const example: Example = () =>
  extensionExchange("permessage-deflate", "permessage-deflate; max_window_bits=10");

export const counterExample: Example = () =>
  extensionExchange("permessage-deflate", "permessage-deflate; server_max_window_bits=10");

export const notJudged = "Parameters of other extensions, which are their own affair.";
