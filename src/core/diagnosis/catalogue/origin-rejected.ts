import type { Span } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import type { RequestFacts } from "../facts/request-facts.ts";
import { unexplainedRefusal } from "../facts/unexplained-refusal.ts";
import { quote } from "../words.ts";

/** Statuses that servers refuse an origin with. */
const REFUSALS = [400, 401, 403, 404];

export default defineFinding({
  code: "origin-rejected",
  section: { hixie: "hybi-00 §5.1, Origin", byKey: "RFC 6455 §10.2" },
  doubtedBy: ["redacted"],
  detect: (facts) => {
    const { request, response } = facts;
    if (!request || !response?.status || !REFUSALS.includes(response.status)) return NONE;
    if (request.generation === "http" || request.generation === "unknown") return NONE;
    // 400 has many reasons, and some of them are known.
    if (response.status === 400 && !unexplainedRefusal(facts)) return NONE;
    const origin = find(request.bytes, request.head.fields, "origin");
    const oddity = oddityOf(request, origin);
    if (oddity === null) return NONE;
    return [
      {
        in: "request" as const,
        span: origin,
        bytes: request.bytes,
        oddity,
        status: response.status,
      },
    ];
  },
  // Action Cable says 404, but so does every server to a path that it does not know.
  level: ({ status }) => (status === 404 ? "info" : "warning"),
  title: () => "The server may have refused the Origin",
  why: ({ bytes, span, oddity, status }) =>
    `The server answered ${status}, and Origin ${span ? `is ${quote(bytes, span)}` : "is missing"}: ${oddity}. Servers that check where a page came from refuse it with such a status. The response alone does not prove it.`,
  fix: () =>
    "Add the origin, with scheme and port, to what the server allows: check_origin in Tornado and Phoenix, CheckOrigin in gorilla, allowed_request_origins in Rails, origins in Socket.IO. Pages from file:// send “null” or “file://”: serve them over http.",
});

function oddityOf({ bytes, head }: RequestFacts, origin: Span | null): string | null {
  if (origin === null) return "browsers always send one";
  const text = textOf(bytes, origin);
  if (text === "null" || text.startsWith("file:")) return "the page has no origin of its own";
  const host = find(bytes, head.fields, "host");
  if (host === null) return null;
  const from = text.replace(/^[a-z-]+:\/\//, "");
  return from === textOf(bytes, host)
    ? null
    : `that is not the server's own host, ${quote(bytes, host)}`;
}

export const example: Example = () => {
  const conversation = draftExchange(() => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
  const request = (conversation.request as Uint8Array).slice();
  // http://example.com becomes http://exemple.com
  request[request.lastIndexOf(0x61)] = 0x65;
  return { ...conversation, request };
};

export const counterExample: Example = () =>
  draftExchange(() => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

export const reports = [
  "https://github.com/Matheus28/ws28/issues/7",
  "https://github.com/tornadoweb/tornado/issues/2869",
  "https://github.com/lightpanda-io/browser/issues/2709",
  "https://github.com/OpenSIPS/opensips/issues/2342",
  "https://github.com/mher/flower/issues/660",
];

export const notJudged = "Whether the server was right to refuse: its list is not in the bytes.";
