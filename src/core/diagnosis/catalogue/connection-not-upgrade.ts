import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import { find } from "../../hixie76/request.ts";
import { elementsIn, isByKey, keyAnswer } from "../compare/by-key.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import type { Facts } from "../facts/facts.ts";
import { textOf } from "../facts/header-words.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "connection-not-upgrade",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: (facts) => {
    const { request, response } = facts;
    const found: NotUpgrade[] = [...inLists(facts)];
    if (request?.refusals.includes("connection-not-upgrade")) {
      const { bytes, head, generation } = request;
      const isList = isByKey(generation);
      const [first = null] = isList ? elementsIn(bytes, head, "connection") : [];
      const span = isList ? first : find(bytes, head.fields, "connection");
      found.push({ in: "request", span, bytes, isList });
    }
    if (response?.comparable && response.head.end !== null) {
      const { bytes, head } = response;
      const span = find(bytes, head.fields, "connection");
      const text = span ? textOf(bytes, span).toLowerCase() : "";
      // A list is another finding's.
      const isOther = text !== "upgrade" && !text.includes(",");
      const spaces = /^ +upgrade$/.test(text);
      if (isOther) found.push({ in: "response", span, bytes, spaces });
    }
    return found;
  },
  level: ({ spaces }) => (spaces ? "warning" : "error"),
  section: ({ in: place, isList }) =>
    place === "request"
      ? isList
        ? "RFC 6455 §4.2.1 item 4"
        : "hybi-00 §5.1, Connection"
      : isList
        ? "RFC 6455 §4.1, second list, item 3"
        : "hybi-00 §4.1 step 41, connection",
  title: ({ span }) => (span ? "Connection is not “Upgrade”" : "There is no Connection field"),
  why: ({ bytes, span, spaces, isList }) =>
    isList && span
      ? `Connection says ${quote(bytes, span)}. “Upgrade” has to be in that list, in any letter case, alone or beside others such as keep-alive.`
      : span === null
        ? "None of the fields is called Connection. Expected: “Connection: Upgrade”."
        : spaces
          ? `Connection says ${quote(bytes, span)}: the draft skips one space behind the colon, WebKit all of them.`
          : `Connection says ${quote(bytes, span)}. Expected: “Upgrade”, in any letter case, and nothing else.`,
  fix: ({ in: place }) =>
    place === "request"
      ? 'Browsers send “Connection: Upgrade”. “close” or “keep-alive” was put there by a proxy or by the HTTP library of the client. nginx:\n    proxy_set_header Upgrade $http_upgrade;\n    proxy_set_header Connection "upgrade";'
      : "Send exactly “Connection: Upgrade” on the 101, once, and stop the framework from adding keep-alive or close of its own.",
});

interface NotUpgrade extends Occurrence {
  readonly bytes: Uint8Array;
  /** One too many before it. */
  readonly spaces?: boolean;
  /** By the rules from hybi-04 on, which read lists. */
  readonly isList?: boolean;
}

function inLists(facts: Facts): readonly NotUpgrade[] {
  const answer = keyAnswer(facts);
  if (!answer) return [];
  const { bytes, head } = answer;
  const elements = elementsIn(bytes, head, "connection");
  if (elements.some((element) => equalsIgnoringCase(bytes, element, "upgrade"))) return [];
  const [span = null] = elements;
  return [{ in: "response", span, bytes, isList: true }];
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Connection: Upgrade", "Connection: close"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Connection: Upgrade", "Connection: upgrade"));

export const reports = [
  "https://github.com/clj-commons/aleph/issues/13",
  "https://github.com/clj-commons/aleph/pull/7",
  "https://github.com/mopemope/meinheld/pull/51",
  "https://github.com/faye/faye-websocket-ruby/issues/34",
  "https://github.com/ninenines/cowboy/pull/262",
  "https://github.com/wetfish/sync/issues/61",
  "https://github.com/ether/etherpad/issues/2513",
];
