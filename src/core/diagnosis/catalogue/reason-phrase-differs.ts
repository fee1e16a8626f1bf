import type { Span } from "../../bytes/span.ts";
import { keyAnswer } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE, together } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { splitStartLine } from "../facts/start-line.ts";
import { quote } from "../words.ts";

const PHRASES = {
  "hixie-75": "Web Socket Protocol Handshake",
  "hixie-76": "WebSocket Protocol Handshake",
} as const;

const CODE = "reason-phrase-differs";

const ofHixie = defineFinding({
  code: CODE,
  doubtedBy: ["start-line", "edge-spaces"],
  detect: ({ response }) => {
    if (response?.status !== 101 || response.rules === null) return NONE;
    const { bytes, head, rules } = response;
    const [, , reason] = splitStartLine(bytes, head.startLine);
    const expected = PHRASES[rules];
    if (reason[0] === reason[1] || textOf(bytes, reason) === expected) return NONE;
    const span: Span = reason;
    return [{ in: "response" as const, span, bytes, expected, isExact: rules === "hixie-75" }];
  },
  level: ({ isExact }) => (isExact ? "error" : "info"),
  section: ({ isExact }) => (isExact ? "hixie-75 §4.1" : "hybi-00 §4.1 steps 28–31"),
  title: ({ expected }) => `The reason phrase is not “${expected}”`,
  why: ({ bytes, span, expected, isExact }) =>
    isExact
      ? `Behind 101 stands ${quote(bytes, span)}. Clients of hixie-75 compare the whole first line, byte by byte, with “HTTP/1.1 101 ${expected}”.`
      : `Behind 101 stands ${quote(bytes, span)}, in the draft's own example “${expected}”. Clients do not look at it, and WebKit let any text pass.`,
  fix: ({ expected, isExact }) => (isExact ? `Send “HTTP/1.1 101 ${expected}”.` : "Nothing to do."),
});

/** Of RFC 6455 §1.3 and of HTTP. */
const SWITCHING = "Switching Protocols";

const ofRfc = defineFinding({
  code: CODE,
  level: "info",
  section: "RFC 9112 §4; RFC 6455 §1.3",
  doubtedBy: ["start-line", "edge-spaces"],
  detect: (facts) => {
    const answer = keyAnswer(facts);
    if (!answer) return NONE;
    const { bytes, head } = answer;
    const [, , span] = splitStartLine(bytes, head.startLine);
    const isUsual = textOf(bytes, span).toLowerCase() === SWITCHING.toLowerCase();
    return isUsual || span[0] === span[1] ? NONE : [{ in: "response" as const, span, bytes }];
  },
  title: () => `The reason phrase is not “${SWITCHING}”`,
  why: ({ bytes, span }) =>
    `Behind 101 stands ${quote(bytes, span)}. HTTP leaves the words to the server, and browsers do not look at them; a few libraries compare the whole line with “HTTP/1.1 101 ${SWITCHING}”.`,
  fix: () => `Nothing to do, unless the client is such a one: then send “${SWITCHING}”.`,
});

export default together(ofHixie, ofRfc);

export const example: Example = () =>
  draftExchange((text) => text.replace("WebSocket Protocol Handshake", "Switching Protocols"));

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/vti/protocol-websocket/issues/4",
  "https://github.com/masuidrive/ti-websocket-client/pull/6",
  "https://github.com/HunterNL/Gmod-Websockets/pull/6",
  "https://github.com/TooTallNate/Java-WebSocket/issues/66",
];
