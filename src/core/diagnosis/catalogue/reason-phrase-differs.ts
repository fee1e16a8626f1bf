import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../header-words.ts";
import { splitStartLine } from "../start-line.ts";
import { quote } from "../words.ts";

const PHRASES = {
  "hixie-75": "Web Socket Protocol Handshake",
  "hixie-76": "WebSocket Protocol Handshake",
} as const;

export default defineFinding({
  code: "reason-phrase-differs",
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
      ? `Behind 101 stands ${quote(bytes, span)}. Clients of draft 75 compare the whole first line, byte by byte, with “HTTP/1.1 101 ${expected}”.`
      : `Behind 101 stands ${quote(bytes, span)}, in the draft's own example “${expected}”. Clients do not look at it, and WebKit let any text pass.`,
  fix: ({ expected, isExact }) => (isExact ? `Send “HTTP/1.1 101 ${expected}”.` : "Nothing to do."),
});

export const example: Example = () =>
  draftExchange((text) => text.replace("WebSocket Protocol Handshake", "Switching Protocols"));

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/vti/protocol-websocket/issues/4",
  "https://github.com/masuidrive/ti-websocket-client/pull/6",
  "https://github.com/HunterNL/Gmod-Websockets/pull/6",
  "https://github.com/TooTallNate/Java-WebSocket/issues/66",
];
