import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";

export default defineFinding({
  code: "status-403",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 31", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["start-line"],
  detect: ({ response }) =>
    response?.status === 403
      ? [{ in: "response" as const, span: response.statusAt, status: response.status }]
      : NONE,
  title: () => "The server forbids the request",
  why: () =>
    "403 says that the server understood and will not. With WebSockets it is mostly a check of Origin that failed; else a missing session, or a rule of a firewall in front.",
  fix: () =>
    "Look into the server's log for the reason. Allow the page's origin, with its scheme and port, where the server keeps such a list.",
});

export const example: Example = () =>
  draftExchange(() => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

export const counterExample: Example = () =>
  draftExchange(() => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
