import { describe, expect, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import type { Conversation } from "../../../../src/core/input/conversation.ts";
import { codes, found } from "../found.ts";

describe("HTTP/2 and HTTP/3", () => {
  const CONNECT = [
    ":method: CONNECT",
    ":protocol: websocket",
    ":scheme: https",
    ":path: /chat",
    ":authority: a",
    "sec-websocket-version: 13",
  ];
  const exchange = (request: string[] | null, response?: string): Conversation => ({
    ...(request && { request: latin1([...request, "", ""].join("\r\n")) }),
    ...(response !== undefined && { response: latin1(response) }),
    format: "test",
    exact: true,
    lost: [],
  });
  const GET = ["GET /chat HTTP/2", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
  const ONE = [
    "GET /chat HTTP/1.1",
    "Host: a",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
  ];
  const WITHOUT = "http2-without-extended-connect";
  const FAILED = "http2-extended-connect-failed";

  test.each<[string, Conversation, string[], string | null]>([
    ["Extended CONNECT", exchange(CONNECT), ["http2-extended-connect"], "good"],
    ["and 200", exchange(CONNECT, ":status: 200\r\n\r\n"), ["http2-extended-connect"], "good"],
    ["and 404", exchange(CONNECT, ":status: 404\r\n\r\n"), [FAILED], "error"],
    ["and HTTP/2 405", exchange(CONNECT, "HTTP/2 405 \r\n\r\n"), [FAILED], "error"],
    ["and 101", exchange(CONNECT, ":status: 101\r\n\r\n"), [FAILED], "error"],
    ["no :path", exchange(CONNECT.filter((line) => !/path/.test(line))), [FAILED], "error"],
    ["Connection in it", exchange([...CONNECT, "connection: upgrade"]), [FAILED], "error"],
    ["no version", exchange(CONNECT.slice(0, -1)), [FAILED], "error"],
    ["curl's GET", exchange(GET), [WITHOUT], "error"],
    [
      "over HTTP/3",
      exchange(GET.map((line) => line.replace("HTTP/2", "HTTP/3"))),
      [WITHOUT],
      "error",
    ],
    [
      "pseudo-fields of a GET",
      exchange([":method: GET", ":path: /", "upgrade: websocket"]),
      [WITHOUT],
      "error",
    ],
    ["an answer of HTTP/2", exchange(ONE, "HTTP/2 400 \r\n\r\n"), [WITHOUT], "error"],
    ["HTTP/2 101 by hand", exchange(ONE, "HTTP/2 101 x\r\n\r\n"), [WITHOUT], "warning"],
    ["an answer alone", exchange(null, "HTTP/2 400 \r\n\r\n"), [WITHOUT], "warning"],
    [
      "SETTINGS for an answer",
      exchange(ONE, "\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64"),
      [WITHOUT],
      "error",
    ],
    ["the preface", exchange(["PRI * HTTP/2.0", "", "SM"]), [WITHOUT], "warning"],
    ["a page over HTTP/2", exchange([":method: GET", ":path: /"]), [], null],
    ["HTTP/1.1", exchange(ONE, "HTTP/1.1 400 Bad Request\r\n\r\n"), [], null],
  ])("%s", (_, conversation, expected, level) => {
    const findings = found(conversation);
    const about = findings.filter(({ code }) => code.startsWith("http2-"));
    expect(about.map(({ code }) => code)).toEqual(expected);
    expect(about[0]?.level ?? null).toBe(level);
    expect(findings.map(({ code }) => code)).not.toContain("not-http");
    expect(findings.map(({ code }) => code)).not.toContain("status-200");
  });

  test("a page over HTTP/2 asks for no WebSocket", () => {
    expect(codes(exchange([":method: GET", ":path: /"]))).toEqual(["not-an-upgrade-request"]);
  });
});
