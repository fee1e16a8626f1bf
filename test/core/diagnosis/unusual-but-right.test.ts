/** What drafts and RFCs allow and few do: no finding may call it an error, and the verdict is for it. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { draftExchange } from "../../../src/core/diagnosis/example.ts";
import { rfcExchange } from "../../../src/core/diagnosis/rfc-example.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";

const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
const ACCEPT = createHash("sha1")
  .update(`${KEY}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
  .digest("base64");

interface Parts {
  readonly target?: string;
  readonly asked?: readonly string[];
  readonly status?: string;
  readonly answered?: readonly string[];
  readonly frames?: string;
}

const ASKED = ["Host: example.com", "Upgrade: websocket", "Connection: Upgrade"];
const ANSWERED = ["Upgrade: websocket", "Connection: Upgrade", `Sec-WebSocket-Accept: ${ACCEPT}`];
const KEY_AND_VERSION = [`Sec-WebSocket-Key: ${KEY}`, "Sec-WebSocket-Version: 13"];

function exchange({ target = "/chat", asked = ASKED, status, answered, frames = "" }: Parts) {
  const request = [`GET ${target} HTTP/1.1`, ...asked, ...KEY_AND_VERSION, "", ""];
  const response = [status ?? "HTTP/1.1 101 Switching Protocols", ...(answered ?? ANSWERED)];
  return {
    request: latin1(request.join("\r\n")),
    response: latin1(`${response.join("\r\n")}\r\n\r\n${frames}`),
    format: "raw bytes",
    exact: true,
    lost: [],
  } satisfies Conversation;
}

/** With one more field in each message. */
const agreed = (asked: string, answered: string): Parts => ({
  asked: [...ASKED, asked],
  answered: [...ANSWERED, answered],
});
const DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate";

function expectRight(conversation: Conversation): void {
  const { findings, verdict } = diagnose(conversation, { secure: false });
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  expect(verdict).toBe("accept");
}

describe("RFC 6455", () => {
  test.each<[string, Parts]>([
    [
      "Connection is a list, in any case",
      { asked: ["Host: a", "Upgrade: WebSocket", "Connection: keep-alive,upgrade"] },
    ],
    [
      "Connection comes in two fields",
      { asked: ["Host: a", "Upgrade: websocket", "Connection: keep-alive", "Connection: Upgrade"] },
    ],
    [
      "Upgrade offers another protocol, too",
      { asked: ["Host: a", "Upgrade: websocket, h2c", "Connection: Upgrade"] },
    ],
    ["the whole URL is the target", { target: "http://example.com/chat" }],
    ["a query with brackets", { target: "/chat?x=%20y&z=[1]" }],
    ["an address of IPv6", { asked: ["Host: [2001:db8::1]:9000", ...ASKED.slice(1)] }],
    ["an underscore in Host", { asked: ["Host: my_service:8080", ...ASKED.slice(1)] }],
    ["an Expect and a TE", { asked: [...ASKED, "Expect: 100-continue", "TE: trailers"] }],
    ["an empty reason phrase", { status: "HTTP/1.1 101 " }],
    ["a reason phrase of hixie-76", { status: "HTTP/1.1 101 Web Socket Protocol Handshake" }],
    [
      "white space around values",
      { answered: ANSWERED.map((line) => `${line.replace(": ", ":\t ")} `) },
    ],
    [
      "no white space behind the colons",
      { answered: ANSWERED.map((line) => line.replace(": ", ":")) },
    ],
    [
      "names in lower case",
      { answered: ANSWERED.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase())) },
    ],
    [
      "a field twice that is none of the handshake's",
      { answered: [...ANSWERED, "Set-Cookie: a=b", "Set-Cookie: c=d"] },
    ],
    ["Latin-1 in a field that nobody reads", { answered: [...ANSWERED, "X-Name: \xe9"] }],
    [
      "the second subprotocol",
      agreed("Sec-WebSocket-Protocol: chat, v2", "Sec-WebSocket-Protocol: v2"),
    ],
    ["compression", agreed(DEFLATE, DEFLATE)],
    [
      "a window in quotes",
      agreed(`${DEFLATE}; client_max_window_bits`, `${DEFLATE}; client_max_window_bits="12"`),
    ],
    [
      "a window that the server limits unasked",
      agreed(DEFLATE, `${DEFLATE}; server_max_window_bits=12`),
    ],
    [
      "no takeover of the client's context, unasked",
      agreed(DEFLATE, `${DEFLATE}; client_no_context_takeover`),
    ],
    [
      "the second of two offers",
      agreed(`${DEFLATE}; server_max_window_bits=10, permessage-deflate`, DEFLATE),
    ],
    [
      "an extension of somebody's own",
      agreed("Sec-WebSocket-Extensions: x-own", "Sec-WebSocket-Extensions: x-own"),
    ],
    [
      "a compressed frame",
      { ...agreed(DEFLATE, DEFLATE), frames: "\xc1\x07\xf2\x48\xcd\xc9\xc9\x07\x00" },
    ],
    ["a ping within a message", { frames: "\x01\x01h\x89\x00\x80\x01i" }],
    ["a close at once", { frames: "\x88\x02\x03\xe8" }],
    ["a frame that has not ended", { frames: "\x81\x05he" }],
  ])("%s", (_, parts) => expectRight(exchange(parts)));

  test("its example", () => expectRight(rfcExchange()));
});

describe("hixie-76", () => {
  test.each<[string, (text: string) => string]>([
    [
      "another reason phrase",
      (text) => text.replace("WebSocket Protocol Handshake", "Switching Protocols"),
    ],
    ["frames behind the digest", (text) => `${text}\x00hi\xff\xff\x00`],
    [
      "fields of the server's own",
      (text) => text.replace("\r\n\r\n", "\r\nServer: x\r\nSet-Cookie: a=b\r\n\r\n"),
    ],
    ["names in lower case", (text) => text.replace(/^[\w-]+:/gm, (name) => name.toLowerCase())],
  ])("%s", (_, change) => expectRight(draftExchange(change)));
});
