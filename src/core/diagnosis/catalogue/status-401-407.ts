import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";

export default defineFinding({
  code: "status-401-407",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 31", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["start-line"],
  detect: ({ response }) =>
    response && (response.status === 401 || response.status === 407)
      ? [{ in: "response" as const, span: response.statusAt, status: response.status }]
      : NONE,
  title: ({ status }) =>
    status === 407 ? "A proxy wants authentication" : "The server wants authentication",
  why: ({ status }) =>
    `${status} asks for credentials. A page cannot add fields to a WebSocket request, and no client of this draft asks its user for a password here${status === 407 ? "; only proxy authentication of the browser itself can help" : ""}.`,
  fix: () =>
    "Let the page sign in before, and recognise it by its cookie, by a token in the URL, or by the first message. Exempt the path from HTTP authentication.",
});

export const example: Example = () =>
  draftExchange(
    () =>
      "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=a\r\nContent-Length: 0\r\n\r\n",
  );

export const counterExample: Example = () =>
  draftExchange(() => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

export const reports = [
  "https://github.com/awsdocs/elastic-beanstalk-samples/issues/80",
  "https://github.com/cth35/tydom_python/issues/1",
];
