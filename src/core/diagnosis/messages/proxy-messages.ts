/** What proxies log of the server behind them, and what clients print of a proxy. */
import { CHROME } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const PROXY_MESSAGES: readonly KnownMessage[] = [
  {
    texts: [
      "connect() failed (111",
      "no live upstreams",
      "recv() failed (104",
      "Unable to reach the origin service",
      "No protocol handler was valid for the URL",
    ],
    by: "nginx, in its error log; cloudflared; Apache without mod_proxy_wstunnel in the last words",
    codes: ["status-5xx", "proxy-stripped-upgrade"],
    meaning:
      "The proxy could not pass the request on: nobody listens behind it, who does hung up, or the module for it is not loaded. The client gets 500 or 502.",
    capture: "request",
  },
  {
    texts: [
      "upstream prematurely closed connection while reading response header",
      "upstream timed out",
    ],
    by: "nginx, in its error log",
    codes: ["status-5xx", "no-response", "body-held-by-proxy"],
    meaning:
      "nginx passed the request on, and the server behind it hung up or did not answer in time; the client gets 502 or 504.",
    capture: "request",
  },
  {
    texts: ["upstream sent no valid HTTP/1.0 header", "upstream sent invalid header"],
    by: "nginx, in its error log",
    codes: ["bytes-before-status-line", "not-http", "header-without-colon"],
    meaning:
      "The server behind nginx does not answer in HTTP: it prints something first, sends frames or TLS, or a line of its head is no field.",
    capture: "response",
  },
  {
    texts: [
      "ERR_UNEXPECTED_PROXY_AUTH",
      "ERR_TUNNEL_CONNECTION_FAILED",
      "HTTP Authentication failed; no valid credentials available",
    ],
    by: CHROME,
    codes: ["status-401-407", "status-not-101"],
    meaning:
      "The server, or a proxy on the way to it, wants a name and a password (401 or 407), which a page cannot add to a WebSocket request.",
    capture: "exchange",
  },
  {
    texts: ["upstream sent too big header"],
    by: "nginx, in its error log",
    codes: ["response-head-too-large", "status-5xx"],
    meaning:
      "The head of the server's answer is larger than nginx's buffer (proxy_buffer_size); the client gets 502.",
    capture: "response",
  },
  {
    texts: [
      "upstream connect error or disconnect/reset before headers",
      "error reading status line from remote server",
      "Error reading from remote server",
    ],
    by: "Envoy, in the content of a 503; Apache in the other words",
    codes: ["status-5xx", "no-response"],
    meaning:
      "The proxy passed the request on, and the server behind it could not be reached, or hung up before it answered.",
    capture: "request",
  },
];
