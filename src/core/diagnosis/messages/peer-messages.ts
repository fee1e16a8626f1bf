/** What libraries print of the other side: clients of an answer that they refuse, servers of a request. */
import type { KnownMessage } from "./known-message.ts";

export const PEER_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["Sec-WebSocket-Accept header from server didn't match expected value"],
    by: "WebSocket-Node, as a client",
    codes: ["accept-for-other-key", "accept-wrong-guid", "accept-key-trailing-cr"],
    meaning:
      "The accept is not what this key asks for: it belongs to another request, as behind a cache or with a key that is written into the code, or was computed wrongly.",
    capture: "exchange",
  },
  {
    texts: ["Key mismatch in 'Sec-WebSocket-Accept' header", "Invalid challenge. Actual: *"],
    by: "tungstenite (Rust); Netty",
    codes: ["accept-wrong-guid", "accept-key-trailing-cr", "accept-for-other-key"],
    meaning: "The accept is not what the key of the request asks for.",
    capture: "exchange",
  },
  {
    texts: [
      "No 'Upgrade: websocket' header",
      "Invalid handshake response upgrade: *",
      "not a WebSocket handshake request: missing upgrade",
      "Failed to upgrade to WebSocket (REQUEST_METHOD*",
    ],
    by: "tungstenite (Rust); Netty as a client and as a server; Action Cable (Rails)",
    codes: ["proxy-stripped-upgrade", "upgrade-not-websocket"],
    meaning: "Upgrade is missing, or says something else: mostly a proxy dropped it on the way.",
    capture: "exchange",
  },
  {
    texts: ["No 'Connection: upgrade' header", "Invalid handshake response connection: *"],
    by: "tungstenite (Rust); Netty, as a client",
    codes: ["connection-not-upgrade", "proxy-stripped-upgrade"],
    meaning: "Connection does not say Upgrade: mostly a proxy set it to close or keep-alive.",
    capture: "exchange",
  },
  {
    texts: ["No 'Sec-WebSocket-Key' header"],
    by: "tungstenite (Rust), as a server",
    codes: ["key-missing"],
    meaning: "The request has no Sec-WebSocket-Key.",
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
      "Invalid subprotocol. Actual: *",
      "no subprotocols supported",
      "unsupported subprotocol: *",
    ],
    by: "Netty; websockets for Python in the latter words",
    codes: ["subprotocol-not-offered", "subprotocol-not-echoed"],
    meaning: "The server named a subprotocol that the client did not offer, or none at all.",
    capture: "exchange",
  },
  {
    texts: ["invalid Origin header", "Origin not allowed"],
    by: "websockets for Python, and servers with a list of origins",
    codes: ["origin-rejected"],
    meaning: "The server's list of allowed origins does not have the page's.",
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
    texts: ["response does not implement http.Hijacker"],
    by: "gorilla/websocket, in the content of a 500",
    codes: ["status-5xx"],
    meaning:
      "Something around the handler took the connection's place: a logging or compressing middleware, or HTTP/2.",
    capture: "request",
  },
  {
    texts: ["Cannot GET /", "No route matches [GET]"],
    by: "Express; Rails",
    codes: ["status-404", "proxy-stripped-upgrade"],
    meaning:
      "The request came to the routes for pages, and none of them is at that path: the WebSocket is bound to another, or its Upgrade was lost.",
    capture: "request",
  },
  {
    texts: [
      "certificate has expired",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "does not match certificate's altnames",
      "tls: unknown certificate",
    ],
    by: "Node; Go as a server in the last words",
    codes: ["tls-cert-rejected"],
    meaning:
      "The certificate was not trusted, and the connection ended before HTTP began: it is out of date, self-signed, or for another name.",
    capture: "certificate",
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
    texts: ["Invalid Sec-Websocket-Accept (expected * got nil"],
    by: "clients in Ruby and Lua",
    codes: ["accept-header-missing", "generation-mismatch-new-client"],
    meaning: "The 101 has no Sec-WebSocket-Accept, or one whose name is misspelt.",
    capture: "exchange",
  },
];
