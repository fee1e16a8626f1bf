import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { accepts, refuses } from "../../../src/core/servers/answer.ts";
import { type Application, joinFields, serveOnNode } from "../../../src/core/servers/node-http.ts";
import { type Change, request } from "./requests.ts";

const APPLICATION: Application = {
  plain: { status: 426, reason: "Upgrade Required", body: "Hi", rule: "it says hi." },
  upgrade: ({ method }) =>
    method === "GET" ? accepts("101", "welcome.") : refuses(405, "405", "no", "not that."),
};

function serve(bytes: Uint8Array, application = APPLICATION): readonly unknown[] {
  const { status, response, next } = serveOnNode(bytes, application);
  return [status, fromLatin1(response), next];
}

const PLAIN: Change = { Connection: null };
const HI =
  "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 2\r\nContent-Type: text/plain\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\nHi";
const BAD = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";

describe("before its application", () => {
  test.each<[string, Uint8Array, readonly unknown[]]>([
    ["waits for the blank line", request().subarray(0, -2), [null, "", "waits"]],
    ["refuses what is no HTTP", latin1("\x16\x03\x01"), [400, BAD, "closes"]],
    [
      "refuses a large head",
      request({ X: `X: ${"a".repeat(16_384)}` }),
      [431, "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n", "closes"],
    ],
    ["hangs up on CONNECT", request({}, { line: "CONNECT a:80 HTTP/1.1" }), [null, "", "closes"]],
    [
      "refuses HTTP/1.1 without Host",
      request({ ...PLAIN, Host: null }),
      [400, `${BAD.slice(0, -2)}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, "closes"],
    ],
    [
      "refuses an Expect that it does not know",
      request({ ...PLAIN, Expect: "Expect: x" }),
      [
        417,
        "HTTP/1.1 417 Expectation Failed\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "keeps",
      ],
    ],
  ])("%s", (_, bytes, expected) => {
    expect(serve(bytes)).toEqual(expected);
  });
});

describe("a request for no upgrade", () => {
  test.each<[string, Uint8Array, readonly unknown[]]>([
    ["gets the application's answer", request(PLAIN), [426, HI, "keeps"]],
    [
      "of HEAD gets no body",
      request(PLAIN, { line: "HEAD / HTTP/1.1" }),
      [426, HI.slice(0, -2), "keeps"],
    ],
    [
      "is told to go on first",
      request({ ...PLAIN, Expect: "Expect: 100-Continue" }),
      [426, `HTTP/1.1 100 Continue\r\n\r\n${HI}`, "keeps"],
    ],
    [
      "of HTTP/1.0 is closed",
      request(PLAIN, { line: "GET / HTTP/1.0" }),
      [426, HI.replace("keep-alive\r\nKeep-Alive: timeout=5", "close"), "closes"],
    ],
    ["may have another behind it", concat(request(PLAIN), request(PLAIN)), [426, HI + HI, "keeps"]],
    [
      "may have an upgrade behind it",
      concat(request(PLAIN), request()),
      [101, `${HI}101`, "frames"],
    ],
    ["is closed by a fault behind it", concat(request(PLAIN), "junk"), [426, HI, "closes"]],
    [
      "is closed by a fault behind the one behind it",
      concat(request(PLAIN), request(PLAIN), "junk"),
      [426, HI, "closes"],
    ],
    [
      "is told of a fault behind its body",
      concat(request({ ...PLAIN, L: "Content-Length: 2" }), "okjunk"),
      [400, HI + BAD, "closes"],
    ],
    [
      "is closed by a coding that it does not know",
      request({ ...PLAIN, T: "Transfer-Encoding: gzip" }),
      [426, HI, "closes"],
    ],
    [
      "is told of a fault in its chunks",
      concat(request({ ...PLAIN, T: "Transfer-Encoding: chunked" }), "2\r\nok\r\nx"),
      [400, HI + BAD, "closes"],
    ],
  ])("%s", (_, bytes, expected) => {
    expect(serve(bytes)).toEqual(expected);
  });

  test("has a body of no length only where it can be chunked", () => {
    const plain = { status: 404, reason: "Not Found", body: null, rule: "no." };
    const application = { ...APPLICATION, plain };
    const http10 = request({ Connection: "Connection: keep-alive" }, { line: "GET / HTTP/1.0" });
    expect(serve(http10, application)).toEqual([
      404,
      "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n",
      "closes",
    ]);
    expect(serve(request(PLAIN), application)[1]).toMatch(/chunked\r\n\r\n0\r\n\r\n$/);
  });

  test("is told which half it lacks", () => {
    const rule = (change: Change) => serveOnNode(request(change), APPLICATION).rule;
    expect(rule({ Connection: null })).toMatch(/^Connection does not say "upgrade".*it says hi\.$/);
    expect(rule({ Upgrade: null })).toMatch(/^Upgrade is missing/);
  });
});

describe("an upgrade", () => {
  test("goes to the application without Host, in HTTP/1.0 and with a length", () => {
    const change = { Host: null, L: "Content-Length: 8" };
    const bytes = request(change, { line: "GET / HTTP/1.0", behind: "12345678" });
    expect(serveOnNode(bytes, APPLICATION)).toMatchObject({
      next: "frames",
      behind: [bytes.length - 8, bytes.length],
    });
  });

  test("that is refused has no frames behind it", () => {
    const bytes = request({}, { line: "POST / HTTP/1.1", behind: "12345678" });
    expect(serveOnNode(bytes, APPLICATION)).toMatchObject({ status: 405, behind: null });
  });
});

describe("fields with the same name", () => {
  test.each([
    ["Sec-WebSocket-Key", "a, b"],
    ["Upgrade", "a, b"],
    ["Cookie", "a; b"],
    ["Host", "a"],
    ["CONTENT-LENGTH", "a"],
  ])("%s become %j", (name, value) => {
    const fields = [
      { name, value: "a" },
      { name: name.toUpperCase(), value: "b" },
    ];
    expect([...joinFields(fields)]).toEqual([[name.toLowerCase(), value]]);
  });

  test("are dropped behind the thousandth field", () => {
    const fields = Array.from({ length: 1001 }, (_, index) => ({ name: `x${index}`, value: "" }));
    expect(joinFields(fields).size).toBe(1000);
  });
});
