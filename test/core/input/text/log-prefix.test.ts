/** What stands between and behind the lines of a message in a log is taken for none of them. */
import { describe, expect, test } from "vitest";
import { readPaste } from "../../../../src/core/input/read-paste.ts";

const decoder = new TextDecoder();
const linesOf = (bytes: Uint8Array | undefined): string[] =>
  decoder.decode(bytes).trimEnd().split("\r\n");

const REQUEST = [
  "GET /chat HTTP/1.1",
  "Host: a:8000",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Version: 13",
];
const ANSWER = ["HTTP/1.0 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];

describe("messages that a log indents end where its own lines begin again", () => {
  const indented = (lines: readonly string[]) => lines.map((line) => `${" ".repeat(26)}${line}`);
  const log = (margin: string, answer: readonly string[]) =>
    [
      "10/28/2015 22:01:43|Debug|WebSocket.sendHandshakeRequest|A request to the server:",
      ...indented(REQUEST),
      "10/28/2015 22:01:43|Debug|WebSocket.sendHandshakeRequest|A response to this request:",
      ...indented(answer),
      "10/28/2015 22:01:43|Fatal|WebSocket.connect|Not a WebSocket connection response.",
      "10/28/2015 22:01:44|Trace|WebSocket.close|Start closing the connection.",
    ]
      .map((line) => `${margin}${line}`)
      .join("\n");

  test.each([
    ["", ANSWER],
    ["    ", ANSWER],
    ["    ", ["HTTP/1.1 403 Forbidden"]],
  ])("with %j before every line, and %j", (margin, answer) => {
    const [first, ...others] = readPaste(log(margin, answer));
    expect(others).toEqual([]);
    expect(linesOf(first?.request)).toEqual(REQUEST);
    expect(linesOf(first?.response)).toEqual(answer);
    expect(first?.lost.map(({ what }) => what)).toContain("cut");
  });

  test("but a line of the head that lost its margin is one of it", () => {
    const [start = "", ...fields] = REQUEST.map((line) => `  ${line}`);
    const [first] = readPaste([start, ...fields, "Origin: http://a", "", ""].join("\n"));
    expect(linesOf(first?.request)).toEqual([...REQUEST, "Origin: http://a"]);
  });
});

describe("a line of another part of the program", () => {
  const PREFIX = "17:18:39.920 -> [WS-Client][handleHeader] RX:";

  test("between a status line and its fields is left out", () => {
    const lines = [
      `${PREFIX}HTTP/1.1 400 BAD REQUEST`,
      '17:18:40.376 -> ["event",{"now":30001}]',
      `${PREFIX}Content-Type: text/plain`,
      `${PREFIX}Content-Length: 0`,
    ];
    const [first] = readPaste(lines.join("\n"));
    expect(linesOf(first?.response)).toEqual([
      "HTTP/1.1 400 BAD REQUEST",
      "Content-Type: text/plain",
      "Content-Length: 0",
    ]);
  });

  test("behind a status line without fields is none of them", () => {
    const lines = [
      "[WS-Client][handleHeader] RX: HTTP/1.1 426 Upgrade Required",
      "[WS-Client] connection lost.",
      "[WSc] Disconnected!",
    ];
    const [first] = readPaste([...REQUEST, "", ...lines].join("\n"));
    expect(linesOf(first?.response)).toEqual(["HTTP/1.1 426 Upgrade Required"]);
  });

  test("but a field without its colon stays, as it may have been sent", () => {
    const [first] = readPaste(
      [
        "Response: HTTP/1.1 101 Switching Protocols",
        "Upgrade websocket",
        "Connection: Upgrade",
      ].join("\n"),
    );
    expect(linesOf(first?.response)).toContain("Upgrade websocket");
  });
});
