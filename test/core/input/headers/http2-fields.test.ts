import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromLatin1 } from "../../../../src/core/bytes/ascii.ts";
import { recogniseAnswer, recogniseGeneration } from "../../../../src/core/generation.ts";
import { readHead } from "../../../../src/core/http/head.ts";
import type { Conversation } from "../../../../src/core/input/conversation.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";

/** RFC 8441 §5.1. */
const CONNECT =
  ":method: CONNECT\r\n:protocol: websocket\r\n:scheme: https\r\n:path: /chat\r\n:authority: server.example.com\r\nsec-websocket-version: 13\r\n\r\n";
const OK = ":status: 200\r\nsec-websocket-protocol: chat\r\n\r\n";

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && fromLatin1(bytes);

function read(paste: string): Conversation {
  const [conversation] = readPaste(paste);
  return conversation ?? expect.fail("nothing was read");
}

describe("reads the head of a request", () => {
  test.each<[string, string]>([
    ["as lines", CONNECT],
    ["with LF", CONNECT.replaceAll("\r\n", "\n")],
    ["as RFC 8441 prints it", CONNECT.replace(/^(:?[a-z-]+): /gm, "$1 = ")],
    ["as nghttp -v indents it", CONNECT.replace(/^(?=.)/gm, "          ")],
    ["as Wireshark names it", CONNECT.replace(/^(?=.)/gm, "        Header: ")],
    ["as curl -v brackets it", CONNECT.replace(/^(.+)\r/gm, "* [HTTP/2] [1] [$1]\r")],
    ["as a log with times", CONNECT.replace(/^(?=.)/gm, "[  0.010] send ")],
    ["as a panel, names and values on lines of their own", CONNECT.replaceAll(": ", "\n")],
    ["as a panel, with colons", CONNECT.replaceAll(": ", ":\n")],
    [
      "as an object of Node's http2",
      `{ ${CONNECT.trim()
        .split("\r\n")
        .map((line) => line.replace(/^(:?[a-z-]+): (.*)$/, "'$1': '$2'"))
        .join(", ")} }`,
    ],
  ])("%s", (_, paste) => {
    const { request, exact } = read(paste);
    expect(text(request)).toBe(CONNECT);
    expect(exact).toBe(false);
  });

  it("and the answer behind it", () => {
    const nghttp = `[  0.010] send HEADERS\n${CONNECT.trim().replace(/^(?=.)/gm, "    ")}\n[  0.020] recv (stream_id=13) :status: 200\n[  0.031] recv (stream_id=13) sec-websocket-protocol: chat\n`;
    for (const paste of [CONNECT + OK, nghttp]) {
      const { request, response } = read(paste);
      expect([text(request), text(response)]).toEqual([CONNECT, OK]);
    }
  });

  it("with the pseudo-fields first, though a panel sorts them", () => {
    const { request } = read("accept\n*/*\n:method\nGET\nupgrade\nwebsocket\n");
    expect(text(request)).toBe(":method: GET\r\nupgrade: websocket\r\n\r\n");
  });
});

test("reads the next request as another conversation", () => {
  const [first, second] = readPaste(`${CONNECT.trim()}\n${CONNECT.replace("/chat", "/other")}`);
  expect(text(first?.request)).toBe(CONNECT);
  expect(text(second?.request)).toContain(":path: /other");
});

test("leaves HTTP/1 to its own readers", () => {
  const request = "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n";
  expect(text(read(`${request}\n:method of the websocket\n`).request)).toContain("GET /chat");
});

describe("a head that begins with pseudo-fields is HTTP", () => {
  const bytes = (head: string) => new TextEncoder().encode(head);

  test.each([
    CONNECT,
    ":method: GET\r\n\r\n",
    ":authority: a\r\nsec-websocket-version: 13\r\n\r\n",
  ])("%j", (head) => {
    expect(recogniseGeneration(bytes(head))).toMatchObject({ generation: "http" });
  });

  test("in an answer too", () => {
    const head = bytes(OK);
    expect(recogniseAnswer(head, readHead(head))).toMatchObject({ generation: "http" });
  });

  test.each([":", ": x\r\n", ":Method: GET\r\n\r\n", ":method"])("not %j", (head) => {
    expect(recogniseGeneration(bytes(head)).generation).toBe("unknown");
  });
});

test("no text makes it throw", () => {
  const piece = fc.oneof(
    fc.constantFrom(":method", ":status", ": ", " = ", "\n", "[", "]", "websocket", "GET", "a-b"),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      readPaste(`${pieces.join("")} websocket :method: GET`);
    }),
  );
});
