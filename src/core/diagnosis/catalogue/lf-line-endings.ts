import { defineFinding, type Example } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { count, offset } from "../words.ts";

export default defineFinding({
  code: "lf-line-endings",
  doubtedBy: ["line-endings", "start-line"],
  detect: ({ heads }) =>
    heads
      .filter(({ head }) => head.bareLf.length > 0)
      .map(({ in: place, head: { bareLf } }) => {
        const at = bareLf[0] as number;
        return { in: place, span: [at, at + 1] as const, at, lines: bareLf.length };
      }),
  // RFC 9112 lets a recipient take LF alone; browsers do, many servers do not.
  level: ({ in: place }, rules) =>
    rules === "by-key" && place === "response" ? "warning" : "error",
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 steps 28–36",
    byKey: "RFC 9112 §2.2",
  }),
  title: ({ lines }) =>
    lines === 1 ? "A line ends with LF alone" : `${lines} lines end with LF alone`,
  why: ({ lines, at }) =>
    `${count(lines, "line")} of the head, the first at offset ${offset(at)}, ${lines === 1 ? "ends" : "end"} with 0A where 0D 0A is expected. Each line of a handshake ends with CR LF, and so does the empty one behind them.`,
  fix: () =>
    'Write "\\r\\n" at the end of every line. PHP: in double quotes, no heredoc. Java: no println. Python: no text-mode files. Shell: printf, not echo.',
});

export const example: Example = () => draftRequest((text) => text.replaceAll("\r\n", "\n"));

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/ollyxar/websockets/issues/6",
  "https://github.com/MazyModz/CSharp-WebSocket-Server/issues/11",
  "https://github.com/nanoframework/System.Net.WebSockets/pull/147",
  "https://github.com/socketio/socket.io/issues/1493",
  "https://github.com/python-websockets/websockets/issues/595",
];
