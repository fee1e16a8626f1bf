/** Handshakes of hixie-75 against websocket-driver 0.8, which still answers them when it is told to. */
import fc from "fast-check";
import { expect, test } from "vitest";
import websocket from "websocket-driver";
import { concat, fromLatin1 } from "../../src/core/bytes/ascii.ts";
import { checkResponse, makeRequest } from "../../src/core/hixie75/client.ts";
import { answer } from "../../src/core/hixie75/handshake.ts";

/** Without a subprotocol, which that driver never hands back. */
const opening = fc.record({
  secure: fc.constant(false),
  host: fc.constantFrom("example.com", "Example.com", "127.0.0.1"),
  port: fc.constantFrom(80, 443, 8080),
  resource: fc.constantFrom("/", "/demo", "/a?b=c&d"),
  origin: fc.constantFrom("http://example.com", "http://Example.com:8080", "null", "file://"),
  cookie: fc.constantFrom(null, "a=b"),
});

test("the answer is the same, every byte of it, and the client takes it", () => {
  fc.assert(
    fc.property(opening, (wanted) => {
      const request = makeRequest(wanted);
      const driver = websocket.server({ allowDrafts: true });
      const written: Uint8Array[] = [];
      driver.io.on("data", (chunk: Buffer) => written.push(new Uint8Array(chunk)));
      driver.on("connect", () => driver.start());
      driver.parse(Buffer.from(request.bytes));
      const response = concat(...written);
      expect(fromLatin1(response)).toBe(fromLatin1(answer(request.bytes)));
      expect(checkResponse(request, response)).toEqual({
        outcome: "accepted",
        end: response.length,
      });
    }),
  );
});
