/** What servers, libraries and tools print. */
import type { KnownMessage } from "./known-message.ts";

export const LIBRARY_MESSAGES: readonly KnownMessage[] = [
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
      'Can "Upgrade" only to "WebSocket"',
      '"Connection" must be "Upgrade"',
    ],
    by: "gorilla/websocket (now and once), Boost.Beast, Spring, gobwas/ws and Tornado",
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
    ],
    by: "servers; the last is ws4py (Python)",
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
    ],
    by: "servers; WebSocket-Node, Socket.IO 0.9, ws and websockets for Python in the latter words",
    codes: ["key-missing", "hixie-75-request", "generation-mismatch-old-client"],
    meaning:
      "The request has no Sec-WebSocket-Key. Its client speaks an older version, with two keys or none, or a proxy took the field out.",
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
    texts: ["Invalid HTTP header"],
    by: "em-websocket (Ruby)",
    codes: ["target-empty", "target-not-escaped"],
    meaning: "The request line cannot be read: the URL has no path, or a space in it.",
    capture: "request",
  },
  {
    texts: [
      "client sent invalid method while reading client request line",
      "Bad HTTP/0.9 request type",
      "No space character found after method in request line",
      "Invalid method in request \\x16\\x03",
      '"\\x16\\x03',
    ],
    by: "nginx, Python's http.server, ASP.NET Core, Apache, and logs of requests",
    codes: ["tls-to-plain-port"],
    meaning:
      "The first bytes are no HTTP. Mostly a client that opened wss: reached a port without TLS; then the log shows \\x16\\x03\\x01.",
    capture: "first-bytes",
  },
  {
    texts: ["Request origin not allowed"],
    by: "Action Cable (Rails)",
    codes: ["origin-rejected"],
    meaning: "The server's list of allowed origins does not have the page's.",
    capture: "request",
  },
  {
    texts: [
      "One or more reserved bits are on",
      "Compressed bit must be 0 if no negotiated deflate-frame extension",
    ],
    by: "Chrome and websocket-driver; Safari in the other words",
    codes: ["rsv1-without-deflate", "body-not-8-bytes"],
    meaning:
      "A frame is compressed though no compression was agreed on, or what was read as a frame is none: for example the eight bytes of a hixie-76 request.",
    capture: "frames",
  },
  {
    texts: [
      "Unrecognized frame opcode: 13",
      "unknown opcode 13",
      "Control frames must not be fragmented",
    ],
    by: "several libraries",
    codes: ["crlf-after-head", "extra-bytes-after-digest"],
    meaning: "A line end too many stands behind the head: 0D reads as opcode 13.",
    capture: "frames",
  },
  {
    texts: ["Fragmented control frame"],
    by: "several servers",
    codes: ["tls-bytes-as-frames", "crlf-after-head"],
    meaning:
      "The first byte has FIN off and a control opcode. 17 is a TLS record read as a frame, 0D a line end.",
    capture: "frames",
  },
  {
    texts: ["Masked frame from server", "Invalid WebSocket frame: MASK must be clear"],
    by: "clients of RFC 6455; ws for Node in the latter words",
    codes: ["masked-server-frame"],
    meaning: "The server masks its frames, which only clients do.",
    capture: "frames",
  },
  {
    texts: ["Invalid WebSocket frame: MASK must be set", "bad MASK", "incorrect masking"],
    by: "ws for Node, gorilla/websocket and websockets (Python), in this order",
    codes: ["unmasked-client-frame"],
    meaning: "A frame of the client has no mask: its library, or what writes to its socket.",
    capture: "frames",
  },
  {
    texts: ["Invalid WebSocket frame: RSV1 must be clear"],
    by: "ws for Node",
    codes: ["rsv1-without-deflate"],
    meaning: "A frame is marked as compressed, and the handshake agreed on no compression.",
    capture: "frames",
  },
  {
    texts: [
      "Invalid WebSocket frame: invalid opcode 7",
      "Invalid WebSocket frame: FIN must be set",
    ],
    by: "ws for Node",
    codes: ["tls-bytes-as-frames", "frames-malformed"],
    meaning:
      "What came is no frame: 17 is a TLS record, or the bytes are not at a frame's beginning.",
    capture: "frames",
  },
  {
    texts: ['"Session ID unknown"', "Transport unknown", "Unsupported protocol version"],
    by: "Engine.IO, below Socket.IO, in the content of a 400",
    codes: ["status-400-session-or-cors"],
    meaning:
      "Socket.IO refused the request for reasons of its own: sessions that are not sticky, versions that differ, a transport that is switched off.",
    capture: "exchange",
  },
  {
    texts: [
      "EOF occurred in violation of protocol",
      "OSStatus error -2146762487",
      "certificate verify failed",
      "unable to verify the first certificate",
      "self-signed certificate",
      "self signed certificate",
      "x509: certificate signed by unknown authority",
      "PKIX path building failed",
      "alert certificate unknown",
      "alert unknown ca",
    ],
    by: "Python's ssl, a client that has Windows check certificates, OpenSSL, Node, Go and Java; a server in the last two",
    codes: ["tls-cert-rejected"],
    meaning:
      "The certificate was not trusted, and the connection ended before HTTP began. For a WebSocket no browser asks its user.",
    capture: "certificate",
  },
  {
    texts: ["HTTP/2 4", "extended_connect_disabled"],
    by: "curl; Mint (Elixir)",
    codes: ["http2-without-extended-connect"],
    meaning:
      "TLS agreed on HTTP/2, where Upgrade does not exist. Ask for HTTP/1.1: curl --http1.1.",
    capture: "exchange",
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
    texts: ["Parse Error: Expected HTTP/", "did not receive a valid HTTP response"],
    by: "clients on Node, and websockets for Python in the latter words",
    codes: ["bytes-before-status-line", "not-http", "plain-to-tls-port", "no-response"],
    meaning:
      "The answer does not begin with “HTTP/”: output before it, another protocol, a TLS alert, or nothing at all.",
    capture: "response",
  },
  {
    texts: ["websocket: bad handshake"],
    by: "gorilla/websocket, as a client",
    codes: ["status-not-101", "accept-mismatch", "proxy-stripped-upgrade"],
    meaning:
      "The answer is no 101, or lacks Upgrade, Connection or the right accept. Dial returns it beside the error: print its status and fields.",
    capture: "exchange",
  },
];
