import { defineFinding, type Example } from "../define/define-finding.ts";
import { badOffers } from "../facts/offered-facts.ts";
import { rfcRequest } from "../rfc-example.ts";

export default defineFinding({
  code: "subprotocol-repeated",
  level: "error",
  section: "RFC 6455 §4.1, first list, item 10",
  doubtedBy: ["headers-merged"],
  detect: ({ request }) =>
    badOffers(request)
      .filter(({ fault }) => fault === "repeated")
      .map(({ name, span }) => ({ in: "request" as const, span, name })),
  title: ({ name }) => `The subprotocol “${name}” is offered twice`,
  why: ({ name }) =>
    `Sec-WebSocket-Protocol names “${name}” again. All names of an offer have to differ, and a server must answer 400 to a request that is not as it should be. Some choose as if the name stood there once.`,
  fix: () =>
    "Take the second one out. Browsers throw a SyntaxError at new WebSocket(url, [name, name]) and never send this; a client of your own, or a proxy that adds the field again, does.",
});

export const example: Example = () =>
  rfcRequest((text) => text.replace("chat, superchat", "chat, chat"));

export const counterExample: Example = () => rfcRequest();
