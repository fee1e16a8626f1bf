import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { elementsIn, isByKey, keyAnswer } from "../compare/by-key.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import type { Facts } from "../facts/facts.ts";
import { textOf } from "../facts/header-words.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "upgrade-not-websocket",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: (facts) => {
    const { request, response } = facts;
    const found: NotWebSocket[] = [...inLists(facts)];
    if (request?.refusals.includes("upgrade-not-websocket")) {
      const { bytes, head, generation } = request;
      const isList = isByKey(generation);
      const [first = null] = isList ? elementsIn(bytes, head, "upgrade") : [];
      const span = isList ? first : find(bytes, head.fields, "upgrade");
      found.push({ in: "request", span, bytes, spaces: false, isList });
    }
    if (response?.comparable && response.head.end !== null) {
      const { bytes, head } = response;
      const span = find(bytes, head.fields, "upgrade");
      const text = span ? textOf(bytes, span).toLowerCase() : "";
      const spaces = /^ +websocket$/.test(text);
      if (text !== "websocket") found.push({ in: "response", span, bytes, spaces });
    }
    return found;
  },
  level: ({ spaces }) => (spaces ? "warning" : "error"),
  section: ({ in: place, isList }) =>
    place === "request"
      ? isList
        ? "RFC 6455 §4.2.1 item 3"
        : "hybi-00 §5.1, Upgrade"
      : isList
        ? "RFC 6455 §4.1, second list, item 2"
        : "hybi-00 §4.1 step 41, upgrade",
  title: ({ span, isSeveral }) =>
    isSeveral
      ? "Upgrade names more than one protocol"
      : span
        ? "Upgrade is not “WebSocket”"
        : "There is no Upgrade field",
  why: ({ bytes, span, in: place, spaces, isList, isSeveral }) =>
    isList && span
      ? `Upgrade says ${quote(bytes, span)}${isSeveral ? " behind another value" : ""}. ${place === "request" ? "“websocket” has to be in the list, in any letter case." : "A 101 names the one protocol that is spoken from here on, “websocket” in any letter case, once; browsers fail over anything beside it."}`
      : span === null
        ? `None of the fields is called Upgrade. A ${place === "request" ? "server must find “Upgrade: WebSocket” before it takes the request for a handshake" : "client wants to find “Upgrade: WebSocket”, exactly once"}.`
        : spaces
          ? `Upgrade says ${quote(bytes, span)}: the draft skips one space behind the colon, WebKit all of them.`
          : `Upgrade says ${quote(bytes, span)}. Expected: “WebSocket”${place === "request" ? ", in any letter case," : ""} and nothing else.`,
  fix: ({ in: place }) =>
    place === "request"
      ? "Browsers always send it. A client of your own has to write “Upgrade: WebSocket”; with a proxy in front, look at what the proxy passes on."
      : "Send “Upgrade: WebSocket” on the 101. If the server does, a proxy between took it out.",
});

interface NotWebSocket extends Occurrence {
  readonly bytes: Uint8Array;
  /** One too many before it. */
  readonly spaces: boolean;
  /** By the rules from hybi-04 on, which read lists. */
  readonly isList?: boolean;
  readonly isSeveral?: boolean;
}

function inLists(facts: Facts): readonly NotWebSocket[] {
  const answer = keyAnswer(facts);
  const found: NotWebSocket[] = [];
  if (answer) {
    const { bytes, head } = answer;
    const elements = elementsIn(bytes, head, "upgrade");
    const [first = null] = elements;
    const other = elements.find((element) => !isWebSocket(bytes, element)) ?? elements[1];
    const place = { in: "response", bytes, spaces: false, isList: true } as const;
    const isSeveral = elements.length > 1;
    if (first === null || other) {
      found.push({ ...place, span: other ?? null, isSeveral });
    }
  }
  return found;
}

function isWebSocket(bytes: Uint8Array, span: Span): boolean {
  return equalsIgnoringCase(bytes, span, "websocket");
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: TLS/1.0"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: WEBSOCKET"));
