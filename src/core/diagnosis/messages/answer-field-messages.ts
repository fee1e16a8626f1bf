/** A client read the 101, and a field of the handshake is missing or wrong. */
import { CHROME, OLD_WEBKIT } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const ANSWER_FIELD_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["location mismatch: * != *"],
    by: OLD_WEBKIT,
    codes: ["location-mismatch"],
    meaning:
      "The server's Sec-WebSocket-Location is not, byte for byte, the URL that the script opened. A TLS proxy in front (wss outside, ws inside), a port that got lost, another host name or a missing “/” cause it.",
    capture: "exchange",
  },
  {
    texts: ["origin mismatch: * != *"],
    by: OLD_WEBKIT,
    codes: ["origin-mismatch"],
    meaning:
      "The server did not repeat the page's Origin to the letter. It sent its own host, a “*”, a slash at the end, or a proxy rewrote Origin on the way in.",
    capture: "exchange",
  },
  {
    texts: ["'Sec-WebSocket-Location' header is missing"],
    by: OLD_WEBKIT,
    codes: ["location-mismatch", "generation-mismatch-old-client"],
    meaning:
      "The answer to a hixie-76 request has no Sec-WebSocket-Location. The server forgot it, or speaks another version.",
    capture: "response",
  },
  {
    texts: ["'Sec-WebSocket-Origin' header is missing"],
    by: OLD_WEBKIT,
    codes: ["hixie-75-answer", "generation-mismatch-old-client", "origin-mismatch"],
    meaning:
      "The answer to a hixie-76 request has no Sec-WebSocket-Origin. The server answers as hixie-75 (its fields lack “Sec-”), or as RFC 6455, or forgot it.",
    capture: "exchange",
  },
  {
    texts: ["'websocket-origin' header is missing"],
    by: "Safari 5.0, Chrome 4 and 5, which speak hixie-75",
    codes: ["hixie-75-request", "origin-mismatch"],
    meaning:
      "The client sent a request of hixie-75 and the answer has no WebSocket-Origin: the server answered as a later version has it.",
    capture: "exchange",
  },
  {
    texts: ["'Upgrade' header value is not 'WebSocket'"],
    by: `${OLD_WEBKIT}; ${CHROME}`,
    codes: ["upgrade-value-case", "upgrade-not-websocket"],
    meaning:
      "The 101 has an Upgrade that says something else. Clients of hixie-75 and -76 may want “WebSocket” in exactly this case.",
    capture: "response",
  },
  {
    texts: [
      "'Upgrade' header is missing",
      "'Upgrade' header value * is invalid",
      "HS: UPGRADE missing",
      "missing or bad upgrade",
      "Invalid Upgrade header",
      "Expected 'Upgrade' header value 'websocket' but was",
    ],
    by: `${OLD_WEBKIT}; ${CHROME}; .NET, libwebsockets, Go, ws for Node and OkHttp in words of their own`,
    codes: ["proxy-stripped-upgrade", "upgrade-not-websocket"],
    meaning: "The 101 came without Upgrade. A proxy took it out, or the server never wrote it.",
    capture: "exchange",
  },
  {
    texts: [
      "No 'Upgrade: websocket' header",
      "Invalid handshake response upgrade: *",
      "not a WebSocket handshake request: missing upgrade",
      "Failed to upgrade to WebSocket (REQUEST_METHOD* HTTP_UPGRADE: )",
      "missing Upgrade header",
    ],
    by: "tungstenite (Rust); Netty as a client and as a server; Action Cable (Rails); Cloudflare's Workers",
    codes: ["proxy-stripped-upgrade", "upgrade-not-websocket"],
    meaning: "Upgrade is missing, or says something else: mostly a proxy dropped it on the way.",
    capture: "exchange",
  },
  {
    texts: ["'Upgrade' header must not appear more than once in a response"],
    by: CHROME,
    codes: ["upgrade-not-websocket"],
    meaning: "Upgrade of the 101 is there twice, or a list: it names websocket and nothing else.",
    capture: "response",
  },
  {
    texts: ["'Connection' header value is not 'Upgrade'"],
    by: OLD_WEBKIT,
    codes: ["connection-not-upgrade"],
    meaning:
      "The 101 says Connection: close or keep-alive, or a list, where the whole value must be “Upgrade”. Frameworks add such values by themselves.",
    capture: "response",
  },
  {
    texts: [
      "'Connection' header value must contain 'Upgrade'",
      "'Connection' header is missing",
      "Expected 'Connection' header value 'Upgrade' but was",
      "The 'Connection' header value * is invalid",
    ],
    by: `${CHROME}; OkHttp and .NET in the last two`,
    codes: ["proxy-stripped-upgrade", "connection-not-upgrade"],
    meaning:
      "The 101 came without the word Upgrade in Connection: a proxy or framework set its own.",
    capture: "response",
  },
  {
    texts: ["No 'Connection: upgrade' header", "Invalid handshake response connection: *"],
    by: "tungstenite (Rust); Netty, as a client",
    codes: ["connection-not-upgrade", "proxy-stripped-upgrade"],
    meaning: "Connection does not say Upgrade: mostly a proxy set it to close or keep-alive.",
    capture: "exchange",
  },
  {
    texts: ["'Sec-WebSocket-Accept' header is missing"],
    by: CHROME,
    codes: ["generation-mismatch-new-client", "accept-header-missing"],
    meaning:
      "The client speaks RFC 6455 and the 101 has no Sec-WebSocket-Accept. The server still answers as hixie-76, or forgot or misspelt the field.",
    capture: "exchange",
  },
  {
    texts: ["Invalid Sec-Websocket-Accept (expected * got nil", "HS: ACCEPT missing"],
    by: "clients in Ruby and Lua; libwebsockets in the last words",
    codes: ["accept-header-missing", "generation-mismatch-new-client"],
    meaning: "The 101 has no Sec-WebSocket-Accept, or one whose name is misspelt.",
    capture: "exchange",
  },
  {
    texts: [
      "Incorrect 'Sec-WebSocket-Accept' header value",
      "Sec-WebSocket-Accept mismatch",
      "Invalid Sec-WebSocket-Accept header",
      "Expected 'Sec-WebSocket-Accept' header value",
      "The 'Sec-WebSocket-Accept' header value * is invalid",
    ],
    by: `${CHROME}; ws, OkHttp and .NET in words of their own`,
    codes: [
      "accept-wrong-guid",
      "accept-key-trailing-cr",
      "accept-mismatch",
      "accept-base64-of-hex",
      "accept-key-decoded-first",
      "accept-guid-missing",
      "accept-sha1-64-bit-words",
      "accept-other-encoding",
      "accept-for-other-key",
    ],
    meaning:
      "The server's Sec-WebSocket-Accept is not made of this request's key. A mistyped constant, a line end left on the key, or the digest in the wrong encoding are the usual causes.",
    capture: "exchange",
  },
  {
    texts: ["Sec-WebSocket-Accept header from server didn't match expected value"],
    by: "WebSocket-Node, as a client",
    codes: ["accept-for-other-key", "accept-wrong-guid", "accept-key-trailing-cr"],
    meaning:
      "The accept is not what this key asks for: it belongs to another request, as behind a cache or with a key that is written into the code, or was computed wrongly.",
    capture: "exchange",
  },
  {
    texts: [
      "Key mismatch in 'Sec-WebSocket-Accept' header",
      "SecWebSocketAcceptKeyMismatch",
      "invalid Sec-WebSocket-Accept *, key",
      "bad challenge response",
      "Invalid challenge response",
      "Sec-WebSocket-Accept bogus value",
      "Invalid Sec-WebSocket-Accept hash",
      "Invalid Sec-WebSocket-Accept response",
      "Sec-WebSocket-Accept field is incorrect",
      "HS: Accept hash wrong",
      "Accept-Key received from server * does not match the client key",
      "Invalid challenge. Actual: *",
    ],
    by: "tungstenite (Rust), coder/websocket and Go, aiohttp and Autobahn (Python), Jetty, SocketRocket, Boost.Beast, libwebsockets, Qt and Netty, in this order",
    codes: ["accept-wrong-guid", "accept-key-trailing-cr", "accept-for-other-key"],
    meaning: "The accept is not what the key of the request asks for.",
    capture: "exchange",
  },
  {
    texts: ["websocket: bad handshake", "Invalid WebSocket Header"],
    by: "gorilla/websocket as a client; websocket-client (Python)",
    codes: ["status-not-101", "accept-mismatch", "proxy-stripped-upgrade"],
    meaning:
      "The answer is no 101, or lacks Upgrade, Connection or the right accept. Dial returns it beside the error: print its status and fields.",
    capture: "exchange",
  },
  {
    texts: [
      "Not a WebSocket handshake response",
      "Not a WebSocket connection response",
      "Not WebSocket connection response",
    ],
    by: "websocket-sharp (.NET, Unity)",
    codes: ["status-not-101", "http10", "proxy-stripped-upgrade", "accept-mismatch"],
    meaning:
      "The answer is no 101, is HTTP/1.0, or lacks Upgrade, Connection or the right accept. With Log.Level at Debug the library prints it.",
    capture: "exchange",
  },
  {
    texts: [
      "WebsocketConnectionError: WebSocket handshake error",
      "WebSocket handshake error, connection not upgraded",
      "WebSocket handshake error, invalid secret key",
    ],
    by: "paho-mqtt (Python)",
    codes: [
      "status-not-101",
      "proxy-stripped-upgrade",
      "accept-mismatch",
      "subprotocol-not-echoed",
    ],
    meaning:
      "The answer is no 101, or lacks Upgrade, Connection, the subprotocol mqtt or the right accept. A wrong path does it, as brokers mostly serve /mqtt, and so does a port of the broker that is for MQTT alone.",
    capture: "exchange",
  },
  {
    texts: ["Sec-WebSocket-Accept not found"],
    by: "ESP-IDF, on an ESP32",
    codes: ["status-not-101", "accept-header-missing", "redirect"],
    meaning:
      "The answer has no accept, which the library says of every answer that is no 101, too: a refusal, a redirect to https, or the page of a host.",
    capture: "exchange",
  },
];
