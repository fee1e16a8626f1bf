/** What servers, proxies, frameworks and boards log of a handshake that failed: its likeliest cause comes first. */
import { describe, expect, test } from "vitest";
import { explainMessage } from "../../../src/core/diagnosis/explain-message.ts";

const codes = (text: string): string[] => explainMessage(text).flatMap((one) => one.codes);
const likeliest = (text: string): string | undefined => explainMessage(text)[0]?.codes[0];

describe("the application refuses", () => {
  test.each([
    ["INFO:     connection rejected (403 Forbidden)", "status-403"],
    ['INFO: 127.0.0.1:52034 - "WebSocket /ws?token=a" 403', "status-403"],
    ['127.0.0.1:51497 - - [12/May/2017:09:01:09] "WSREJECT /ws/" - -', "status-403"],
    ["failing WebSocket opening handshake ('Access denied')", "status-403"],
    ["WARNING:  Unsupported upgrade request.", "status-404"],
    [
      "Error: WebSocket failed to connect. The connection could not be found on the server, either the endpoint may not be a SignalR endpoint",
      "status-404",
    ],
    ["503.0 - WebSocket request made to a site where WebSockets are disabled.", "status-5xx"],
    ['error="Hijack failed on protocol switch: not a hijacker: a.ResponseWriter"', "status-5xx"],
    ["HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported", "subprotocol-mismatch"],
    [
      "WebSocket opening handshake timeout (peer did not finish the opening handshake in time)",
      "no-response",
    ],
  ])("%s", (text, code) => expect(likeliest(text)).toBe(code));
});

describe("Action Cable says what it found of Upgrade", () => {
  const failed = (connection: string, upgrade: string): string =>
    `Failed to upgrade to WebSocket (REQUEST_METHOD: GET, HTTP_CONNECTION: ${connection}, HTTP_UPGRADE: ${upgrade})`;

  test.each(["Upgrade", "keep-alive, Upgrade"])(
    "where it is there with %s, no proxy took it away",
    (connection) => {
      expect(likeliest(failed(connection, "websocket"))).toBe("origin-rejected");
      expect(codes(failed(connection, "websocket"))).not.toContain("proxy-stripped-upgrade");
    },
  );

  test.each(["close", "", "keep-alive"])("where it is not, with %j, one did", (connection) =>
    expect(likeliest(failed(connection, ""))).toBe("proxy-stripped-upgrade"),
  );
});

describe("the request lost its Upgrade", () => {
  test.each([
    "Invalid Header: 'upgrade' header must contain 'websocket'",
    "Invalid value of 'Upgrade' header: nil",
    "    assert get_header('Upgrade').lower() == 'websocket'",
    "Server failed WebSocket handshake: missing Upgrade header.",
  ])("%s", (text) => expect(likeliest(text)).toBe("proxy-stripped-upgrade"));
});

describe("nothing came that is HTTP", () => {
  test.each([
    ["EOFError: line without CRLF", "tls-to-plain-port"],
    ["EOFError: connection closed while reading HTTP request line", "tls-to-plain-port"],
    ["EOFError: connection closed while reading HTTP status line", "no-response"],
    ["WebSocket protocol error: httparse error: invalid token", "bytes-before-status-line"],
    ["Protocol(HttparseError(Version))", "bytes-before-status-line"],
    ["Error during WebSocket handshake: Invalid HTTP response", "bytes-before-status-line"],
    ["esp-tls-mbedtls: mbedtls_ssl_handshake returned -0x7280", "tls-to-plain-port"],
    ["esp-tls-mbedtls: mbedtls_ssl_handshake returned -0x2700", "tls-cert-rejected"],
    ["Unable to reach the origin service. The service may be down", "status-5xx"],
  ])("%s", (text, code) => expect(likeliest(text)).toBe(code));
});

describe("the answer is none, and the client says little of it", () => {
  test.each([
    "WebSocketSharp.WebSocketException: Not a WebSocket handshake response.",
    "|Fatal|WebSocket.connect|Not a WebSocket connection response.",
    "paho.mqtt.client.WebsocketConnectionError: WebSocket handshake error",
    "E (6344) TRANSPORT_WS: Sec-WebSocket-Accept not found",
  ])("%s", (text) => expect(likeliest(text)).toBe("status-not-101"));

  test.each([
    "System.Net.WebSockets.WebSocketException: Unable to connect to the remote server",
    'a - - [22/Mar/2017:10:40:33] "WSCONNECTING /ws/2" - -',
    "[2017/04/11 10:15:14] WebSocket HANDSHAKING /chat/ [127.0.0.1:63163]",
  ])("%s", (text) => expect(likeliest(text)).toBe("no-response"));
});

describe("a status in the words of a library", () => {
  test.each([
    ["InvalidStatusCode: Status code not 101: 401", "status-401-407"],
    ["lws_client_handshake: got bad HTTP response '502'", "status-5xx"],
    ["Didn't switch protocols, expected status <101>, but got <404>", "status-404"],
    ["0x3ffc7958 WS handshake resp 400", "proxy-stripped-upgrade"],
    ['"WebSocket++/0.8.2" /?a=b 403 websocketpp.processor:20 Invalid HTTP status.', "status-403"],
    ['{:ws_upgrade_failed, 404, [{"connection", "close"}]}', "status-404"],
    ["called `Result::unwrap()` on an `Err` value: Http(200)", "status-200"],
    ['socket error {"type":"TransportError","description":404}', "status-404"],
    [
      "WebSocketException (0x80004005): Le serveur a retourné le code d’état « 404 » alors que le code d’état « 101 » était attendu.",
      "status-404",
    ],
    [
      "WebSocketException: Der Server hat den Statuscode „200“ zurückgegeben, obwohl „101“ erwartet wurde.",
      "status-200",
    ],
  ])("%s", (text, code) => expect(codes(text)).toContain(code));
});

test("the whole name of a field is the beginning of no message", () => {
  expect(codes("invalid/missing Sec-WebSocket-Protocol")).toEqual([]);
  expect(codes("handshake: no Sec-WebSocket-Accept")).toEqual([]);
});
