/** Lines that a program printed, pasted alone: all that reports show are told from handshakes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPaste } from "../../../../src/core/input/read-paste.ts";

const FIXTURE = join(import.meta.dirname, "../../../fixtures/client-messages.json");
const seen: { message: string }[] = JSON.parse(readFileSync(FIXTURE, "utf8"));
/** In parentheses stand symptoms; a status line alone is a response. */
const printed = seen.map(({ message }) => message).filter((text) => !/^\(|HTTP\/[12]/.test(text));

describe("a message is kept as one", () => {
  test.each([
    ...new Set(printed),
    "Expected HTTP 101 response but was '404 Not Found'",
    "Handshake status 502 Bad Gateway",
    "403, message='Invalid response status', url=URL('ws://a/')",
    "Error: socket hang up",
    "Unexpected response code: 400",
    "Firefox kann keine Verbindung zu dem Server unter ws://localhost:8080/ aufbauen.",
    'CloseEvent {isTrusted: true, wasClean: false, code: 1006, reason: "", type: "close"}',
    "dial tcp 127.0.0.1:8080: connect: connection refused",
    "websocket.Dial ws://x/: bad status",
    "error: Expected 101 status code",
    "The WebSocket handshake was not HTTP/1.1",
    "502 Bad Gateway",
    "(400)",
    '{"code":1,"message":"Session ID unknown"}',
    "SSL routines:ssl3_get_record:wrong version number",
    '127.0.0.1:51497 - - [12/May/2017:09:01:09] "WSREJECT /ws/" - -',
    "[2017/04/11 10:15:14] WebSocket HANDSHAKING /chat/ [127.0.0.1:63163]",
    "INFO:     ('127.0.0.1', 52034) - \"WebSocket /ws\" 403",
    "WARNING:  Unsupported upgrade request.",
    "[pid: 12] 10.0.2.100 () {58 vars in 1241 bytes} GET /ws => generated 25 bytes in 0 msecs (HTTP/1.0 400)",
    "mgos_rpc_channel_ws.:52 0x3ffc7958 WS handshake resp 400",
    "called `Result::unwrap()` on an `Err` value: Http(200)",
    "[E 2015/12/02 15:56:34] Excpected 101, was 404, can not upgrade.",
    "notAnUpgrade : 200",
    '{:ws_upgrade_failed, 400, [{"connection", "close"}]}',
    "Invalid value of 'Upgrade' header: nil",
    '127.0.0.1 - - [10/Oct/2024:13:55:36 +0000] "\\x16\\x03\\x01\\x02\\x00" 400 157 "-" "-"',
  ])("%s", (message) => expect(readPaste(message)).toMatchObject([{ message: message.trim() }]));
});

describe("what only speaks of one is read as what it is", () => {
  test.each([
    [
      "an answer with such words behind it",
      "HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\n\r\nUpgrade Required",
    ],
    [
      "a request with a key",
      "GET / HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    ],
    ["fields alone", "Upgrade: websocket\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n"],
  ])("%s", (_, text) => expect(readPaste(text)[0]?.message).toBeUndefined());
});

test.each([
  "It does not work.",
  "My socket does not open. Please help!",
  "SSH-2.0-OpenSSH_9.6",
  "hello",
  "GET /demo",
  "{}",
])("%s is none", (text) => expect(readPaste(text)[0]?.message).toBeUndefined());

test.each([
  [
    "Chrome or WebKit",
    "WebSocket connection to 'ws://localhost:8080/' failed: Error during WebSocket handshake: Unexpected response code: 400",
  ],
  ["Chrome or WebKit", "WebSocket is already in CLOSING or CLOSED state."],
  ["Firefox", "Firefox can’t establish a connection to the server at ws://localhost:8080/."],
  [
    "nginx",
    '2024/01/01 10:00:00 [error] 7#7: *3 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: x, request: "GET /socket HTTP/1.1", upstream: "http://127.0.0.1:3000/socket", host: "x"',
  ],
  [
    "nginx",
    '[error] 10#10: *1 upstream sent invalid header while reading response header from upstream, client: 192.0.2.1, request: "GET /ws HTTP/1.1"',
  ],
  [
    "an access log",
    '192.0.2.1 - - [01/Jan/2024:10:00:00 +0000] "GET /ws HTTP/1.1" 400 12 "-" "Mozilla/5.0"',
  ],
  [
    "HAProxy",
    'haproxy[1]: 192.0.2.1:5000 [01/Jan/2024:10:00:00.000] fe be/srv 0/0/0/-1/1 502 204 - - SH-- 1/1/0/0/0 0/0 "GET /ws HTTP/1.1"',
  ],
  [
    "HAProxy",
    'haproxy[1]: 192.0.2.1:5000 [01/Jan/2024:10:00:00.000] fe fe/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 1/1/0/0/0 0/0 "<BADREQ>"',
  ],
  ["Apache", "AH01102: error reading status line from remote server 127.0.0.1:8080"],
  [
    "websockets for Python",
    "websockets.exceptions.InvalidUpgrade: invalid Connection header: keep-alive",
  ],
  ["ws for Node", "Error: Unexpected server response: 404"],
  ["gorilla/websocket", "upgrade: websocket: request origin not allowed by Upgrader.CheckOrigin"],
  ["OkHttp", "java.net.ProtocolException: Expected HTTP 101 response but was '400 Bad Request'"],
  [
    "OkHttp",
    "java.net.ProtocolException: Expected 'Connection' header value 'Upgrade' but was 'null'",
  ],
  [
    "SocketRocket",
    'Error Domain=SRWebSocketErrorDomain Code=2132 "received bad response code from server 400"',
  ],
  [".NET", "System.Net.WebSockets.WebSocketException: Unable to connect to the remote server"],
  [
    "tungstenite",
    'Error: Http(Response { status: 400, version: HTTP/1.1, headers: {"connection": "close"}, body: Some([]) })',
  ],
  ["curl", "curl: (22) The requested URL returned error: 404"],
  [
    "a library",
    "javax.websocket.DeploymentException: The HTTP response from the server [403] did not permit the HTTP upgrade to WebSocket",
  ],
  [
    "a library",
    "websocket._exceptions.WebSocketBadStatusException: Handshake status 404 Not Found",
  ],
  ["a library", 'Can "Upgrade" only to "WebSocket".'],
])("%s: %s", (source, text) => {
  const [conversation, ...others] = readPaste(`${text}\n`);
  expect(others).toEqual([]);
  expect(conversation).toMatchObject({ message: text, format: "console message", exact: false });
  expect(conversation?.request ?? conversation?.response).toBeUndefined();
  expect(conversation?.lost[0]?.note).toContain(`This is what ${source} printed`);
});
