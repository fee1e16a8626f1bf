import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";

export default defineFinding({
  code: "status-404",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 31", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["start-line"],
  detect: ({ response }) =>
    response?.status === 404
      ? [{ in: "response" as const, span: response.statusAt, status: response.status }]
      : NONE,
  title: () => "Nothing answers at that path",
  why: () =>
    "404: the server is there and knows no such path. A prefix that a proxy cuts off or leaves on, a missing slash at the end, or a handler bound to another path are the usual causes.",
  fix: () =>
    "Compare the path in the request line with the one the handler is bound to, letter by letter. nginx: a slash behind proxy_pass http://backend/ cuts the prefix of the location off.",
});

export const example: Example = () =>
  draftExchange(() => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

export const counterExample: Example = () =>
  draftExchange(() => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

export const reports = [
  "https://github.com/django/daphne/issues/318",
  "https://github.com/TooTallNate/Java-WebSocket/issues/1275",
];
