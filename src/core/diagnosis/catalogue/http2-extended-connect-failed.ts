import { defineFinding, type Example } from "../define/define-finding.ts";
import { captured } from "../example.ts";
import { faultsOfConnect } from "../facts/extended-connect.ts";

export default defineFinding({
  code: "http2-extended-connect-failed",
  level: "error",
  section: "RFC 8441 §4, §5",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: faultsOfConnect,
  title: ({ title }) => title,
  why: ({ reason, in: place }) =>
    `${reason} ${place === "request" ? "The request is an Extended CONNECT, with which HTTP/2 and HTTP/3 ask for a WebSocket." : "There is nothing else that a client could take for a handshake."}`,
  fix: ({ in: place }) =>
    place === "request"
      ? "Send :method CONNECT, :protocol websocket, :scheme, :path, :authority and sec-websocket-version 13, and leave Connection, Upgrade, Host and Sec-WebSocket-Key out; the libraries that speak HTTP/2 do."
      : "Look for what refused it: a proxy that takes CONNECT for a tunnel (405, 501), a route that knows GET alone (404), or a missing session (401, 403). Routes of Node's http2, Jetty, Kestrel and Hypercorn have to be bound to CONNECT with :protocol. Or open the WebSocket over HTTP/1.1.",
});

export const example: Example = () =>
  captured(
    ":method: CONNECT\r\n:protocol: websocket\r\n:authority: server.example.com\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\r\n",
  );

export const counterExample: Example = () =>
  captured(
    ":method: CONNECT\r\n:protocol: websocket\r\n:scheme: https\r\n:path: /chat\r\n:authority: server.example.com\r\nsec-websocket-version: 13\r\n\r\n",
  );

export const notJudged =
  "Subprotocols and extensions of an Extended CONNECT, which go by the rules of HTTP/1.1.";
