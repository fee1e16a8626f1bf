import { defineDeflateFinding } from "../define/define-deflate-finding.ts";
import type { Example } from "../define/define-finding.ts";
import { extensionExchange } from "../rfc-example.ts";

export default defineDeflateFinding({
  code: "deflate-parameter-not-accepted",
  section: "RFC 7692 §7.1.1.1, §7.1.2",
  title: ({ parameter }) => `The answer does not grant ${parameter} as it was asked for`,
  rule: ({ parameter, offers }) => {
    const asked = offers[0]?.parameters.find(({ name }) => name === parameter);
    const value = asked?.value ?? null;
    return value === null
      ? `The client asks for ${parameter}: a server that takes the offer has to repeat it.`
      : `The client asks for ${parameter}=${value}: a server that takes the offer has to answer that number or a smaller one.`;
  },
});

export const example: Example = () =>
  extensionExchange("permessage-deflate; server_max_window_bits=10", "permessage-deflate");

export const counterExample: Example = () =>
  extensionExchange(
    "permessage-deflate; server_max_window_bits=10",
    "permessage-deflate; server_max_window_bits=9",
  );

export const notJudged = "Whether the frames keep to what was agreed on.";
