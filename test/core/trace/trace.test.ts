import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer } from "../../../src/core/answer.ts";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { type Generation, recogniseGeneration } from "../../../src/core/generation.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import type { Step } from "../../../src/core/trace/step.ts";
import { STEP_IDS } from "../../../src/core/trace/step.ts";
import { trace } from "../../../src/core/trace/trace.ts";

const KEYED = [
  "GET /chat HTTP/1.1",
  "Host: server.example.com:8080",
  "Upgrade: websocket",
  "Connection: keep-alive, Upgrade",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Origin: http://a.example",
  "Sec-WebSocket-Origin: http://example.com",
  "Sec-WebSocket-Protocol: chat, superchat",
];

const REQUESTS: readonly (readonly [Generation, readonly string[], string])[] = [
  [
    "hixie-75",
    [
      "GET /demo HTTP/1.1",
      "Upgrade: WebSocket",
      "Connection: Upgrade",
      "Host: Example.com:81",
      "Origin: http://example.com",
      "WebSocket-Protocol: sample",
    ],
    "",
  ],
  [
    "hixie-76",
    [
      "GET /demo HTTP/1.1",
      "Host: example.com",
      "Connection: Upgrade",
      "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00",
      "Upgrade: WebSocket",
      "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5",
      "Origin: http://example.com",
    ],
    "^n:ds[4U",
  ],
  ["hybi-04", [...KEYED, "Sec-WebSocket-Version: 4"], ""],
  ["hybi-05", [...KEYED, "Sec-WebSocket-Version: 5"], ""],
  ["hybi-06", [...KEYED, "Sec-WebSocket-Version: 6"], ""],
  ["hybi-07", [...KEYED, "Sec-WebSocket-Version: 7"], ""],
  ["hybi-08", [...KEYED, "Sec-WebSocket-Version: 8"], ""],
  ["rfc6455", [...KEYED, "Sec-WebSocket-Version: 13"], ""],
];

const NONCE = Uint8Array.from({ length: 16 }, (_, i) => i);

function bytesOf(lines: readonly string[], behind: string): Uint8Array {
  return latin1(`${lines.join("\r\n")}\r\n\r\n${behind}`);
}

function last(steps: readonly Step[]): Extract<Step, { id: "response" }> {
  return steps.at(-1) as Extract<Step, { id: "response" }>;
}

describe.each(REQUESTS)("a request of %s", (generation, lines, behind) => {
  const bytes = bytesOf(lines, behind);
  const steps = trace(bytes, recogniseGeneration(bytes).generation);

  it("is worked through to the answer of its own reference", () => {
    expect(recogniseGeneration(bytes).generation).toBe(generation);
    expect(steps.every(({ outcome }) => outcome.state === "done")).toBe(true);
    expect(last(steps).response).toEqual(answer(bytes, { nonce: NONCE }));
    expect(last(steps).agrees).toBe(true);
    for (const { id } of steps) expect(STEP_IDS).toContain(id);
  });

  it("is marked where its parts stand, in order and without overlaps", () => {
    const read = steps[0] as Extract<Step, { id: "read-request" }>;
    const spans = read.marks.map(({ span }) => span);
    expect(read.marks.some(({ source }) => source === "host")).toBe(true);
    expect(read.marks.some(({ source }) => source === "origin")).toBe(true);
    spans.slice(1).forEach(([start], i) => {
      expect(start).toBeGreaterThanOrEqual((spans[i] as readonly [number, number])[1]);
    });
  });

  it("gives the answer the bytes that it says it copied", () => {
    const { copied, response } = last(steps);
    for (const { from, to } of copied) {
      const [given, taken] = [bytes.subarray(...from), (response as Uint8Array).subarray(...to)];
      expect(fromLatin1(taken)).toBe(fromLatin1(given).slice(0, taken.length).toLowerCase());
    }
  });

  it("stops where the reference does, and never throws, whatever is done to it", () => {
    const damaged = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 3 }),
        fc.nat(bytes.length),
      )
      .map(([changes, cut]) => {
        const copy = bytes.slice();
        for (const [at, byte] of changes) copy[at] = byte;
        return cut % 4 === 0 ? copy.subarray(0, cut) : copy;
      });
    fc.assert(
      fc.property(damaged, (request) => {
        const recognised = recogniseGeneration(request).generation;
        const worked = trace(request, recognised);
        try {
          expect(last(worked).response).toEqual(answer(request, { nonce: NONCE }));
          expect(last(worked).agrees).toBe(true);
        } catch (error) {
          if (!(error instanceof HandshakeError)) throw error;
          expect(last(worked).response).toBeNull();
          const codes = worked.map(({ outcome }) =>
            outcome.state === "stopped" ? outcome.code : null,
          );
          expect(codes).toContain(error.code);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is no handshake", () => {
  it("is taken for one of hixie-76, and told why it is none", () => {
    const steps = trace(latin1("hello"), "unknown");
    expect(steps).toHaveLength(14);
    expect(steps[0]?.outcome).toEqual({ state: "stopped", code: "not-http" });
  });
});

describe("the location of draft 75", () => {
  const [, lines] = REQUESTS[0] as (typeof REQUESTS)[number];

  it("keeps a port that is not the scheme's own, and writes the host in lower case", () => {
    const text = (secure: boolean, host: string): string => {
      const changed = lines.map((line) => (line.startsWith("Host") ? `Host: ${host}` : line));
      const [, step] = trace(bytesOf(changed, ""), "hixie-75", { secure });
      return fromLatin1((step as Extract<Step, { id: "location" }>).location as Uint8Array);
    };
    expect(text(false, "Example.com:81")).toBe("ws://example.com:81/demo");
    expect(text(false, "Example.com:80")).toBe("ws://example.com/demo");
    expect(text(true, "Example.com:443")).toBe("wss://example.com/demo");
    expect(text(true, "Example.com:80")).toBe("wss://example.com:80/demo");
  });

  it("says which line stands where no client had it", () => {
    const [upgrade, ...others] = lines.slice(1);
    const moved = bytesOf([lines[0] as string, ...others, upgrade as string], "");
    const [read] = trace(moved, "hixie-75");
    const { outOfOrder } = read as Extract<Step, { outOfOrder: unknown }>;
    expect(fromLatin1(moved.subarray(...(outOfOrder as [number, number])))).toBe(
      "Connection: Upgrade",
    );
  });
});
