import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftExchange } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "status-not-101",
  level: "error",
  doubtedBy: ["start-line", "redacted"],
  detect: ({ response }) => {
    if (!response || response.startsAt === null || response.status === 101) return NONE;
    const { bytes, head, statusAt, status } = response;
    // Without its second space, the line is another finding's, unless the code is wrong too.
    return [{ in: "response" as const, span: statusAt, bytes, line: head.startLine, status }];
  },
  section: ({ status }) => (status === null ? "hybi-00 §4.1 steps 29–30" : "hybi-00 §4.1 step 31"),
  title: ({ status }) =>
    status === null
      ? "The status line has no status code"
      : `The server answered ${status}, not 101`,
  why: ({ bytes, line, status }) =>
    status === null
      ? `The first line is ${quote(bytes, line)}. Between its first two spaces three digits are expected.`
      : `The first line is ${quote(bytes, line)}. Only 101 opens a WebSocket. WebKit prints “Unexpected response code: ${status}” and closes, whatever the page behind it says.`,
  fix: () =>
    "Find out who answered: the Server field and the page behind the head often name a proxy or a framework. Then make the request reach the code that does the handshake, and let that code answer 101.",
});

export const example: Example = () =>
  draftExchange(() => "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

export const counterExample: Example = () => draftExchange();

export const notJudged = "The page behind the head of the response.";
