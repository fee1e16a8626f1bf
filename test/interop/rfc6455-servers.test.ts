/** The answer of the reference to random handshakes, against three servers and node:crypto. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromLatin1 } from "../../src/core/bytes/ascii.ts";
import { makeRequest } from "../../src/core/rfc6455/client.ts";
import { answer, GUID } from "../../src/core/rfc6455/handshake.ts";
import { type Kind, RealServer } from "./real-servers.ts";

const nonce = fc.uint8Array({ minLength: 16, maxLength: 16 });
const opening = fc.record({
  secure: fc.constant(false),
  host: fc.constantFrom("example.com", "127.0.0.1", "[::1]"),
  port: fc.constantFrom(80, 8080),
  resource: fc.constantFrom("/", "/chat?x=y", "/%E2%98%83"),
  protocols: fc.uniqueArray(fc.constantFrom("chat", "superchat", "v1.x"), { maxLength: 3 }),
  extensions: fc.constantFrom(null, "permessage-deflate; client_max_window_bits"),
  cookie: fc.constantFrom(null, "a=b; c=d"),
});

function request(wanted: Parameters<typeof makeRequest>[0], nonce: Uint8Array): Uint8Array {
  const left = [...nonce];
  return makeRequest(wanted, () => left.shift()!).bytes;
}

function keyOf(bytes: Uint8Array): string {
  return /^Sec-WebSocket-Key: (.*)\r$/m.exec(fromLatin1(bytes))![1]!;
}

test("node:crypto makes the same accept", () => {
  fc.assert(
    fc.property(opening, nonce, (wanted, nonce) => {
      const bytes = request(wanted, nonce);
      const accept = createHash("sha1")
        .update(keyOf(bytes) + GUID)
        .digest("base64");
      expect(fromLatin1(answer(bytes))).toContain(`\r\nSec-WebSocket-Accept: ${accept}\r\n`);
    }),
  );
});

describe("every byte of the answer is the same from", () => {
  /** That driver was not told of any subprotocol. */
  const KINDS: readonly [Kind, { chooseSubprotocol?: () => null }][] = [
    ["ws-8", {}],
    ["websocket-driver-0.8", { chooseSubprotocol: () => null }],
    ["websocket-1", {}],
  ];
  const servers = new Map<Kind, RealServer>();

  beforeAll(async () => {
    for (const [kind] of KINDS) servers.set(kind, await RealServer.start(kind));
  });
  afterAll(async () => {
    for (const server of servers.values()) await server.stop();
  });

  test.each(KINDS)("%s", async (kind, options) => {
    await fc.assert(
      fc.asyncProperty(opening, nonce, async (wanted, nonce) => {
        const bytes = request(wanted, nonce);
        const { bytes: sent, closed } = await servers.get(kind)!.ask(bytes);
        expect(fromLatin1(sent)).toBe(fromLatin1(answer(bytes, options)));
        expect(closed).toBe(false);
      }),
    );
  });
});
