import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { extendedConnect } from "../facts/http2-facts.ts";

export default defineFinding({
  code: "status-200",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 31", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["start-line"],
  detect: ({ request, response }) =>
    // An Extended CONNECT of HTTP/2 is agreed to with 200.
    response?.status === 200 && !(request && extendedConnect(request))
      ? [{ in: "response" as const, span: response.statusAt, status: response.status }]
      : NONE,
  title: () => "The server took it for a page request",
  why: () =>
    "200 is how a page is served. Most likely the path is not routed to the WebSocket code, and a catch-all page, a firewall module, or a server that does not know Upgrade answered instead.",
  fix: () =>
    "Route the path of the URL to the handler of the WebSocket, before the rule that answers everything else. Open the same path in a browser tab to see who answers.",
});

export const example: Example = () =>
  draftExchange(() => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");

export const counterExample: Example = () => draftExchange(() => "HTTP/1.1 204 No Content\r\n\r\n");

export const reports = [
  "https://github.com/websockets/ws/issues/1275",
  "https://github.com/jacobian/channels-example/issues/21",
  "https://github.com/owasp-modsecurity/ModSecurity/issues/831",
  "https://github.com/andreacfm/WebSocket-Gateway-Extension/issues/6",
  "https://github.com/websockets/ws/issues/979",
];
