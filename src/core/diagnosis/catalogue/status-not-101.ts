import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { isReadAs101 } from "../facts/start-line.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "status-not-101",
  doubtedBy: ["start-line", "redacted"],
  detect: ({ response }) => {
    if (!response || response.startsAt === null || response.status === 101) return NONE;
    const { bytes, head, statusAt, status } = response;
    // Without its second space, the line is another finding's, unless the code is wrong too.
    const line = head.startLine;
    const isRead = status === null && isReadAs101(bytes, line);
    return [{ in: "response" as const, span: statusAt, bytes, line, status, isRead }];
  },
  level: ({ isRead }, rules) => (isRead && rules === "by-key" ? "warning" : "error"),
  section: ({ status }) => ({
    hixie: status === null ? "hybi-00 §4.1 steps 29–30" : "hybi-00 §4.1 step 31",
    byKey: "RFC 6455 §4.1, second list, item 1",
  }),
  title: ({ status }) =>
    status === null
      ? "The status line has no status code"
      : `The server answered ${status}, not 101`,
  why: ({ bytes, line, status, isRead }, rules) =>
    status === null
      ? `The first line is ${quote(bytes, line)}. Between its first two spaces three digits are expected.${isRead && rules === "by-key" ? " Chromium reads 101 in it all the same; most libraries do not." : ""}`
      : `The first line is ${quote(bytes, line)}. Only 101 opens a WebSocket. ${rules === "hixie" ? "WebKit prints" : "Browsers print"} “Unexpected response code: ${status}” and close, whatever the page behind it says.`,
  fix: () =>
    "Find out who answered: the Server field and the page behind the head often name a proxy or a framework. Then make the request reach the code that does the handshake, and let that code answer 101.",
});

export const example: Example = () =>
  draftExchange(() => "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

export const counterExample: Example = () => draftExchange();

export const notJudged = "The page behind the head of the response.";
