import { defineDeflateFinding } from "../define/define-deflate-finding.ts";
import type { Example } from "../define/define-finding.ts";
import { extensionExchange } from "../rfc-example.ts";

export default defineDeflateFinding({
  code: "deflate-parameter-not-offered",
  section: "RFC 7692 §7.1.2.2",
  title: ({ parameter }) => `${parameter} is answered, and was not offered`,
  rule: ({ parameter }) =>
    `A client that understands ${parameter} says so in its offer, with a number or without; only then may a server set a limit to the client's window.`,
});

export const example: Example = () =>
  extensionExchange("permessage-deflate", "permessage-deflate; client_max_window_bits=10");

export const counterExample: Example = () =>
  extensionExchange(
    "permessage-deflate; client_max_window_bits",
    "permessage-deflate; client_max_window_bits=10",
  );

export const notJudged =
  "client_no_context_takeover and server_max_window_bits, which a server may answer unasked.";
