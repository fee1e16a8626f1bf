import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { makeRequest } from "../../../src/core/hixie75/client.ts";
import { outOfOrder, readRequest } from "../../../src/core/hixie75/request.ts";
import { readHead } from "../../../src/core/http/head.ts";
import { vector } from "./vectors.ts";

const REQUEST = fromLatin1(
  makeRequest({
    secure: false,
    host: "example.com",
    port: 80,
    resource: "/demo",
    origin: "http://example.com",
    protocol: "sample",
    cookie: "a=b",
  }).bytes,
);

it("a request is taken apart, each part with its place", () => {
  const { resource, host, origin, subprotocol } = readRequest(latin1(REQUEST));
  const parts = [resource, host, origin, subprotocol].map((span) => span && REQUEST.slice(...span));
  expect(parts).toEqual(["/demo", "example.com", "http://example.com", "sample"]);
});

describe("a request is refused", () => {
  it.each([
    ["method-not-get", "GET", "POST"],
    ["lf-line-endings", "\r\nHost", "\nHost"],
    ["upgrade-not-websocket", "Upgrade: WebSocket", "Upgrade: h2c"],
    ["connection-not-upgrade", "Connection: Upgrade", "Connection: keep-alive, Upgrade"],
    ["host-missing", "Host: example.com", "X: y"],
    ["host-invalid", "Host: example.com", "Host: example.com:port"],
    ["origin-missing-in-request", "Origin: http://example.com", "Origin:"],
    ["subprotocol-invalid", "WebSocket-Protocol: sample", "WebSocket-Protocol: "],
    ["subprotocol-invalid", "WebSocket-Protocol: sample", "WebSocket-Protocol: s\u00e4mple"],
  ])("%s, with %j replaced by %j", (code, what, by) => {
    expect(() => readRequest(latin1(REQUEST.replace(what, by)))).toThrow(new HandshakeError(code));
  });

  it("with HandshakeError and no other", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REQUEST.split(/(?<=\n)/))), (lines) => {
        try {
          readRequest(latin1(lines.join("")));
        } catch (error) {
          expect(error).toBeInstanceOf(HandshakeError);
        }
      }),
    );
  });
});

describe("a strict server minds", () => {
  function minded(text: string): string | null {
    const bytes = latin1(text);
    const line = outOfOrder(bytes, readHead(bytes));
    return line && text.slice(...line);
  }

  it("nothing in what a client of draft 75 sends", () => {
    expect(minded(REQUEST)).toBeNull();
    expect(minded(fromLatin1(vector("h75-spec-bytes").request))).toBeNull();
  });

  it.each([
    ["Upgrade: websocket", REQUEST.replace("Upgrade: WebSocket", "Upgrade: websocket")],
    ["Host: example.com", REQUEST.replace("Upgrade: WebSocket\r\n", "Host: example.com\r\n")],
    [
      "Host: example.com",
      fromLatin1(vector("h75-txwebsocket").request).replace(
        /Host.*/s,
        "Origin: a\r\nHost: example.com\r\n\r\n",
      ),
    ],
    ["X: y", REQUEST.replace("Cookie: a=b", "X: y")],
  ])("%s, where it stands", (line, text) => {
    expect(minded(text)).toBe(line);
  });
});
