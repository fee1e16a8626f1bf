/** A server, or a proxy in its place, does not take the request. */
import type { KnownMessage } from "./known-message.ts";

export const REQUEST_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["Connection and Upgrade headers required"],
    by: "em-websocket (Ruby)",
    codes: ["proxy-stripped-upgrade", "not-an-upgrade-request"],
    meaning:
      "The server got a request without Upgrade or Connection: a proxy took them out, or a page was asked for.",
    capture: "request",
  },
  {
    texts: [
      "websocket: upgrade != websocket",
      "The WebSocket handshake Upgrade field is missing",
      "Handshake failed due to invalid Upgrade header",
      'handshake error: bad "Upgrade" header',
      "'upgrade' token not found in 'Connection' header",
      "'websocket' token not found in 'Upgrade' header",
      "Missing/Invalid WebSocket headers",
      "HTTP Upgrade header missing",
      "MissingUpgradeWebSocketHeader",
      'Can "Upgrade" only to "WebSocket"',
      '"Connection" must be "Upgrade"',
      "'upgrade' header must contain 'websocket'",
      "Invalid value of 'Upgrade' header",
      "get_header('Upgrade').lower() == 'websocket'",
    ],
    by: "gorilla/websocket (now and once), Boost.Beast, Spring, gobwas/ws, Tornado, Autobahn, tungstenite, Deno, Swifter and others",
    codes: ["proxy-stripped-upgrade"],
    meaning:
      "The request that reached the server has no Upgrade. The client sent it; a proxy that was not told to pass it on dropped it.",
    capture: "request",
  },
  {
    texts: [
      "Not an upgrade request",
      "426 Upgrade Required",
      "KeyError: 'upgrade'",
      "Header HTTP_UPGRADE is not defined",
      "Not a WebSocket request",
      "Not a valid WebSocket request",
      "Upgrade Required",
    ],
    by: "servers; ws4py (Python) of HTTP_UPGRADE",
    codes: ["not-an-upgrade-request", "proxy-stripped-upgrade"],
    meaning:
      "An ordinary HTTP request came to the WebSocket's address: a browser tab, polling, a health check, or a WebSocket request that a proxy undressed.",
    capture: "request",
  },
  {
    texts: ["Invalid connection header"],
    by: "servers that compare the whole value; websockets for Python of one without “Upgrade”",
    codes: ["connection-is-a-list", "proxy-stripped-upgrade", "connection-not-upgrade"],
    meaning:
      "Connection is a list such as “keep-alive, Upgrade”, which Firefox sends, and the server compares it with “Upgrade”.",
    capture: "request",
  },
  {
    texts: [
      "Missing Sec-WebSocket-Version header. Hixie protocols not supported",
      "Hixie76 protocol not supported",
      "Unknown client spec version 0",
    ],
    by: "Autobahn (Python), and libwebsockets in the last words",
    codes: ["generation-mismatch-old-client"],
    meaning:
      "The client speaks hixie-76, with two numbered keys, and the server gave that version up.",
    capture: "request",
  },
  {
    texts: [
      "Unsupported websocket client version",
      "not found in 'Sec-Websocket-Version' header",
      "websocket: version != 13",
      "Missing or invalid Sec-WebSocket-Version header",
    ],
    by: "WebSocket-Node, Jetty and others; gorilla/websocket and ws in the last two",
    codes: ["generation-mismatch-new-client", "version-unsupported"],
    meaning:
      "The server does not know the Sec-WebSocket-Version of the request: it is older than the browser.",
    capture: "request",
  },
  {
    texts: [
      "'Sec-WebSocket-Key' header is missing or blank",
      "Client must provide a value for Sec-WebSocket-Key",
      "websocket connection invalid: received no key",
      "Missing or invalid Sec-WebSocket-Key header",
      "missing Sec-WebSocket-Key header",
      "MissingSecWebSocketKey",
      "Sec-WebSocket-Key field is missing",
      "header Sec-WebSocket-Key is missing",
      "not a WebSocket request: missing key",
    ],
    by: "servers; WebSocket-Node, Socket.IO 0.9, ws, websockets for Python, tungstenite, Boost.Beast, Swoole and Netty in words of their own",
    codes: ["key-missing", "hixie-75-request", "generation-mismatch-old-client"],
    meaning:
      "The request has no Sec-WebSocket-Key. Its client speaks an older version, with two keys or none, or a proxy took the field out.",
    capture: "request",
  },
  {
    texts: ["No 'Sec-WebSocket-Key' header"],
    by: "tungstenite (Rust), as a server",
    codes: ["key-missing"],
    meaning: "The request has no Sec-WebSocket-Key.",
    capture: "request",
  },
  {
    texts: ["'Sec-WebSocket-Key' header must be Base64 encoded value of 16-byte in length"],
    by: "servers of RFC 6455",
    codes: ["key-not-16-bytes"],
    meaning: "The key of the request is not the base64 of 16 bytes: the client makes it wrongly.",
    capture: "request",
  },
  {
    texts: ['Invalid value of field "Sec-Websocket-Key1"'],
    by: "hixie-76 servers in Ruby",
    codes: ["key-not-divisible"],
    meaning:
      "The number of a key does not divide by its spaces: spaces were lost or added on the way.",
    capture: "request",
  },
  {
    texts: ["Bad keys"],
    by: "Java-WebSocket (Draft_76)",
    codes: ["body-not-8-bytes", "digest-body-trimmed"],
    meaning:
      "The keys or the eight bytes could not be used; older versions read the eight bytes as a line of text.",
    capture: "request",
  },
  {
    texts: ["draft refuses handshake"],
    by: "Java-WebSocket",
    codes: [
      "key-without-spaces",
      "origin-missing-in-request",
      "body-not-8-bytes",
      "digest-body-trimmed",
    ],
    meaning:
      "None of the library's drafts takes the handshake: no Origin, a key without spaces, or a missing field.",
    capture: "exchange",
  },
  {
    texts: ["draft * refuses handshake"],
    by: "Java-WebSocket",
    codes: ["origin-missing-in-request", "key-without-spaces", "body-not-8-bytes"],
    meaning: "The draft that is named does not take the handshake: mostly there is no Origin.",
    capture: "exchange",
  },
  {
    texts: ["draft * refuses handshake: Bad keys"],
    by: "Java-WebSocket (Draft_76)",
    codes: ["digest-body-trimmed", "body-not-8-bytes"],
    meaning:
      "The digest is not what the keys ask for: older versions read the eight bytes as a line of text.",
    capture: "exchange",
  },
  {
    texts: ["Invalid HTTP header"],
    by: "em-websocket (Ruby)",
    codes: ["target-empty", "target-not-escaped"],
    meaning: "The request line cannot be read: the URL has no path, or a space in it.",
    capture: "request",
  },
  {
    texts: [
      "client sent invalid host header",
      "client sent HTTP/1.1 request without Host header",
      "WebSocket handshake Host field is missing",
    ],
    by: "nginx, in its error log; Boost.Beast in the last words",
    codes: ["host-invalid", "host-missing"],
    meaning: "The request has no Host field, or one that names no host.",
    capture: "request",
  },
  {
    texts: ["request method is not GET"],
    by: "gorilla/websocket",
    codes: ["method-not-get"],
    meaning: "Only a GET opens a WebSocket in HTTP/1.1.",
    capture: "request",
  },
  {
    texts: ["No 'Sec-WebSocket-Version: 13' header", "WebSocket version must be 13"],
    by: "tungstenite and others in Rust, as servers",
    codes: ["version-unsupported"],
    meaning: "The request has no Sec-WebSocket-Version, or another than 13.",
    capture: "request",
  },
  {
    texts: [
      "HTTP/2 4",
      "extended_connect_disabled",
      "HTTP/2 stream * was not closed cleanly",
      "ERR_HTTP2_PROTOCOL_ERROR",
    ],
    by: "curl; Mint (Elixir); Chrome in the last word",
    codes: ["http2-without-extended-connect"],
    meaning:
      "TLS agreed on HTTP/2, where Upgrade does not exist. Ask for HTTP/1.1: curl --http1.1.",
    capture: "exchange",
  },
  {
    texts: [
      "EOFError: line without CRLF",
      "connection closed while reading HTTP request line",
      "stream ends after 0 bytes, before end of line",
    ],
    by: "websockets for Python, as a server",
    codes: ["tls-to-plain-port", "not-http"],
    meaning:
      "Somebody connected and hung up without a line of HTTP: a load balancer that looks whether the port is open, a scan, or a client of wss: that met no TLS. It is no handshake that failed.",
    capture: "first-bytes",
  },
  {
    texts: ["Connection header * does not contain Upgrade", "MissingConnectionUpgradeHeader"],
    by: "coder/websocket (Go), on both sides; tungstenite (Rust)",
    codes: ["proxy-stripped-upgrade", "connection-not-upgrade"],
    meaning: "Connection does not name Upgrade: mostly a proxy set its own.",
    capture: "exchange",
  },
  {
    texts: ["Upgrade header * does not contain websocket"],
    by: "coder/websocket (Go), on both sides",
    codes: ["proxy-stripped-upgrade", "upgrade-not-websocket"],
    meaning: "Upgrade is missing, or says something else: mostly a proxy dropped it on the way.",
    capture: "exchange",
  },
  {
    texts: [
      "The 'Sec-WebSocket-Version' header value * is invalid",
      "unsupported WebSocket protocol version",
      "MissingSecWebSocketVersionHeader",
    ],
    by: ".NET, coder/websocket (Go) and tungstenite (Rust), as servers",
    codes: ["version-unsupported", "generation-mismatch-old-client"],
    meaning: "The request has no Sec-WebSocket-Version, or one that the server does not know.",
    capture: "request",
  },
  {
    texts: [
      "The WebSocket handshake was not HTTP/1.1",
      "expected HTTP/1.1: GET",
      "WrongHttpVersion",
      "HTTP/1.0 not supported",
      "bad HTTP protocol version",
    ],
    by: "Boost.Beast, websockets for Python, tungstenite and gobwas/ws",
    codes: ["http10"],
    meaning:
      "The request came as HTTP/1.0, which has no Upgrade: mostly from a proxy that speaks it to the server behind.",
    capture: "request",
  },
  {
    texts: [
      "The WebSocket handshake method was not GET",
      "not a GET request",
      "unsupported HTTP method",
      "Method is not GET",
      "WrongHttpMethod",
    ],
    by: "Boost.Beast, Netty, websockets for Python, Apache and tungstenite",
    codes: ["method-not-get"],
    meaning: "Only a GET opens a WebSocket in HTTP/1.1.",
    capture: "request",
  },
  {
    texts: ["Sec-WebSocket-Key is invalid", "invalid Sec-WebSocket-Key"],
    by: "servers",
    codes: ["key-not-16-bytes", "key-missing"],
    meaning: "The key of the request is not the base64 of 16 bytes.",
    capture: "request",
  },
];
