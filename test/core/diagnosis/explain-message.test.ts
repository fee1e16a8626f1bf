import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainMessage, messagesOf } from "../../../src/core/diagnosis/explain-message.ts";
import * as chromium from "../clients/chromium-recordings.ts";
import * as webkit from "../clients/recordings.ts";

const CHROMIUM = [...chromium.GIVEN, ...chromium.OWN];
const WEBKIT = [...webkit.GIVEN, ...webkit.OWN];

interface Message {
  readonly code: string;
  readonly message: string;
}

const FIXTURE = join(import.meta.dirname, "../../fixtures/client-messages.json");
const all: Message[] = JSON.parse(readFileSync(FIXTURE, "utf8"));
/** In parentheses stand symptoms, where nothing is printed; this one says nothing. */
const GENERAL = ["(library specific)"];

const codes = (text: string): string[] => explainMessage(text).flatMap((one) => one.codes);

describe("names the cause of every message that was seen in a report", () => {
  const messages = all.filter(({ message }) => !GENERAL.includes(message));
  test.each(messages)("$message: $code", ({ code, message }) => {
    expect(codes(message)).toContain(code);
  });
});

describe("a message is known in any dress", () => {
  test.each<[string, string, string]>([
    [
      "with what Chrome puts before it",
      "WebSocket connection to 'ws://localhost:8080/' failed: Error during WebSocket handshake: Unexpected response code: 404",
      "status-404",
    ],
    ["with curly quotes", "‘Sec-WebSocket-Location’ header is missing", "location-mismatch"],
    ["in capitals", "INVALID UTF-8 SEQUENCE IN HEADER VALUE", "empty-response-header"],
    ["over two lines", "WebSocket opening handshake\n   timed out", "body-held-by-proxy"],
    [
      "with other values",
      "Error during WebSocket handshake: origin mismatch: http://a.example != *",
      "origin-mismatch",
    ],
    [
      "from Firefox",
      "Firefox can’t establish a connection to the server at wss://example.com/chat.",
      "no-response",
    ],
    [
      "from Firefox, of a connection that was open",
      "The connection to ws://localhost:8080/ was interrupted while the page was loading.",
      "frames-malformed",
    ],
    ["from ws for Node", "Error: Unexpected server response: 503", "status-5xx"],
    [
      "without its quotes",
      "Error during WebSocket handshake: Upgrade header is missing",
      "proxy-stripped-upgrade",
    ],
    [
      "in a string of JSON",
      '{"level":"error","msg":"handshake error: bad \\"Upgrade\\" header"}',
      "proxy-stripped-upgrade",
    ],
    [
      "in French quotes",
      "Error during WebSocket handshake: « Sec-WebSocket-Accept » header is missing",
      "accept-header-missing",
    ],
    [
      "in a string of JSON within another",
      '"{\\"msg\\":\\"handshake error: bad \\\\\\"Upgrade\\\\\\" header\\"}"',
      "proxy-stripped-upgrade",
    ],
    ["with other spaces", "location  mismatch :ws://a/ != ws://b/", "location-mismatch"],
  ])("%s", (_, text, code) => expect(codes(text)).toContain(code));
});

describe("the cause that was found for a message comes first", () => {
  test.each([
    [
      "Sec-WebSocket-Accept header from server didn't match expected value of x",
      "accept-for-other-key",
    ],
    ["Invalid Sec-Websocket-Accept (expected x got nil)", "accept-header-missing"],
    ["draft null refuses handshake: Bad keys", "digest-body-trimmed"],
    ["draft Draft_76 refuses handshake", "origin-missing-in-request"],
    ["draft refuses handshake", "key-without-spaces"],
    [
      'WebSocket protocol error: Key mismatch in "Sec-WebSocket-Accept" header',
      "accept-wrong-guid",
    ],
    ['WebSocket protocol error: No "Connection: upgrade" header', "connection-not-upgrade"],
    ["connect ECONNREFUSED 127.0.0.1:8080", "no-response"],
    ["Error in connection establishment: net::ERR_NAME_NOT_RESOLVED", "no-response"],
    ["http: server gave HTTP response to HTTPS client", "tls-to-plain-port"],
    ["\x1b[31mNot an upgrade request\x1b[0m", "not-an-upgrade-request"],
  ])("%s", (text, code) => expect(explainMessage(text)[0]?.codes[0]).toBe(code));
});

