/** Causes in conversations as they were seen, with the level of each, and what is just short of them. */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { draftExchange, draftRequest, pasted } from "../../../src/core/diagnosis/example.ts";
import type { Level } from "../../../src/core/diagnosis/finding.ts";
import {
  extensionExchange,
  framesExchange,
  rfcExchange,
  rfcRequest,
} from "../../../src/core/diagnosis/rfc-example.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { found } from "./found.ts";

type Case = readonly [what: string, conversation: Conversation, level: Level | null];

/** Null: it is none. */
const CAUSES: Readonly<Record<string, readonly Case[]>> = {
  "chunked-101": [
    ["announced", rfcExchange(adding("Transfer-Encoding: chunked")), "warning"],
    ["a size line before a frame", rfcExchange((text) => `${text}7\r\n\x81\x05hello\r\n`), "error"],
    ["the end of chunks", rfcExchange((text) => `${text}0\r\n\r\n`), "error"],
    ["a size line with the frames", framesExchange({ server: "5;a=b\r\nhello" }), "error"],
    ["a size line before the digest", draftExchange((text) => cut(text, "10\r\n")), "error"],
    ["a frame", rfcExchange((text) => `${text}\x81\x05hello`), null],
    ["a page in chunks", refusal("200 OK", "Transfer-Encoding: chunked", "5\r\nhello\r\n"), null],
  ],
  "header-repeated": [
    ["one subprotocol twice", rfcExchange(adding("Sec-WebSocket-Protocol: chat")), "error"],
    ["cookies", rfcExchange(adding("Set-Cookie: a=b\r\nSet-Cookie: c=d")), null],
    [
      "an offer in two fields",
      rfcRequest((text) => text.replace("chat, superchat", "chat\r\nSec-WebSocket-Protocol: b")),
      null,
    ],
  ],
  "extension-not-offered": [
    [
      "a parameter that was not offered",
      extensionExchange("permessage-deflate", "permessage-deflate; client_max_window_bits=10"),
      "info",
    ],
    [
      "a window that may not be",
      extensionExchange("permessage-deflate", "permessage-deflate; server_max_window_bits=16"),
      "info",
    ],
    ["what was offered", extensionExchange("permessage-deflate", "permessage-deflate"), null],
  ],
  "reason-phrase-differs": [
    ["that of hixie-76", rfcExchange((text) => text.replace("Switching", "WebSocket")), "info"],
    ["another case", rfcExchange((text) => text.replace("Switching", "SWITCHING")), null],
    ["none at all", rfcExchange((text) => text.replace("Switching Protocols", "")), null],
  ],
  "body-not-8-bytes": [
    ["a line end too many", draftRequest((text) => `${text}\r\n`), "warning"],
    ["a NUL too many", draftRequest((text) => `${text}\0`), "warning"],
    [
      "eight characters in UTF-8",
      draftRequest((text) => `${text.slice(0, -3)}\xc3\xa9\xc2\x80\xc3\xbf`),
      "warning",
    ],
    ["a frame behind it", draftRequest((text) => `${text}\0hello\xff`), null],
    ["a close behind it", draftRequest((text) => `${text}\xff\0`), null],
  ],
  "body-dropped-by-http-stack": [
    ["nothing behind the head", draftRequest((text) => text.slice(0, -8)), "info"],
    ["eight bytes", draftRequest(), null],
    [
      "a length that is announced",
      draftRequest((text) =>
        text.slice(0, -8).replace("Upgrade:", "Content-Length: 8\r\nUpgrade:"),
      ),
      null,
    ],
  ],
  "proxy-stripped-upgrade": [
    ["Via beside another Server", refusal("426 x", "Server: Werkzeug\r\nVia: 1.1 a"), "warning"],
    ["no proxy's name", refusal("426 x", "Server: Werkzeug"), null],
    [
      "a proxy that waited for TLS",
      refusal("400 x", "Server: nginx", "The plain HTTP request was sent to HTTPS port"),
      null,
    ],
    [
      "Connection left of a request",
      rfcRequest(() => "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\n\r\n"),
      "warning",
    ],
    [
      "a page",
      rfcRequest(() => "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"),
      null,
    ],
    [
      "an Upgrade to something else",
      rfcRequest(() => "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n"),
      null,
    ],
  ],
  http10: [
    ["a refusal", rfcExchange(() => "HTTP/1.0 400 Bad Request\r\n\r\n"), "warning"],
    ["a refusal in HTTP/1.1", rfcExchange(() => "HTTP/1.1 400 Bad Request\r\n\r\n"), null],
  ],
  "origin-rejected": [
    ["404 to another host's page", refusal("404 Not Found", "Server: a"), "info"],
    ["403 to another host's page", refusal("403 Forbidden", "Server: a"), "warning"],
    ["400 to another host's page", refusal("400 Bad Request", "Server: a"), "warning"],
    ["500", refusal("500 x", "Server: a"), null],
    [
      "400 to a key that is none",
      rfcExchange(
        () => "HTTP/1.1 400 Bad Request\r\n\r\n",
        (text) => text.replace("dGhlIHNhbXBsZSBub25jZQ==", "abc"),
      ),
      null,
    ],
    ["400 of HTTP/2", rfcExchange(() => "HTTP/2 400\r\n\r\n"), null],
    ["403 to a page", { ...refusal("403 Forbidden", "Server: a"), ...plainRequest() }, null],
  ],
  "key-missing": [
    ["neither key nor origin", rfcRequest(without(/Sec-WebSocket-.*\r\n|Origin.*\r\n/g)), "error"],
    ["an origin out of place", rfcRequest(without(/Sec-WebSocket-.*\r\n/g)), "warning"],
    [
      "another order than that of draft 75",
      draftRequest(without(/Sec-WebSocket-.*\r\n|.{8}$/g)),
      "warning",
    ],
  ],
  "hixie-frames-after-rfc6455": [
    [
      "text behind an answer without an accept",
      rfcExchange((text) => `${without(/Sec-WebSocket-A.*\r\n/)(text)}8jKS'y:G*Co,Wxa-`),
      null,
    ],
    ["text behind a right one", rfcExchange((text) => `${text}8jKS'y:G*Co,Wxa-`), "error"],
  ],
  "generation-mismatch-new-client": [
    [
      "a digest alone",
      rfcExchange((text) => `${text.replace(/Sec-WebSocket-A.*\r\n/, "")}8jKS'y:G*Co,Wxa-`),
      "error",
    ],
    [
      "frames without an accept",
      rfcExchange((text) => `${text.replace(/Sec-WebSocket-A.*\r\n/, "")}\x81\x0eeight and eight`),
      null,
    ],
    ["an accept", rfcExchange((text) => `${text}8jKS'y:G*Co,Wxa-`), null],
  ],
};

