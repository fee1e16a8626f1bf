import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { splitStartLine } from "../facts/start-line.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "no-reason-phrase",
  section: { hixie: "hybi-00 §4.1 step 28", byKey: "RFC 9112 §4" },
  doubtedBy: ["edge-spaces"],
  detect: ({ response }) => {
    if (response?.status !== 101) return NONE;
    const { bytes, head, rules } = response;
    const [, code, reason] = splitStartLine(bytes, head.startLine);
    if (reason[0] !== reason[1]) return NONE;
    const oneSpace = code[1] === head.startLine[1];
    return [{ in: "response" as const, span: head.startLine, bytes, oneSpace, rules }];
  },
  level: ({ oneSpace, rules }) => (oneSpace ? (rules === null ? "warning" : "error") : "info"),
  title: ({ oneSpace }) =>
    oneSpace ? "The status line has only one space" : "The status line has no reason phrase",
  why: ({ bytes, span, oneSpace }) =>
    oneSpace
      ? `It reads ${quote(bytes, span)}. A client of this draft looks for the code between two spaces; without the second there is none. WebKit says “No response code found”.`
      : `It reads ${quote(bytes, span)}, with nothing behind the second space. The draft lets that pass, and so did WebKit; some libraries want a word there.`,
  fix: () =>
    "Write “HTTP/1.1 101 WebSocket Protocol Handshake”. The words do not matter, the space does.",
});

export const example: Example = () =>
  draftExchange((text) => text.replace(/101 .*\r\n/, "101\r\n"));

export const counterExample: Example = () =>
  draftExchange((text) => text.replace(/101 .*\r\n/, "101 Hello\r\n"));

export const reports = [
  "https://github.com/python-websockets/websockets/issues/159",
  "https://github.com/cth35/tydom_python/issues/1",
  "https://github.com/deniszykov/WebSocketListener/pull/13",
  "https://github.com/websocket-client/websocket-client/pull/425",
];
