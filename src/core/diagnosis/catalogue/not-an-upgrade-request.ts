import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";
import { asksByFields, extendedConnect, isPreface } from "../facts/http2-facts.ts";
import type { RequestFacts } from "../facts/request-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "not-an-upgrade-request",
  section: "RFC 6455 §4.2.1 items 3–5; hybi-00 §5.1",
  doubtedBy: ["cut", "start-line"],
  detect: ({ request, conversation: { exact } }) =>
    request?.generation === "http" && !isOtherwiseAsked(request)
      ? [
          {
            in: "request" as const,
            span: request.head.startLine,
            bytes: request.bytes,
            isWhole: request.head.end !== null && (exact || request.head.fields.length > 0),
          },
        ]
      : NONE,
  // Of a head that has no end the rest may ask for one, and of a text whose lines are double-spaced too.
  level: ({ isWhole }) => (isWhole ? "error" : "warning"),
  title: () => "This is an ordinary HTTP request: it asks for no WebSocket",
  why: ({ bytes, span }) =>
    `After ${quote(bytes, span)} there is no Upgrade to WebSocket and no WebSocket key. A browser tab, a health check, or the polling of a library such as Socket.IO sends this; new WebSocket(…) does not.`,
  fix: () =>
    "Open the address with new WebSocket(“ws://…”), not in a tab and not with fetch. On the server, answer such requests like any web server, or with 426 Upgrade Required. If a WebSocket client did send it, a proxy took all its WebSocket fields out.",
});

/** HTTP/2 asks for a WebSocket in other ways, or tries to, which other findings tell of. */
function isOtherwiseAsked(request: RequestFacts): boolean {
  return asksByFields(request) || extendedConnect(request) !== null || isPreface(request);
}

export const example: Example = () =>
  captured(
    "GET /xhr-polling/1300861225825 HTTP/1.1\r\nHost: localhost:8080\r\nConnection: keep-alive\r\n\r\n",
  );

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/igrigorik/em-websocket/issues/130",
  "https://github.com/socketio/socket.io-client/issues/120",
  "https://github.com/Pithikos/python-websocket-server/issues/63",
  "https://github.com/dpallot/simple-websocket-server/issues/74",
  "https://github.com/gorilla/websocket/issues/915",
];