describe.each(Object.entries(CAUSES))("%s", (code, cases) => {
  test.each(cases)("%s", (_, conversation, level) => {
    expect(found(conversation, code)[0]?.level ?? null).toBe(level);
  });
});

test("a chunk's size line is marked where it stands", () => {
  const exchange = rfcExchange((text) => `${text}7\r\n\x81\x05hello\r\n`);
  expect(found(exchange, "chunked-101")).toMatchObject([{ in: "frames", span: [0, 3] }]);
});

test("a size line that a paste may have made is no error", () => {
  const exchange = rfcExchange((text) => `${text}5\n..1::`);
  const text = pasted(exchange, "replaced-bytes", "Dots stand for bytes.", "serverBytes");
  expect(found(text, "chunked-101")[0]?.level).toBe("warning");
});

test("key3 that was written as UTF-8 is told from bytes too many", () => {
  const body = "caf\xe9\x80\xff12";
  const utf8 = fromLatin1(new TextEncoder().encode(body));
  const [finding] = found(
    draftRequest((text) => text.slice(0, -8) + utf8),
    "body-not-8-bytes",
  );
  expect(finding?.why).toContain("are eight characters");
});

/** One field more, before the last line. */
function adding(field: string): (text: string) => string {
  return (text) => text.replace(/\r\n$/, `${field}\r\n\r\n`);
}

function cut(text: string, before: string): string {
  return `${text.slice(0, -16)}${before}${text.slice(-16)}`;
}

function without(what: RegExp): (text: string) => string {
  return (text) => text.replace(what, "");
}

function plainRequest(): Pick<Conversation, "request"> {
  return { request: latin1("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n") };
}

function refusal(status: string, fields: string, content = ""): Conversation {
  const response = latin1(`HTTP/1.1 ${status}\r\n${fields}\r\n\r\n${content}`);
  return { ...rfcRequest(), response };
}
