import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { answerAsWebsocket1 } from "../../../src/core/servers/websocket-1.ts";
import { ACCEPT, type Change, HIXIE_76, KEY3, request } from "./requests.ts";

test("answers the example of RFC 6455 §1.3, and hands Origin back", () => {
  const { response, ...answer } = answerAsWebsocket1(request({ O: "Origin: http://a" }));
  expect(answer).toMatchObject({ server: "websocket-1", accepts: true, next: "frames" });
  expect(fromLatin1(response)).toBe(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${ACCEPT}\r\nOrigin: http://a\r\n\r\n`,
  );
});

/** All of them seen at websocket 1.0.35. */
describe("accepts", () => {
  test.each<[string, Change]>([
    ["another protocol", { Upgrade: "Upgrade: h2c" }],
    ["any key", { Key: "Sec-WebSocket-Key: x" }],
    ["what begins with 13", { Version: "Sec-WebSocket-Version: 13, 8" }],
    ["a subprotocol twice", { P: "Sec-WebSocket-Protocol: a, a" }],
    ["extensions of any form", { E: "Sec-WebSocket-Extensions: ;;" }],
  ])("%s", (_, change) => {
    expect(answerAsWebsocket1(request(change))).toMatchObject({ accepts: true });
  });

  test("another method", () => {
    const bytes = request({}, { line: "POST / HTTP/1.1" });
    expect(answerAsWebsocket1(bytes)).toMatchObject({ accepts: true });
  });
});

/** Likewise. */
describe("refuses", () => {
  test.each<[string, Change, number, string]>([
    ["no Host", { Host: null }, 400, "Client must provide a Host header."],
    ["no key", { Key: null }, 400, "Client must provide a value for Sec-WebSocket-Key."],
    [
      "no version",
      { Version: null },
      400,
      "Client must provide a value for Sec-WebSocket-Version.",
    ],
    [
      "version 7",
      { Version: "Sec-WebSocket-Version: 7" },
      426,
      "Unsupported websocket client version: 7Only versions 8 and 13 are supported.",
    ],
    ["a cookie that cannot be decoded", { C: "Cookie: a=%zz" }, 400, "URI malformed"],
    ["the same in quotes", { C: 'Cookie: b; a="%e9"' }, 400, "URI malformed"],
  ])("%s", (_, change, status, message) => {
    expect(answerAsWebsocket1(request(change))).toMatchObject({ status, message, next: "closes" });
  });

  test("a target that is no URL", () => {
    const bytes = request({}, { line: "GET http://a[b/ HTTP/1.1" });
    expect(answerAsWebsocket1(bytes)).toMatchObject({ status: 400, message: "Invalid URL" });
  });

  test("hixie-76, for want of its key", () => {
    expect(answerAsWebsocket1(latin1(HIXIE_76 + KEY3))).toMatchObject({
      message: "Client must provide a value for Sec-WebSocket-Key.",
    });
  });

  test("a request for no upgrade as its application does", () => {
    expect(answerAsWebsocket1(request({ Upgrade: null }))).toMatchObject({ status: 404 });
  });

  test("all of them while nobody accepts", () => {
    expect(answerAsWebsocket1(request(), { autoAcceptConnections: false })).toMatchObject({
      status: 404,
      message: "No handler is configured to accept the connection.",
    });
  });
});

describe("the first subprotocol", () => {
  test.each([
    ["a, b", "a"],
    ["Chat, CHAT, b", "CHAT"],
    ["constructor", "constructor"],
  ])("of %j is answered as %j", (list, name) => {
    const { response } = answerAsWebsocket1(request({ P: `Sec-WebSocket-Protocol: ${list}` }));
    expect(fromLatin1(response)).toContain(`\r\nSec-WebSocket-Protocol: ${name}\r\n`);
  });

  test.each([
    ["a b", 500],
    ['"a", b', 500],
    ["__Proto__, a", null],
  ])("of %j ends the process, with the status %s", (list, status) => {
    const bytes = request({ P: `Sec-WebSocket-Protocol: ${list}` });
    expect(answerAsWebsocket1(bytes)).toMatchObject({ status, next: "crashes" });
  });

  test("is missing when it is empty", () => {
    const { response } = answerAsWebsocket1(request({ P: "Sec-WebSocket-Protocol: , a" }));
    expect(fromLatin1(response)).not.toContain("Protocol:");
  });
});

test("hands the origin of version 8 back under its own name", () => {
  const change = { Version: "Sec-WebSocket-Version: 8", O: "Sec-WebSocket-Origin: o" };
  const { response } = answerAsWebsocket1(request(change));
  expect(fromLatin1(response)).toContain("\r\nSec-WebSocket-Origin: o\r\n");
});
