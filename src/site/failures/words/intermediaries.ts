import type { Group } from "../group.ts";

export const INTERMEDIARIES: Group = {
  id: "intermediaries",
  title: "What stands between",
  about:
    "Proxies, load balancers, TLS, HTTP libraries and the network itself: the client and the server are right, and the bytes do not arrive as they were sent.",
  pages: [
    {
      code: "proxy-stripped-upgrade",
      name: "A proxy removed Upgrade or Connection",
      description:
        "“websocket: upgrade != websocket”, “'Upgrade' header is missing”, 400: what nginx, Apache, HAProxy and load balancers need to let it through.",
    },
    {
      code: "body-held-by-proxy",
      name: "A proxy holds the eight bytes back",
      description:
        "“WebSocket opening handshake timed out” behind a proxy, fine without: HAProxy or nginx keeps the 8 bytes of hixie-76 until it sees the 101.",
    },
    {
      code: "body-in-second-packet",
      name: "The eight bytes come in a second packet",
      description:
        "hixie-76 fails with 500, or closes without a message, now and then: the server computes from its first read, before the 8 bytes have come.",
    },
    {
      code: "body-dropped-by-http-stack",
      name: "An HTTP library drops the eight bytes",
      description:
        "For HTTP a GET without Content-Length has no body: PHP, WSGI, servlets and IIS never see the 8 bytes behind a hixie-76 request.",
    },
    {
      code: "request-split-or-too-large",
      name: "A large request comes in several packets",
      description:
        "A WebSocket that fails for users with many cookies only: the handshake comes in pieces, and the server reads once, into a small buffer.",
    },
    {
      code: "http10",
      name: "The request speaks HTTP/1.0",
      description:
        "“Handshake ended with HTTP error: 400”: nginx speaks HTTP/1.0 to a WebSocket backend unless proxy_http_version 1.1 is set.",
    },
    {
      code: "chunked-101",
      name: "The 101 is chunked",
      description:
        "Transfer-Encoding: chunked on a WebSocket's 101: it opens and closes at once, because chunk sizes stand where digest or frames belong.",
    },
    {
      code: "tls-to-plain-port",
      name: "A TLS handshake comes to a port without TLS",
      description:
        "“Bad HTTP/0.9 request type”, “client sent invalid method while reading client request line”, \\x16\\x03\\x01: wss:// opened on a port for ws://.",
    },
    {
      code: "plain-to-tls-port",
      name: "A plain request comes to a port with TLS",
      description:
        "ws:// opened on a port for wss://: the server answers with a TLS alert, 15 03 …, and Chrome says ERR_INVALID_HTTP_RESPONSE.",
    },
    {
      code: "tls-cert-rejected",
      name: "The certificate is not trusted",
      description:
        "ERR_CERT_AUTHORITY_INVALID, “certificate verify failed”, “EOF occurred in violation of protocol”: wss:// fails without a question to the user.",
    },
    {
      code: "http2-without-extended-connect",
      name: "A WebSocket is asked for over HTTP/2 with Upgrade",
      description:
        "“HTTP/2 400”, “extended_connect_disabled”: ALPN chose h2, where Upgrade does not exist. curl --http1.1, or Extended CONNECT of RFC 8441.",
    },
    {
      code: "http2-extended-connect-failed",
      name: "An Extended CONNECT fails",
      description:
        ":method: CONNECT with :protocol: websocket, and 400, 404, 405 or 501 for an answer: what RFC 8441 wants in the request, and who refuses it.",
    },
    {
      code: "content-length-101",
      name: "The 101 has a Content-Length",
      description:
        "ClientWebSocket of .NET aborts after 100 seconds, ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH: a 101 Switching Protocols has no content.",
    },
    {
      code: "status-400-session-or-cors",
      name: "Socket.IO answers 400",
      description:
        "“Session ID unknown”, “Unexpected response code: 400” at /socket.io/?EIO=4&transport=websocket: sticky sessions, CORS, and versions that differ.",
    },
  ],
};
