/** What is printed when the connection does not come about, or ends: by browsers, by Node, and by proxies of the server behind them. */
import type { KnownMessage } from "./known-message.ts";

const CHROME = "Chrome and browsers built on it";

export const CONNECTION_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["ERR_CONNECTION_REFUSED", "ECONNREFUSED", "connect call failed", "connection refused"],
    by: `${CHROME}; Node; Python; Go, Rust and Java`,
    codes: ["no-response"],
    meaning:
      "Nobody listens at that host and port: the server is not running, listens on another port or only on 127.0.0.1 of its own container, or a firewall refuses.",
    capture: "exchange",
  },
  {
    texts: ["ERR_NAME_NOT_RESOLVED", "ENOTFOUND", "Name or service not known"],
    by: `${CHROME}; Node; Python and C`,
    codes: ["no-response"],
    meaning: "The host has no address: a misspelt name, or one that only another network knows.",
    capture: "exchange",
  },
  {
    texts: ["ERR_CONNECTION_TIMED_OUT", "ERR_ADDRESS_UNREACHABLE", "ETIMEDOUT"],
    by: `${CHROME}; Node in the last word`,
    codes: ["no-response"],
    meaning:
      "Nothing came back from that address, not even a refusal: a firewall drops the packets, or the machine is not there.",
    capture: "exchange",
  },
  {
    texts: ["ERR_CONNECTION_CLOSED", "ERR_RESPONSE_HEADERS_TRUNCATED"],
    by: CHROME,
    codes: ["head-not-terminated", "no-response"],
    meaning:
      "The connection was closed before the head of the answer had ended: its blank line is missing, or the server crashed as it wrote.",
    capture: "response",
  },
  {
    texts: ["WebSocket is closed before the connection is established"],
    by: "Chrome and Safari",
    codes: ["head-not-terminated", "no-response", "body-held-by-proxy"],
    meaning:
      "The page gave up, or was left, while the browser still waited: for an answer, or for the end of its head.",
    capture: "exchange",
  },
  {
    texts: ["Handshake not finished", "opening handshake was canceled"],
    by: "tungstenite (Rust); Chrome in the latter words",
    codes: ["no-response", "head-not-terminated"],
    meaning: "The connection ended, or was given up, before the answer was whole.",
    capture: "exchange",
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
    texts: ["ERR_RESPONSE_HEADERS_TOO_BIG"],
    by: CHROME,
    codes: ["response-head-too-large"],
    meaning: "The head of the answer has more than 256 KiB, or never ends.",
    capture: "response",
  },
  {
    texts: [
      "ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION",
      "ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION",
    ],
    by: CHROME,
    codes: ["header-values-differ"],
    meaning: "A field of the answer that may have one value has two that differ.",
    capture: "response",
  },
  {
    texts: [
      "Could not decode a text frame as UTF-8",
      "Received a broken close frame",
      "Data frame received after close",
      "Close received after close",
      "Ping received after close",
      "Pong received after close",
      "Unknown frame type received after close",
    ],
    by: CHROME,
    codes: ["frames-malformed", "hixie-frames-after-rfc6455"],
    meaning:
      "The handshake was right. A frame behind it was not: its text is no UTF-8, a close has a code that is not sent, or something follows a close.",
    capture: "frames",
  },
  {
    texts: [
      "connect() failed (111",
      "no live upstreams",
      "recv() failed (104",
      "No protocol handler was valid for the URL",
    ],
    by: "nginx, in its error log; Apache without mod_proxy_wstunnel in the last words",
    codes: ["status-5xx", "proxy-stripped-upgrade"],
    meaning:
      "The proxy could not pass the request on: nobody listens behind it, who does hung up, or the module for it is not loaded. The client gets 500 or 502.",
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
    texts: ["client sent invalid host header", "client sent HTTP/1.1 request without Host header"],
    by: "nginx, in its error log",
    codes: ["host-invalid", "host-missing"],
    meaning: "The request has no Host field, or one that names no host.",
    capture: "request",
  },
  {
    texts: ["plain HTTP request was sent to HTTPS port", "HTTP request to an HTTPS server"],
    by: "nginx; Go, in the content of a 400",
    codes: ["plain-to-tls-port"],
    meaning: "The client opened ws: where the server waits for TLS: open wss: instead.",
    capture: "first-bytes",
  },
  {
    texts: ["server gave HTTP response to HTTPS client"],
    by: "Go",
    codes: ["tls-to-plain-port"],
    meaning: "The client opened wss:, and what answered speaks no TLS.",
    capture: "first-bytes",
  },
];
