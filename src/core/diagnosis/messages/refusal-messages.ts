/** The request could be read, and the program behind the server refuses it, or cannot take it over. */
import type { KnownMessage } from "./known-message.ts";

export const REFUSAL_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["Request origin not allowed"],
    by: "Action Cable (Rails)",
    codes: ["origin-rejected"],
    meaning: "The server's list of allowed origins does not have the page's.",
    capture: "request",
  },
  {
    texts: [
      "Failed to upgrade to WebSocket (REQUEST_METHOD: GET, HTTP_CONNECTION: * Upgrade, HTTP_UPGRADE: websocket)",
      "Failed to upgrade to WebSocket (REQUEST_METHOD: GET, HTTP_CONNECTION: Upgrade, HTTP_UPGRADE: websocket)",
    ],
    by: "Action Cable (Rails)",
    codes: ["origin-rejected", "status-404"],
    meaning:
      "Upgrade and Connection are there: Rails refused for another reason, mostly because the page's origin is not in config.action_cable.allowed_request_origins, and answers 404.",
    capture: "request",
  },
  {
    texts: ["invalid Origin header", "Origin not allowed"],
    by: "websockets for Python, and servers with a list of origins",
    codes: ["origin-rejected"],
    meaning: "The server's list of allowed origins does not have the page's.",
    capture: "request",
  },
  {
    texts: [
      "is not authorized for Host",
      "Cross origin websockets not allowed",
      "Could not check origin for Phoenix",
      "Invalid CORS request",
    ],
    by: "coder/websocket (Go), Tornado, Phoenix and Spring",
    codes: ["origin-rejected", "status-403"],
    meaning:
      "The server's list of allowed origins does not have the page's, or it compares Origin with a Host that a proxy has changed.",
    capture: "request",
  },
  {
    texts: [
      "connection rejected (403",
      "WebSocket opening handshake ('Access denied')",
      "rejected by application",
      "WSREJECT",
      "WebSocket REJECT",
    ],
    by: "uvicorn; Daphne and Autobahn, below Django Channels",
    codes: ["status-403", "origin-rejected", "status-404"],
    meaning:
      "The application closed before it accepted: no route for WebSockets has that path, its check of origins or users says no, or it raised. The client gets 403.",
    capture: "request",
  },
  {
    texts: [
      "peer did not finish the opening handshake in time",
      "WebSocket opening handshake timeout",
    ],
    by: "Autobahn, below Daphne and Crossbar",
    codes: ["no-response", "head-not-terminated"],
    meaning:
      "The request came and nobody accepted it in time: the consumer does not call accept(), no worker runs, or the channel layer hangs.",
    capture: "request",
  },
  {
    texts: ["Unsupported upgrade request", "No supported WebSocket library detected"],
    by: "uvicorn",
    codes: ["status-404", "status-200"],
    meaning:
      "The server has no library for WebSockets and answers as to any GET: install uvicorn[standard], or websockets, into the environment that it runs in.",
    capture: "request",
  },
  {
    texts: ["WebSocket request made to a site where WebSockets are disabled"],
    by: "IIS and Azure App Service, in the page of a 503",
    codes: ["status-5xx"],
    meaning:
      "WebSockets are switched off there: in the site's settings on Azure, as the Windows feature “WebSocket Protocol” of IIS.",
    capture: "exchange",
  },
  {
    texts: ["The connection could not be found on the server"],
    by: "SignalR's client, whatever status it got",
    codes: ["status-404", "proxy-stripped-upgrade", "status-400-session-or-cors"],
    meaning:
      "The hub is not at that path, several servers share the load and the second request went to another one, or a proxy lets no WebSocket through.",
    capture: "exchange",
  },
  {
    texts: ["MissingAuthenticationTokenException", "Missing Authentication Token"],
    by: "AWS API Gateway, with a 403",
    codes: ["status-403", "status-404"],
    meaning:
      "It mostly is not about tokens: there is no such stage or route, a page's API was asked in the place of the WebSocket's, or the request is not signed.",
    capture: "exchange",
  },
  {
    texts: ["No Sec-WebSocket-Protocols requested supported"],
    by: "Ratchet (PHP), as the reason phrase of a 426",
    codes: ["subprotocol-mismatch", "status-not-101"],
    meaning:
      "The server is told to want a subprotocol, and knows none of those that the client offers: offer one that it knows, or none at all.",
    capture: "exchange",
  },
  {
    texts: [
      '"Session ID unknown"',
      "Transport unknown",
      '"code":3,"message":"Bad request"',
      "Unsupported protocol version",
    ],
    by: "Engine.IO, below Socket.IO, in the content of a 400",
    codes: ["status-400-session-or-cors"],
    meaning:
      "Socket.IO refused the request for reasons of its own: sessions that are not sticky, versions that differ, a transport that is switched off.",
    capture: "exchange",
  },
  {
    texts: [
      "response does not implement http.Hijacker",
      "not a hijacker",
      "can't switch protocols using non-Hijacker",
    ],
    by: "Go: gorilla/websocket and net/http's proxy, and what is built on them, as Traefik",
    codes: ["status-5xx"],
    meaning:
      "Something around the handler took the connection's place: a logging, caching or compressing middleware, or HTTP/2.",
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
];
