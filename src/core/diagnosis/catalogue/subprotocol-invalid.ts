import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { badOffers } from "../facts/offered-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "subprotocol-invalid",
  level: "error",
  doubtedBy: ["charset", "replaced-bytes", "redacted"],
  detect: ({ request }) => {
    const offers = badOffers(request).filter(({ fault }) => fault === "invalid");
    if (request && offers.length > 0) {
      const { bytes } = request;
      return offers.map(({ span }) => ({ in: "request" as const, span, bytes, isList: true }));
    }
    if (!request?.refusals.includes("subprotocol-invalid")) return NONE;
    const { bytes, head, numberedKeys } = request;
    const name = numberedKeys ? "sec-websocket-protocol" : "websocket-protocol";
    const span = find(bytes, head.fields, name);
    return span ? [{ in: "request" as const, span, bytes, isList: false }] : NONE;
  },
  section: ({ isList }) =>
    isList ? "RFC 6455 §4.1, first list, item 10" : "hybi-00 §4.1, §5.1, Sec-WebSocket-Protocol",
  title: ({ span }) =>
    span[0] === span[1]
      ? "The subprotocol has no name"
      : "The subprotocol holds a character that none may hold",
  why: ({ bytes, span, isList }) =>
    isList
      ? `Sec-WebSocket-Protocol offers ${quote(bytes, span)}. Each name of the list is a token: letters, digits and ! # $ % & ' * + - . ^ _ \` | ~, at least one of them, and no space or slash.`
      : `Sec-WebSocket-Protocol is ${quote(bytes, span)}. A client may name one subprotocol, of at least one character from U+0020 to U+007E, or leave the field out.`,
  fix: () =>
    "Pass a plain name as the second argument of new WebSocket(url, name), or no second argument at all: not an empty string, no URL, no JSON. Other things than names go into the URL, a cookie or the first message.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Protocol: sample", "Protocol: sam\tple"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Protocol: sample", "Protocol: sample, two"));

export const notJudged =
  "In hixie-76, a list of several names: the draft takes it for one name with a comma in it.";
