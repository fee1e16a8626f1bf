/** The connection did not come about, was given up, or ended before an answer. */
import { CHROME } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const CONNECTION_MESSAGES: readonly KnownMessage[] = [
  {
    texts: [
      "ERR_CONNECTION_REFUSED",
      "ECONNREFUSED",
      "connect call failed",
      "connection refused",
      "Could not connect to the server",
    ],
    by: `${CHROME}; Node; Python; Go, Rust and Java; Safari`,
    codes: ["no-response"],
    meaning:
      "Nobody listens at that host and port: the server is not running, listens on another port or only on 127.0.0.1 of its own container, or a firewall refuses.",
    capture: "exchange",
  },
  {
    texts: [
      "ERR_NAME_NOT_RESOLVED",
      "ENOTFOUND",
      "Name or service not known",
      "Failed host lookup",
      "A server with the specified hostname could not be found",
    ],
    by: `${CHROME}; Node; Python and C; Dart; Safari`,
    codes: ["no-response"],
    meaning: "The host has no address: a misspelt name, or one that only another network knows.",
    capture: "exchange",
  },
  {
    texts: [
      "ERR_CONNECTION_TIMED_OUT",
      "ERR_ADDRESS_UNREACHABLE",
      "ETIMEDOUT",
      "Connection timed out",
      "Operation timed out after",
      "Network is unreachable",
      "ERR_INTERNET_DISCONNECTED",
      "The Internet connection appears to be offline",
    ],
    by: `${CHROME}; Node; systems, curl, and Safari and iOS in words of their own`,
    codes: ["no-response"],
    meaning:
      "Nothing came back from that address, not even a refusal: a firewall drops the packets, or the machine is not there.",
    capture: "exchange",
  },
  {
    texts: [
      "Connection closed before receiving a handshake response",
      "ERR_EMPTY_RESPONSE",
      "ERR_CONNECTION_RESET",
      "socket hang up",
      "ECONNRESET",
      "Connection reset by peer",
      "Socket is not connected",
      "The network connection was lost",
    ],
    by: `${CHROME}; Node; systems in words of their own, and Safari and iOS`,
    codes: ["no-response", "tls-to-plain-port", "plain-to-tls-port"],
    meaning:
      "The connection opened and closed without a byte. The server crashed in its handler, expects TLS or does not, or refuses by hanging up.",
    capture: "exchange",
  },
  {
    texts: [
      "WebSocket opening handshake timed out",
      "hangs in CONNECTING",
      "stays CONNECTING",
      "opening handshake has timed out",
    ],
    by: "Chrome, and ws for Node in the last words; most hixie-76 clients wait without a word",
    codes: [
      "body-held-by-proxy",
      "no-response",
      "head-not-terminated",
      "digest-missing",
      "body-dropped-by-http-stack",
    ],
    meaning:
      "No answer came, or not all of it. With hixie-76: the eight bytes are held back by a proxy, the response has no empty line, or its 16 bytes never came.",
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
    texts: [
      "WebSocket is closed before the connection is established",
      "WebSocket was closed before the connection was established",
    ],
    by: "Chrome and Safari; ws for Node in the latter words",
    codes: ["head-not-terminated", "no-response", "body-held-by-proxy"],
    meaning:
      "The page gave up, or was left, while the browser still waited: for an answer, or for the end of its head.",
    capture: "exchange",
  },
  {
    texts: [
      "Handshake not finished",
      "opening handshake was canceled",
      "HandshakeIncomplete",
      "Connection closed while reading header",
    ],
    by: "tungstenite (Rust); Chrome; Qt in the last words",
    codes: ["no-response", "head-not-terminated"],
    meaning: "The connection ended, or was given up, before the answer was whole.",
    capture: "exchange",
  },
  {
    texts: ["WebSocket network error", "There was a bad response from the server"],
    by: "Safari",
    codes: [
      "status-not-101",
      "no-response",
      "accept-mismatch",
      "tls-cert-rejected",
      "proxy-stripped-upgrade",
      "subprotocol-not-echoed",
    ],
    meaning:
      "It prints this whatever went wrong. The Network panel shows the status and the fields of the answer; Chrome says more about the same address.",
    capture: "exchange",
  },
  {
    texts: ["Firefox can't establish a connection to the server at ws*"],
    by: "Firefox",
    codes: [
      "no-response",
      "status-not-101",
      "accept-mismatch",
      "tls-cert-rejected",
      "proxy-stripped-upgrade",
      "subprotocol-not-echoed",
    ],
    meaning:
      "The connection did not get as far as open. Firefox prints this for every reason alike: nobody listens there, the certificate is not trusted, the status is not 101, or a field of the 101 is wrong.",
    capture: "exchange",
  },
  {
    texts: [
      "Mixed Content: * insecure WebSocket endpoint",
      "An insecure WebSocket connection may not be initiated from a page loaded over HTTPS",
    ],
    by: CHROME,
    codes: [],
    meaning: "A page that came over https: may not open ws:. Nothing was sent: open wss: instead.",
    capture: "nothing",
  },
  {
    texts: [
      "Refused to connect to ws*Content Security Policy",
      "Connecting to ws*violates the following Content Security Policy",
    ],
    by: CHROME,
    codes: [],
    meaning:
      "The page's own Content-Security-Policy does not name this address in connect-src. Nothing was sent.",
    capture: "nothing",
  },
  {
    texts: [
      "Failed to construct 'WebSocket': The URL",
      "Failed to construct 'WebSocket': The subprotocol",
      "ERR_UNSAFE_PORT",
      "ERR_BLOCKED_BY_CLIENT",
    ],
    by: CHROME,
    codes: [],
    meaning:
      "The browser did not even try: the URL or a subprotocol is malformed, the port is one that no browser opens, or an extension of the browser forbids it.",
    capture: "nothing",
  },
  {
    texts: [
      "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state",
      "WebSocket is already in CLOSING or CLOSED state",
    ],
    by: CHROME,
    codes: [],
    meaning:
      "The page wrote before the connection was open, or behind its end. It says nothing of the handshake: wait for the event “open”, and look at what was printed before.",
    capture: "nothing",
  },
];
