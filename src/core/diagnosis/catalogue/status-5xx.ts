import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";

export default defineFinding({
  code: "status-5xx",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 31", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["start-line"],
  detect: ({ response }) =>
    response && response.status !== null && response.status >= 500
      ? [{ in: "response" as const, span: response.statusAt, status: response.status }]
      : NONE,
  title: ({ status }) => `The server or what stands behind it failed (${status})`,
  why: ({ status }) =>
    `${status} is ${status === 502 || status === 503 || status === 504 ? "what a proxy says when its backend is down, closes, or does not answer in time. With this draft, a proxy that holds the eight bytes back makes a backend wait until then" : "an error in the server's own code. With this draft, servers that read head and body at once fail so when the eight bytes come in the next packet"}.`,
  fix: () =>
    "Read the log of the server, and of the proxy's upstream, at that second. Then connect to the server directly: if that works, it is the proxy.",
});

export const example: Example = () =>
  draftExchange(() => "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n");

export const counterExample: Example = () =>
  draftExchange(() => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

export const reports = [
  "https://github.com/nginx-proxy/nginx-proxy/issues/175",
  "https://github.com/haproxy/haproxy/issues/1944",
];