describe("what programs print in words of their own", () => {
  test.each([
    ['Connection header "close" does not contain Upgrade', "proxy-stripped-upgrade"],
    ['Upgrade header "" does not contain websocket', "proxy-stripped-upgrade"],
    ['invalid Sec-WebSocket-Accept "x", key "y"', "accept-wrong-guid"],
    ['unexpected Sec-WebSocket-Protocol from server: "x"', "subprotocol-not-offered"],
    ['request Origin "x" is not authorized for Host "y"', "origin-rejected"],
    ["websocket.Dial ws://x/: bad challenge response", "accept-wrong-guid"],
    ["websocket.Dial ws://x/: bad status", "status-not-101"],
    ["WSServerHandshakeError: 101, message='Invalid challenge response'", "accept-wrong-guid"],
    ["Invalid Sec-WebSocket-Accept hash (was: x, expected: y)", "accept-wrong-guid"],
    ["Protocol(SecWebSocketAcceptKeyMismatch)", "accept-wrong-guid"],
    ["Protocol(MissingUpgradeWebSocketHeader)", "proxy-stripped-upgrade"],
    ["Protocol(WrongHttpVersion)", "http10"],
    ["Missing/Invalid WebSocket headers", "proxy-stripped-upgrade"],
    ["The WebSocket handshake was not HTTP/1.1", "http10"],
    ["The WebSocket handshake method was not GET", "method-not-get"],
    ["The WebSocket handshake was declined by the remote peer", "status-not-101"],
    ["HS: ACCEPT missing", "accept-header-missing"],
    ["error: Expected 101 status code", "status-not-101"],
    ["TypeError: Received network error or non-101 status code.", "status-not-101"],
    ["Connection to 'http://x:0/#' was not upgraded to websocket", "status-not-101"],
    ["HandshakeException: (OS Error: WRONG_VERSION_NUMBER)", "tls-to-plain-port"],
    ["HandshakeException: (OS Error: CERTIFICATE_VERIFY_FAILED)", "tls-cert-rejected"],
    ["net::ERR_CERT_INVALID", "tls-cert-rejected"],
    ["The certificate for this server is invalid.", "tls-cert-rejected"],
    ["Could not connect to the server.", "no-response"],
    ["net::ERR_INTERNET_DISCONNECTED", "no-response"],
    ["curl: (56) Recv failure: Connection reset by peer", "no-response"],
    ["curl: (1) Received HTTP/0.9 when not allowed", "bytes-before-status-line"],
    [
      "curl: (92) HTTP/2 stream 1 was not closed cleanly: PROTOCOL_ERROR",
      "http2-without-extended-connect",
    ],
    ["upstream sent too big header while reading response header", "response-head-too-large"],
    ["upstream connect error or disconnect/reset before headers", "status-5xx"],
    ["Invalid WebSocket frame: RSV2 and RSV3 must be clear", "frames-malformed"],
    ["no close frame received or sent", "frames-malformed"],
    ['{"code":3,"message":"Bad request"}', "status-400-session-or-cors"],
  ])("%s", (text, code) => expect(explainMessage(text)[0]?.codes[0]).toBe(code));

  test("what a page may not open is never sent, and has no cause in the handshake", () => {
    const [first] = explainMessage(
      "Mixed Content: The page at 'https://x/' was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint 'ws://x/'.",
    );
    expect(first?.codes).toEqual([]);
    expect(first?.capture).toContain("nothing to capture");
  });
});

describe("what says little is explained when nothing else in the text is known", () => {
  test.each([
    ["WebSocket connection to 'ws://localhost:3000/cable' failed:", "no-response"],
    [
      "Firefox kann keine Verbindung zu dem Server unter ws://localhost:8080/ aufbauen.",
      "no-response",
    ],
    ['CloseEvent {wasClean: false, code: 1006, reason: ""}', "no-response"],
    ["Error: websocket error at WS.onError", "status-400-session-or-cors"],
  ])("%s", (text, code) => expect(explainMessage(text)[0]?.codes[0]).toBe(code));

  test("and not beside what says more", () => {
    const text =
      "WebSocket connection to 'ws://a/' failed: Error during WebSocket handshake: Unexpected response code: 404";
    expect(explainMessage(text)).toHaveLength(1);
  });
});

test("all that browsers were seen to print is explained", () => {
  const printed = [...CHROMIUM, ...WEBKIT].flatMap(({ console }) => console).filter(Boolean);
  const unknown = printed.filter((text) => explainMessage(text).length === 0);
  expect([...new Set(unknown)]).toEqual([]);
});

describe("a message whose end is missing is known by its beginning", () => {
  const BEGINNINGS: [string, string][] = [
    ["Error during WebSocket handshake: 'Sec-WebSocket-Acc", "accept-header-missing"],
    ["Error during WebSocket handshake: Unexpected respon…", "status-not-101"],
    ["Error during WebSocket handshake: location mismatch: wss://host:8", "location-mismatch"],
    ["Error during WebSocket handshake: Incorrect 'Sec-WebSo...", "accept-wrong-guid"],
    ["client sent invalid method while reading", "tls-to-plain-port"],
  ];
  test.each(BEGINNINGS)("%s", (text, code) => expect(codes(text)).toContain(code));

  test("but not by a few letters, nor by what has another ending", () => {
    expect(codes("Error during WebSocket handshake: Invalid ")).toEqual([]);
    expect(codes("the 'Upgrade' h")).toEqual([]);
    expect(codes("client sent invalid method to us")).toEqual([]);
  });

  test("and not when the whole of another one is there", () => {
    expect(codes("bad MASK. WebSocket opening hand")).toEqual(["unmasked-client-frame"]);
  });
});

