import { defineDeflateFinding } from "../define/define-deflate-finding.ts";
import type { Example } from "../define/define-finding.ts";
import type { ExtensionFault } from "../facts/extension-facts.ts";
import { extensionExchange } from "../rfc-example.ts";

export default defineDeflateFinding({
  code: "deflate-parameter-value",
  section: "RFC 7692 §7.1.1, §7.1.2",
  title: (fault, seen) =>
    hasNone(fault) ? `${fault.parameter} has no value` : `${seen} has a value that may not be`,
  rule: ({ parameter, in: place }) =>
    parameter?.endsWith("_takeover")
      ? `${parameter} stands alone, without “=” and a value.`
      : parameter === "client_max_window_bits" && place === "request"
        ? "client_max_window_bits stands alone in an offer, or is 8 to 15, without a zero in front."
        : `${parameter} is a whole number from 8 to 15, without a zero in front, and may not stand alone here.`,
});

function hasNone({ extension, parameter }: ExtensionFault): boolean {
  return extension.parameters.find(({ name }) => name === parameter)?.value === null;
}

export const example: Example = () =>
  extensionExchange(
    "permessage-deflate; client_max_window_bits",
    "permessage-deflate; server_max_window_bits=7",
  );

export const counterExample: Example = () =>
  extensionExchange(
    "permessage-deflate; client_max_window_bits",
    "permessage-deflate; server_max_window_bits=8",
  );

export const reports = ["https://github.com/coder/websocket/pull/188"];
