import fc from "fast-check";
import { describe, expect, it } from "vitest";
import websocket from "websocket-driver";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { checkResponse, makeRequest } from "../../../src/core/hixie75/client.ts";
import { answer } from "../../../src/core/hixie75/handshake.ts";
import { vector } from "./vectors.ts";

describe("the answer", () => {
  it.each(["h75-spec-bytes", "h75-txwebsocket"])("to %s is the vector's", (id) => {
    const { request, response } = vector(id);
    expect(fromLatin1(answer(request))).toBe(fromLatin1(response));
  });

  it("is that of websocket-driver's own test", () => {
    const request = latin1(
      "GET /socket HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: www.example.com\r\nOrigin: http://www.example.com\r\n\r\n",
    );
    expect(fromLatin1(answer(request))).toBe(fromLatin1(vector("h75-driver").response));
  });

  it("does not mind order and case in what it reads", () => {
    expect(fromLatin1(answer(vector("h75-pp-request").request))).toMatch(
      /^HTTP\/1\.1 101 Web Socket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n/,
    );
  });

  it.each([
    ["h75-pp-connection-bar", "connection-not-upgrade"],
    ["h75-txwebsocket-no-host", "host-missing"],
  ])("to %s is none: %s", (id, code) => {
    expect(() => answer(vector(id).request)).toThrow(new HandshakeError(code));
  });

  it("names the subprotocol that the client asked for", () => {
    const { bytes } = makeRequest({ ...OPENING, protocol: "sample" });
    expect(fromLatin1(answer(bytes))).toMatch(/\r\nWebSocket-Protocol: sample\r\n\r\n$/);
  });

  it("says wss, and leaves out the port that it has anyway, when it is told", () => {
    const { bytes } = makeRequest({ ...OPENING, secure: true, port: 443 });
    expect(fromLatin1(answer(bytes, { secure: true }))).toContain(
      "\r\nWebSocket-Location: wss://example.com/demo\r\n",
    );
    const withPort = latin1(
      fromLatin1(bytes).replace("Host: example.com", "Host: Example.com:443"),
    );
    expect(fromLatin1(answer(withPort, { secure: true }))).toContain("wss://example.com/demo");
    expect(fromLatin1(answer(withPort))).toContain("ws://example.com:443/demo");
  });
});

const OPENING = {
  secure: false,
  host: "example.com",
  port: 80,
  resource: "/demo",
  origin: "http://example.com",
};

describe("websocket-driver", () => {
  it("answers with the same bytes, every one", () => {
    const openings = fc.record({
      secure: fc.constant(false),
      host: fc.constantFrom("example.com", "127.0.0.1"),
      port: fc.constantFrom(80, 443, 8080),
      resource: fc.constantFrom("/", "/demo", "/a?b=c&d"),
      origin: fc.constantFrom("http://example.com", "null", "file://"),
    });
    fc.assert(
      fc.property(openings, (opening) => {
        const sent = makeRequest(opening);
        const driver = websocket.server({ allowDrafts: true });
        const written: Uint8Array[] = [];
        driver.io.on("data", (chunk: Buffer) => written.push(new Uint8Array(chunk)));
        driver.on("connect", () => driver.start());
        driver.parse(Buffer.from(sent.bytes));
        const response = concat(...written);
        expect(fromLatin1(answer(sent.bytes))).toBe(fromLatin1(response));
        expect(checkResponse(sent, response)).toEqual({
          outcome: "accepted",
          end: response.length,
        });
      }),
    );
  });
});
