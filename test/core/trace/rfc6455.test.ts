import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { acceptingDeflate } from "../../../src/core/rfc6455/deflate.ts";
import { type AnswerOptions, answer } from "../../../src/core/rfc6455/handshake.ts";
import { traceRfc6455 } from "../../../src/core/trace/rfc6455.ts";
import {
  RFC6455_STEP_IDS,
  type Rfc6455Step,
  type Rfc6455StepId,
} from "../../../src/core/trace/rfc6455-step.ts";
import { EXAMPLE, EXAMPLE_ANSWER, request, requestWith } from "../rfc6455/requests.ts";

type StepWith<Id extends Rfc6455StepId> = Rfc6455Step extends infer S
  ? S extends Rfc6455Step
    ? Id extends S["id"]
      ? S
      : never
    : never
  : never;

function steps(bytes: Uint8Array, options?: AnswerOptions): readonly Rfc6455Step[] {
  return [...traceRfc6455(bytes, options)];
}

function step<Id extends Rfc6455StepId>(
  bytes: Uint8Array,
  id: Id,
  options?: AnswerOptions,
): StepWith<Id> {
  return steps(bytes, options).find((step) => step.id === id) as StepWith<Id>;
}

const arbitraryRequest = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...EXAMPLE) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...[
            "Sec-WebSocket-Extensions: a; b=c, permessage-deflate",
            "Sec-WebSocket-Extensions: ;",
          ],
          ...["Sec-WebSocket-Key: x", "Sec-WebSocket-Protocol: chat, chat", "X y", "Host:"],
        ),
      },
    ),
    { maxLength: 12 },
  )
  .map((lines) => latin1(`${lines.join("\r\n")}\r\n\r\n`));

describe("the steps", () => {
  it("hold the values of the RFC's example (§1.3)", () => {
    const example = request();
    expect(steps(example).map(({ id }) => id)).toEqual(RFC6455_STEP_IDS);
    expect(steps(example).every(({ outcome }) => outcome.state === "done")).toBe(true);
    expect(fromLatin1(step(example, "key").nonce as Uint8Array)).toBe("the sample nonce");
    const { concatenated, guid } = step(example, "concatenate");
    expect(concatenated).toHaveLength(60);
    expect(fromLatin1(guid)).toBe("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    const { sha1, digest } = step(example, "sha1-digest");
    expect(sha1?.blocks.map(({ rounds }) => rounds.length)).toEqual([80, 80]);
    expect(hex(digest as Uint8Array)).toBe("b37a4f2cc0624f1690f64606cf385945b2bec4ea");
    expect(step(example, "base64").accept).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    expect(step(example, "subprotocol").chosen).toBe("chat");
    const { response, agrees, accept } = step(example, "response");
    expect(fromLatin1(response as Uint8Array)).toBe(EXAMPLE_ANSWER);
    expect(EXAMPLE_ANSWER.slice(...(accept as [number, number]))).toBe(
      "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    );
    expect(agrees).toBe(true);
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
      fc.property(arbitraryRequest, fc.nat({ max: 9 }), (bytes, i) => {
        const running = traceRfc6455(bytes);
        let reached = running.next();
        for (let done = 0; done < i; done++) reached = running.next();
        expect(reached.value).toEqual(steps(bytes)[i]);
      }),
    );
  });

  it("show the subprotocols when the key is bad, and the key when the version is", () => {
    const bad = request("Sec-WebSocket-Key", "Sec-WebSocket-Key: short");
    expect(step(bad, "key")).toMatchObject({
      outcome: { state: "stopped", code: "key-not-16-bytes" },
      nonce: null,
      key: { bytes: latin1("short") },
    });
    expect(step(bad, "concatenate").outcome).toEqual({ state: "waiting", needs: ["key"] });
    expect(step(bad, "base64").outcome).toEqual({ state: "waiting", needs: ["sha1-digest"] });
    expect(step(bad, "subprotocol").chosen).toBe("chat");
    const old = request("Sec-WebSocket-Version", "Sec-WebSocket-Version: 8");
    expect(step(old, "base64").accept).toBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    expect(step(old, "response").outcome).toEqual({ state: "waiting", needs: ["read-request"] });
  });

  it("read each offer of an extension, and tell where the header breaks", () => {
    const bytes = requestWith(
      "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7, permessage-deflate; client_max_window_bits, x",
    );
    const { offered, agreed } = step(bytes, "extensions", {
      chooseExtensions: acceptingDeflate(),
    });
    expect(offered.map(({ extension, deflate }) => [extension.name, deflate])).toEqual([
      ["permessage-deflate", expect.objectContaining({ code: "deflate-parameter-value" })],
      ["permessage-deflate", expect.objectContaining({ clientMaxWindowBits: "any" })],
      ["x", null],
    ]);
    expect(agreed).toBe("permessage-deflate");
    const broken = requestWith("Sec-WebSocket-Extensions: a; ;");
    expect(step(broken, "extensions")).toMatchObject({
      outcome: { state: "stopped", code: "extensions-malformed" },
      brokenAt: broken.length - 5,
      agreed: null,
    });
  });

  it("take the server's choices", () => {
    const options: AnswerOptions = { chooseSubprotocol: () => "superchat" };
    expect(step(request(), "subprotocol", options).chosen).toBe("superchat");
    expect(step(request(), "response", options)).toMatchObject({ agrees: true });
  });
});

it("marks stand in order, and are what they are called", () => {
  const bytes = requestWith("Sec-WebSocket-Extensions: a; b");
  const text = fromLatin1(bytes);
  const { marks } = step(bytes, "read-request");
  expect(marks.map(({ span, source }) => [source, text.slice(...span)])).toEqual([
    ["host", "/chat"],
    ["host", "server.example.com"],
    ["key", "dGhlIHNhbXBsZSBub25jZQ=="],
    ["origin", "http://example.com"],
    ["subprotocol", "chat"],
    ["subprotocol", "superchat"],
    ["extensions", "a; b"],
  ]);
});

it("what was copied into the response is, byte for byte, what stands in the request", () => {
  const { response, copied } = step(request(), "response");
  const [first] = copied;
  expect(copied).toHaveLength(1);
  expect(hex((response as Uint8Array).subarray(...first!.to))).toBe(
    hex(request().subarray(...first!.from)),
  );
});
