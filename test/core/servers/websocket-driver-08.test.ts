import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { answerAsWebsocketDriver08 as answer } from "../../../src/core/servers/websocket-driver-08.ts";
import { ACCEPT, type Change, HIXIE_75, HIXIE_76, KEY3, request } from "./requests.ts";

test("answers the example of RFC 6455 §1.3", () => {
  const { response, ...rest } = answer(request());
  expect(rest).toMatchObject({ server: "websocket-driver-0.8", accepts: true, next: "frames" });
  expect(fromLatin1(response)).toBe(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${ACCEPT}\r\n\r\n`,
  );
});

/** All of them seen at websocket-driver 0.8.0. */
describe("accepts", () => {
  test.each<[string, Change]>([
    ["no Host", { Host: null }],
    ["any key", { Key: "Sec-WebSocket-Key: x" }],
    ["an empty key", { Key: "Sec-WebSocket-Key:" }],
    ["subprotocols of any form", { P: "Sec-WebSocket-Protocol: a b,," }],
    ["a line without a colon", { X: "X" }],
    ["a line that goes on", { Upgrade: "Upgrade:\r\n websocket" }],
    ["quotes around no token", { E: 'Sec-WebSocket-Extensions: a; b = "c, d"' }],
    ["a head of 16 KiB", { X: `X: ${"a".repeat(16_384)}` }],
  ])("%s", (_, change) => {
    expect(answer(request(change))).toMatchObject({ accepts: true });
  });

  test("LF alone", () => {
    const bytes = latin1(fromLatin1(request()).replaceAll("\r\n", "\n"));
    expect(answer(bytes)).toMatchObject({ accepts: true });
  });
});

/** Likewise. */
describe("refuses", () => {
  test.each<[string, Change, string]>([
    ["no Upgrade", { Upgrade: null }, "Not a WebSocket request"],
    ["a list of protocols", { Upgrade: "Upgrade: websocket, h2c" }, "Not a WebSocket request"],
    ["no Connection", { Connection: null }, "Not a WebSocket request"],
    ["version 8", { Version: "Sec-WebSocket-Version: 8" }, "Unsupported WebSocket version: 8"],
    ["no version", { Version: null }, "Unsupported WebSocket version: undefined"],
    ["no key", { Key: null }, "Missing handshake request header: Sec-WebSocket-Key"],
    [
      "extensions that are malformed",
      { E: "Sec-WebSocket-Extensions: ;;" },
      "Invalid Sec-WebSocket-Extensions header: ;;",
    ],
  ])("%s", (_, change, message) => {
    const { response, ...rest } = answer(request(change));
    expect(rest).toMatchObject({ status: 400, message, next: "closes" });
    expect(fromLatin1(response)).toBe(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: ${message.length}\r\n\r\n${message}`,
    );
  });
});

test("waits for the blank line", () => {
  expect(answer(request().subarray(0, -2))).toMatchObject({ status: null, next: "waits" });
});

test("hangs on a length below zero that leads back", () => {
  const text = "GET / HTTP/1.1\r\nContent-Length: -40\r\n\r\nx";
  expect(answer(latin1(text))).toMatchObject({ status: null, next: "hangs" });
});

describe("frames that come with the head", () => {
  test.each<[string, string, string]>([
    ["a ping", "\x89\x80abcd", "frames"],
    ["half a frame", "\x81", "frames"],
    ["one without a mask", "\x81\x05hello", "closes"],
    ["a whole message", "\x81\x85abcdhello", "crashes"],
  ])("%s", (_, behind, next) => {
    const bytes = request({}, { behind });
    expect(answer(bytes)).toMatchObject({
      next,
      behind: next === "frames" ? [bytes.length - behind.length, bytes.length] : null,
    });
  });
});

describe("older clients", () => {
  test("of hixie-76 it hangs up on: the eight bytes are no frame", () => {
    expect(answer(latin1(HIXIE_76 + KEY3))).toMatchObject({ status: null, next: "closes" });
  });

  test("of hixie-75 it takes for clients without a version", () => {
    expect(answer(latin1(HIXIE_75))).toMatchObject({
      message: "Unsupported WebSocket version: undefined",
    });
  });

  test("are answered when drafts are allowed", () => {
    const allowDrafts = { allowDrafts: true };
    expect(answer(latin1(HIXIE_76 + KEY3), allowDrafts)).toMatchObject({
      server: "websocket-driver-0.8-drafts",
      accepts: true,
    });
    expect(answer(latin1(HIXIE_75), allowDrafts)).toMatchObject({ accepts: true });
    expect(answer(request({ Key: null }), allowDrafts)).toMatchObject({
      message: "Missing handshake request header: Sec-WebSocket-Key",
    });
  });

  test("are told by fields that are not empty", () => {
    const change = { Key: "Sec-WebSocket-Key:", Version: null };
    const { response } = answer(request(change), { allowDrafts: true });
    expect(fromLatin1(response)).toMatch(/^HTTP\/1.1 101 Web Socket Protocol Handshake/);
  });
});
