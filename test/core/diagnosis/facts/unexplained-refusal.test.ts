/** Requests in order that were refused, with a reason and without: what may be behind it is never told in the indicative. */
import { describe, expect, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import { draftExchange, draftRequest } from "../../../../src/core/diagnosis/example.ts";
import { rfcExchange, rfcRequest } from "../../../../src/core/diagnosis/rfc-example.ts";
import type { Conversation } from "../../../../src/core/input/conversation.ts";
import { found } from "../found.ts";

const refused = (asked: Conversation, status: string, content = "", fields = ""): Conversation => ({
  ...asked,
  response: latin1(
    `HTTP/1.1 ${status}\r\n${fields}Content-Length: ${content.length}\r\n\r\n${content}`,
  ),
});

const level = (conversation: Conversation, code: string): string | undefined =>
  found(conversation, code)[0]?.level;

describe("a request of hixie-76", () => {
  const code = "generation-mismatch-old-client";
  const asked = draftRequest();

  test.each([
    ["400 Hixie76 protocol not supported", ""],
    ["400 Missing Sec-WebSocket-Version header. Hixie protocols not supported.", ""],
    ["400 Bad Request", "Missing or invalid Sec-WebSocket-Key header"],
    ["426 Upgrade Required", "Missing or invalid Sec-WebSocket-Version"],
  ])("refused with %s %s met a server that says it knows later versions", (status, content) => {
    expect(level(refused(asked, status, content), code)).toBe("error");
  });

  test.each(["400 Bad Request", "426 Upgrade Required", "501 Not Implemented"])(
    "refused with %s and no reason may have",
    (status) => expect(level(refused(asked, status), code)).toBe("warning"),
  );

  test("that gets nothing may have too", () => {
    expect(level({ ...asked, response: latin1("") }, code)).toBe("info");
  });

  test.each([
    ["a page that is not there", refused(asked, "404 Not Found")],
    ["a proxy without its backend", refused(asked, "502 Bad Gateway")],
    ["a 101", draftExchange()],
    [
      "a refusal that it deserves",
      refused(
        draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "129985Y31.P00")),
        "400 Bad Request",
      ),
    ],
    ["a port that speaks TLS", refused(asked, "400 x", "speaking plain HTTP to an SSL-enabled")],
    ["no answer yet", asked],
  ])("is not suspected because of %s", (_, conversation) => {
    expect(found(conversation, code)).toEqual([]);
  });
});

describe("a request of RFC 6455 with a list in Connection", () => {
  const code = "connection-is-a-list";
  const ofFirefox = rfcRequest((text) =>
    text.replace("Connection: Upgrade", "Connection: keep-alive, Upgrade"),
  );

  test.each(["400 Bad Request", "426 Upgrade Required", "501 Not Implemented"])(
    "refused with %s may have met a server that compares it as one word",
    (status) => expect(level(refused(ofFirefox, status), code)).toBe("warning"),
  );

  test("that gets nothing may have too", () => {
    expect(level({ ...ofFirefox, response: latin1("") }, code)).toBe("info");
  });

  test.each([
    ["403", refused(ofFirefox, "403 Forbidden")],
    ["the versions of the server", refused(ofFirefox, "426 x", "", "Sec-WebSocket-Version: 8\r\n")],
    [
      "a 101",
      rfcExchange(
        (text) => text,
        () => latin1Text(ofFirefox),
      ),
    ],
    ["one word alone", refused(rfcRequest(), "400 Bad Request")],
    [
      "Socket.IO, which has reasons of its own",
      refused(
        rfcRequest((text) =>
          text.replace("/chat", "/socket.io/?EIO=4").replace("Connection: ", "Connection: a, "),
        ),
        "400 Bad Request",
      ),
    ],
  ])("is not suspected because of %s", (_, conversation) => {
    expect(found(conversation, code)).toEqual([]);
  });
});

test.each([
  "The plain HTTP request was sent to HTTPS port",
  "You're speaking plain HTTP to an SSL-enabled server port.",
  "Client sent an HTTP request to an HTTPS server.\n",
  "This combination of host and port requires TLS.\r\n",
])("an answer that says “%s” is one of a port that speaks TLS", (content) => {
  const conversation = refused(rfcRequest(), "400 Bad Request", content);
  expect(level(conversation, "plain-to-tls-port")).toBe("error");
});

function latin1Text({ request = latin1("") }: Conversation): string {
  return String.fromCharCode(...request);
}
