import { defineFinding, type Example } from "../define-finding.ts";
import { extensionFaults, levelOf, offeredExtensions } from "../extension-facts.ts";
import { extensionExchange } from "../rfc-example.ts";

export default defineFinding({
  code: "extension-not-offered",
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

export const example: Example = () =>
  extensionExchange("permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame");

export const counterExample: Example = () =>
  extensionExchange("permessage-deflate; client_max_window_bits", "permessage-deflate");

export const reports = ["https://github.com/coder/websocket/pull/188"];

export const notJudged = "Extensions other than permessage-deflate, beyond their names.";