describe("a status is known in the words of many", () => {
  test.each([
    ["The server returned status code '403' when status code '101' was expected.", "status-403"],
    ["Expected HTTP 101 response but was '404 Not Found'", "status-404"],
    ["server rejected WebSocket connection: HTTP 403", "status-403"],
    ["Handshake status 502 Bad Gateway", "status-5xx"],
    ["403, message='Invalid response status', url=URL('ws://a/')", "status-403"],
    ["HTTP error: 200 OK", "status-200"],
    ["Unexpected HTTP response status code 401", "status-401-407"],
    ["Invalid status code received: 302 Status line: HTTP/1.1 302 Found", "redirect"],
    ["Response code was not 101: 404.", "status-404"],
    ["The HTTP response from the server [403] did not permit the HTTP upgrade", "status-403"],
    ["Invalid handshake response getStatus: 404 Not Found", "status-404"],
    ["Expected status 101 but got 403", "status-403"],
    ["expected handshake response status code 101 but got 502", "status-5xx"],
    ["unexpected status code: 404", "status-404"],
    ["WebSocketError: Received unexpected status code (400 Bad Request)", "proxy-stripped-upgrade"],
    ["Http(Response { status: 403, version: HTTP/1.1, headers: {} })", "status-403"],
    ["notAnUpgrade(200, [])", "status-200"],
    ["Received bad response code from server: 403.", "status-403"],
    ["curl: (22) The requested URL returned error: 404", "status-404"],
    ["WebSocket connection upgrade failed [400]: BadRequest", "proxy-stripped-upgrade"],
    ["502 Bad Gateway", "status-5xx"],
    ["(403/close)", "status-403"],
    ["404", "status-404"],
    ["HTTP 426: Upgrade Required", "not-an-upgrade-request"],
  ])("%s", (text, code) => expect(explainMessage(text)[0]?.codes[0]).toBe(code));
});

describe("says what those mean that say little", () => {
  test.each([
    ["Firefox can’t establish a connection to the server at ws://localhost:8080/.", "no-response"],
    ["WebSocket network error: The operation couldn’t be completed.", "status-not-101"],
    ["websocket: bad handshake", "status-not-101"],
    ["[core:error] AH00126: Invalid method in request \\x16\\x03\\x01", "tls-to-plain-port"],
    ['"\\x16\\x03\\x01\\x02" 400 157 "-" "-"', "tls-to-plain-port"],
    ["SSL routines:ssl3_get_record:wrong version number", "tls-to-plain-port"],
    ["Error: socket hang up", "no-response"],
    ["Parse Error: Expected HTTP/", "bytes-before-status-line"],
    ["The 'Connection' header value 'close' is invalid.", "connection-not-upgrade"],
  ])("%s", (text, code) => expect(codes(text)).toContain(code));
});

test("a name is not taken for the end of a longer one", () => {
  const [first, ...others] = explainMessage("'Sec-WebSocket-Origin' header is missing");
  expect(first?.message).toBe("'Sec-WebSocket-Origin' header is missing");
  expect(others).toEqual([]);
});

test("says what a mismatch was about", () => {
  const [first] = explainMessage(
    "Error during WebSocket handshake: location mismatch: wss://host:8080/ != ws://host:8080",
  );
  expect(first?.codes).toEqual(["location-mismatch"]);
  expect(first?.detail).toBe(
    "The client's location was “wss://host:8080/”, the server said “ws://host:8080”.",
  );
});

test("the most specific explanation comes first", () => {
  const [first] = explainMessage("HTTP/1.1 400 Hixie76 protocol not supported");
  expect(first?.codes).toEqual(["generation-mismatch-old-client"]);
});

test("a status is said as it was printed", () => {
  const [explanation] = explainMessage("failed: Unexpected response code: 404");
  expect(explanation?.message).toBe("response code: 404");
});

test("what is no message is not explained", () => {
  expect(explainMessage("")).toEqual([]);
  expect(explainMessage("It does not work.")).toEqual([]);
  expect(explainMessage("HTTP/1.1 101 WebSocket Protocol Handshake")).toEqual([]);
});

test("knows what is printed for a cause", () => {
  expect(messagesOf("redirect")).toContain(
    "Error during WebSocket handshake: Unexpected response code: 302",
  );
  expect(messagesOf("empty-response-header")).toEqual(["Invalid UTF-8 sequence in header value"]);
  expect(messagesOf("keys-divide")).toEqual([]);
  const ofChromium = "Incorrect 'Sec-WebSocket-Accept' header value";
  for (const code of ["accept-mismatch", "accept-wrong-guid", "accept-key-trailing-cr"]) {
    expect(messagesOf(code)).toContain(ofChromium);
  }
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void explainMessage(text)));
});

test("each explanation has all its texts", () => {
  for (const { message } of all) {
    for (const { by, meaning, capture } of explainMessage(message)) {
      for (const text of [by, meaning, capture]) expect(text).toMatch(/\S/);
    }
  }
});
