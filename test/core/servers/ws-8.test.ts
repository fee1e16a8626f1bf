import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { answerAsWs8 } from "../../../src/core/servers/ws-8.ts";
import { ACCEPT, type Change, HIXIE_75, HIXIE_76, KEY, KEY3, request } from "./requests.ts";

test("answers the example of RFC 6455 §1.3", () => {
  const { response, ...answer } = answerAsWs8(request());
  expect(answer).toMatchObject({ server: "ws-8", accepts: true, status: 101, next: "frames" });
  expect(fromLatin1(response)).toBe(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${ACCEPT}\r\n\r\n`,
  );
});

/** All of them seen at ws 8.23.0. */
describe("accepts", () => {
  test.each<[string, Change]>([
    ["no Host", { Host: null }],
    ["two Hosts", { Host: "Host: a\r\nHost: b" }],
    ["any Origin", { Origin: "Origin: \xff" }],
    ["version 8", { Version: "Sec-WebSocket-Version: 8" }],
    ["version 13 as JavaScript reads it", { Version: "Sec-WebSocket-Version: 0xd" }],
    ["extensions that nobody reads", { E: "Sec-WebSocket-Extensions: ;;" }],
    ["a key of other than 16 bytes' base64", { Key: `Sec-WebSocket-Key: ${"+".repeat(22)}==` }],
  ])("%s", (_, change) => {
    expect(answerAsWs8(request(change))).toMatchObject({ accepts: true });
  });

  test("HTTP/1.0", () => {
    expect(answerAsWs8(request({}, { line: "GET / HTTP/1.0" }))).toMatchObject({ accepts: true });
  });
});

const KEY_MESSAGE = "Missing or invalid Sec-WebSocket-Key header";
const VERSION_MESSAGE = "Missing or invalid Sec-WebSocket-Version header";

/** Likewise. */
describe("refuses", () => {
  test.each<[string, Change, string]>([
    ["another protocol", { Upgrade: "Upgrade: h2c" }, "Invalid Upgrade header"],
    ["a list of protocols", { Upgrade: "Upgrade: websocket, h2c" }, "Invalid Upgrade header"],
    ["no key", { Key: null }, KEY_MESSAGE],
    ["a short key", { Key: "Sec-WebSocket-Key: AAECAw==" }, KEY_MESSAGE],
    ["two keys", { Key: `Sec-WebSocket-Key: ${KEY}\r\nSec-WebSocket-Key: ${KEY}` }, KEY_MESSAGE],
    ["no version", { Version: null }, VERSION_MESSAGE],
    ["version 7", { Version: "Sec-WebSocket-Version: 7" }, VERSION_MESSAGE],
    ["two versions", { Version: "Sec-WebSocket-Version: 13, 8" }, VERSION_MESSAGE],
    [
      "a subprotocol twice",
      { P: "Sec-WebSocket-Protocol: a, a" },
      "Invalid Sec-WebSocket-Protocol header",
    ],
  ])("%s", (_, change, message) => {
    expect(answerAsWs8(request(change))).toMatchObject({ status: 400, message, next: "closes" });
  });

  test.each([
    ["hixie-76", HIXIE_76 + KEY3],
    ["hixie-75", HIXIE_75],
  ])("%s, for want of its key", (_, text) => {
    expect(answerAsWs8(latin1(text))).toMatchObject({ status: 400, message: KEY_MESSAGE });
  });

  test("another method, with 405 and before all else", () => {
    const answer = answerAsWs8(request({ Key: null }, { line: "POST / HTTP/1.1" }));
    expect(answer).toMatchObject({ status: 405, message: "Invalid HTTP method" });
  });

  test("a request for no upgrade, with 426", () => {
    expect(answerAsWs8(request({ Connection: null }))).toMatchObject({
      status: 426,
      message: "Upgrade Required",
      next: "keeps",
    });
  });

  test("with the versions that it speaks", () => {
    const { response } = answerAsWs8(request({ Version: null }));
    expect(fromLatin1(response)).toBe(
      `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: 47\r\nSec-WebSocket-Version: 13, 8\r\n\r\n${VERSION_MESSAGE}`,
    );
  });
});

test("takes the first subprotocol", () => {
  const { response } = answerAsWs8(request({ P: "Sec-WebSocket-Protocol: b, a" }));
  expect(fromLatin1(response)).toContain("\r\nSec-WebSocket-Protocol: b\r\n");
});

describe("with permessage-deflate", () => {
  const answer = (list: string) =>
    answerAsWs8(request({ E: `Sec-WebSocket-Extensions: ${list}` }), { perMessageDeflate: true });

  test("takes it when it is offered", () => {
    expect(fromLatin1(answer("x, permessage-deflate").response)).toContain(
      "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n",
    );
    expect(fromLatin1(answer("x").response)).not.toContain("Extensions");
  });

  test("refuses an offer that is amiss", () => {
    expect(answer("permessage-deflate; x")).toMatchObject({
      status: 400,
      message: "Invalid or unacceptable Sec-WebSocket-Extensions header",
    });
  });
});

test("reads what is behind the head as frames", () => {
  const bytes = request({}, { behind: "\x81\x80abcd" });
  expect(answerAsWs8(bytes).behind).toEqual([bytes.length - 6, bytes.length]);
});
