import type { Extension } from "../../rfc6455/extensions.ts";
import { defineFinding, type Example, together } from "../define/define-finding.ts";
import { extensionFaults, levelOf, offeredExtensions } from "../facts/extension-facts.ts";
import { extensionExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

const CODE = "extension-not-offered";

const byName = defineFinding({
  code: CODE,
  section: "RFC 6455 §4.1, second list, item 5; §9.1",
  doubtedBy: ["cut", "redacted", "headers-merged"],
  detect: (facts) => {
    const offers = offeredExtensions(facts.request)?.extensions.map(({ name }) => name) ?? [];
    return extensionFaults(facts, "extension-not-offered").map((fault) => ({
      ...fault,
      names: [...new Set(offers)],
    }));
  },
  level: (fault) => levelOf(fault),
  title: ({ extension }) => `The extension “${extension.name}” was not offered`,
  why: ({ extension, names }) =>
    `The answer says Sec-WebSocket-Extensions: ${extension.name}. The request offers ${names.length === 0 ? "no extension" : names.map((name) => `“${name}”`).join(", ")}. A server may only take what was offered, by exactly that name; the client fails the connection over anything else.`,
  fix: () =>
    `Answer with extensions of the request alone, or leave the field out. Servers that answer permessage-deflate to everybody fail with clients that do not compress; x-webkit-deflate-frame and permessage-deflate are two extensions, of which an answer has to name the one offered. A proxy that takes Sec-WebSocket-Extensions out of the request has to take it out of the answer too. nginx:
    proxy_set_header Sec-WebSocket-Extensions "";
which hides the offer, so that the server behind it has nothing to answer.`,
});

/**
 * Its name was offered, and one of its parameters was not, or not with that value. No error of its own: a finding on the parameter
 * is that, and says how it should be.
 */
const inThatForm = defineFinding({
  code: CODE,
  level: "info",
  section: "RFC 7692 §5.1, §7.1",
  doubtedBy: ["cut", "redacted", "headers-merged"],
  detect: (facts) =>
    [
      ...extensionFaults(facts, "deflate-parameter-not-offered"),
      ...extensionFaults(facts, "deflate-parameter-value"),
    ].filter(({ in: place, offers }) => place === "response" && offers.length > 0),
  title: ({ extension }) => `“${extension.name}” was not offered in this form`,
  why: ({ bytes, extension, offers, parameter }) =>
    `The answer takes ${quote(bytes, extension.span)}. Offered ${offers.length === 1 ? "is" : "are"} ${offers.map(({ name, parameters }) => `“${[name, ...parameters.map(inText)].join("; ")}”`).join(", ")}, which does not allow that ${parameter}. Chromium says “Error in permessage-deflate”, and which parameter it is.`,
  fix: () =>
    "Answer with what the request offers, parameter by parameter, or leave the field out, and frames go uncompressed.",
});

function inText({ name, value }: Extension["parameters"][number]): string {
  return value === null ? name : `${name}=${value}`;
}

export default together(byName, inThatForm);

export const example: Example = () =>
  extensionExchange("permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame");

export const counterExample: Example = () =>
  extensionExchange("permessage-deflate; client_max_window_bits", "permessage-deflate");

export const reports = ["https://github.com/coder/websocket/pull/188"];

export const notJudged = "Extensions other than permessage-deflate, beyond their names.";
