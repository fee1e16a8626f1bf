import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { answer } from "../../../src/core/hixie76/handshake.ts";
import { traceHixie76 } from "../../../src/core/trace/hixie76.ts";
import {
  HIXIE76_STEP_IDS as STEP_IDS,
  type Hixie76Step as Step,
  type Hixie76StepId as StepId,
} from "../../../src/core/trace/hixie76-step.ts";

const KEYS =
  "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\r\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00\r\n";
const KEY3 = "^n:ds[4U";

/** The request of hybi-00 §1.2, or one like it. */
function request(keys = KEYS, key3 = KEY3, origin = "Origin: http://example.com\r\n"): Uint8Array {
  return concat(
    "GET /demo HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n",
    `Sec-WebSocket-Protocol: sample\r\n${origin}${keys}\r\n${key3}`,
  );
}

function steps(bytes: Uint8Array): readonly Step[] {
  return [...traceHixie76(bytes)];
}

type StepWith<Id extends StepId> =
  Extract<Step, { readonly id: StepId }> extends infer S
    ? S extends Step
      ? Id extends S["id"]
        ? S
        : never
      : never
    : never;

function step<Id extends StepId>(bytes: Uint8Array, id: Id): StepWith<Id> {
  return steps(bytes).find((step) => step.id === id) as StepWith<Id>;
}

const arbitraryRequest = fc
  .record({
    keys: fc.oneof(
      fc.constant(KEYS),
      fc
        .tuple(fc.stringMatching(/^[ -~]{0,30}$/), fc.stringMatching(/^[ -~]{0,30}$/))
        .map(([key1, key2]) => `Sec-WebSocket-Key1: ${key1}\r\nSec-WebSocket-Key2: ${key2}\r\n`),
    ),
    key3: fc.stringMatching(/^[ -~]{0,10}$/),
  })
  .map(({ keys, key3 }) => request(keys, key3));

describe("the steps", () => {
  it("hold the numbers of the draft's example (hybi-00 §1.2)", () => {
    const example = request();
    expect(steps(example).map(({ id }) => id)).toEqual(STEP_IDS);
    expect(step(example, "key1-digits").keyNumber).toBe(4146546015n);
    expect(step(example, "key1-spaces").spaces).toBe(5);
    expect(step(example, "key1-division").part).toBe(829309203);
    expect(step(example, "key2-division").part).toBe(259970620);
    expect(hex(step(example, "challenge").challenge as Uint8Array)).toBe(
      "316e41130f7ed63c5e6e3a64735b3455",
    );
    expect(hex(step(example, "md5-digest").response as Uint8Array)).toBe(
      "386a4b5327793a472a436f2c5778612d",
    );
    expect(step(example, "response").agrees).toBe(true);
  });

  it("end with the response that the reference gives, or stop where it throws", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryRequest, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const last = step(bytes, "response");
        try {
          expect(last.response).toEqual(answer(bytes));
          expect(last.agrees).toBe(true);
        } catch (error) {
          if (!(error instanceof HandshakeError)) throw error;
          expect(last.response).toBeNull();
          const codes = steps(bytes).map(({ outcome }) =>
            outcome.state === "stopped" ? outcome.code : null,
          );
          expect(codes).toContain(error.code);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are the same whether one runs to a step or takes it from the whole", () => {
    fc.assert(
      fc.property(arbitraryRequest, fc.nat({ max: STEP_IDS.length - 1 }), (bytes, i) => {
        const running = traceHixie76(bytes);
        let reached = running.next();
        for (let done = 0; done < i; done++) reached = running.next();
        expect(reached.value).toEqual(steps(bytes)[i]);
      }),
    );
  });

  it("show the second key when the first is bad", () => {
    const bytes = request(KEYS.replace("4 @1  46546xW%0l 1 5", "46546"));
    expect(step(bytes, "key1-spaces").outcome).toEqual({
      state: "stopped",
      code: "key-without-spaces",
    });
    expect(step(bytes, "key1-division").outcome).toEqual({
      state: "waiting",
      needs: ["key1-spaces"],
    });
    expect(step(bytes, "key2-division").part).toBe(259970620);
    expect(step(bytes, "pack").outcome).toEqual({ state: "waiting", needs: ["key1-division"] });
  });

  it("write the fields of the answer while key3 is missing", () => {
    const bytes = request(KEYS, "");
    expect(step(bytes, "read-request").outcome).toEqual({ state: "stopped", code: "body-missing" });
    expect(step(bytes, "response-head").outcome).toEqual({ state: "done" });
    expect(step(bytes, "challenge").outcome).toEqual({ state: "waiting", needs: ["read-request"] });
    expect(step(bytes, "response").response).toBeNull();
  });

  it("write no answer for a request that must be refused", () => {
    const bytes = request(KEYS, KEY3, "");
    expect(step(bytes, "response-head").outcome).toEqual({
      state: "waiting",
      needs: ["read-request"],
    });
    expect(step(bytes, "md5-digest").outcome).toEqual({ state: "done" });
  });
});

describe("what was copied into the response", () => {
  it("is, byte for byte, what stands in the request, but for the case of A–Z", () => {
    const hosts = fc.constantFrom("example.com", "EXAMPLE.com:80", "a.example:8080", "[::1]:443");
    fc.assert(
      fc.property(hosts, fc.boolean(), (host, secure) => {
        const text = new TextDecoder("latin1").decode(request());
        const bytes = concat(text.replace("Host: example.com", `Host: ${host}`));
        const last = [...traceHixie76(bytes, { secure })].at(-1);
        if (last?.id !== "response" || !last.response) throw new Error("no response");
        for (const { from, to } of last.copied) {
          expect(hex(last.response.subarray(...to))).toBe(
            hex(Uint8Array.from(bytes.subarray(...from), lower)),
          );
        }
      }),
    );
  });

  it("leaves out a port that the scheme has anyway", () => {
    const bytes = concat(
      new TextDecoder("latin1")
        .decode(request())
        .replace("Host: example.com", "Host: example.com:443"),
    );
    const location = (secure: boolean): string => {
      const last = [...traceHixie76(bytes, { secure })].at(-1);
      const text = new TextDecoder("latin1").decode(
        last?.id === "response" ? (last.response as Uint8Array) : undefined,
      );
      return /Location: (.*)\r/.exec(text)?.[1] as string;
    };
    expect(location(true)).toBe("wss://example.com/demo");
    expect(location(false)).toBe("ws://example.com:443/demo");
  });
});

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

it("takes key3 as it came, whatever its bytes", () => {
  const key3 = fromHex("0d0a0d0a00ff800a") as Uint8Array;
  const bytes = concat(request(KEYS, ""), key3);
  expect(step(bytes, "challenge").key3).toEqual(key3);
});
