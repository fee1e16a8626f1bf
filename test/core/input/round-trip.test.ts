/** Bytes that the page copies out are read back as they were, every one, whatever the handshake and whatever frames stand behind it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer } from "../../../src/core/answer.ts";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { encodeFrame } from "../../../src/core/frames/encode.ts";
import { makeRequest as makeHixie76 } from "../../../src/core/hixie76/client.ts";
import { readHead } from "../../../src/core/http/head.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { makeRequest as makeRfc6455 } from "../../../src/core/rfc6455/client.ts";
import { COPY_FORMATS } from "../../../src/ui/bytes/copy-formats.ts";
import { random } from "../hixie76/random.ts";

interface Connection {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  readonly clientBytes: Uint8Array;
  readonly serverBytes: Uint8Array;
}

const printable = (min: number) =>
  fc.string({ unit: fc.integer({ min, max: 0x7e }).map((code) => String.fromCharCode(code)) });
const opening = fc.record({
  secure: fc.constant(false),
  host: fc.stringMatching(/^[a-z0-9]{1,8}(?:\.[a-f0-9]{2,6}){0,2}$/),
  port: fc.constantFrom(80, 8080, 47455),
  resource: printable(0x21).map((text) => `/${text.replaceAll("#", "")}`),
  origin: fc.constantFrom("http://example.com", "null", "file://"),
  cookie: printable(0x20).map((text) => `a=${text.trim()}`),
});
/** Texts with the characters in them that any of the formats escapes or ends with. */
const message = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('"', "'", "\\", "x", "0", "A", "=", "}", "\n", "\r", " ") }),
);
const messages = fc.array(message, { maxLength: 4 });
const key3 = fc.uint8Array({ minLength: 8, maxLength: 8 });

const hixie76 = fc
  .tuple(opening, random, key3, messages, messages)
  .map(([asked, chance, eight, sent, got]): Connection => {
    const { bytes } = makeHixie76(asked, chance);
    const request = concat(bytes.subarray(0, -8), eight);
    const frames = (texts: readonly string[]) =>
      concat(...texts.map((text) => encodeFrame("hixie-76", { type: "text", text })));
    return {
      request,
      response: answer(request),
      clientBytes: frames(sent),
      serverBytes: frames(got),
    };
  });

const rfc6455 = fc
  .tuple(opening, random, messages, messages)
  .map(([asked, chance, sent, got]): Connection => {
    const { bytes: request } = makeRfc6455({ ...asked, protocols: ["chat"] }, chance);
    const maskingKey = () => Uint8Array.from({ length: 4 }, () => chance(255));
    const frames = (texts: readonly string[], mask: boolean) =>
      concat(
        ...texts.map((text) =>
          encodeFrame("rfc6455", {
            type: "text",
            text,
            ...(mask && { mask: true, maskingKey: maskingKey() }),
          }),
        ),
      );
    return {
      request,
      response: answer(request),
      clientBytes: frames(sent, true),
      serverBytes: frames(got, false),
    };
  });

const shown = (bytes: Uint8Array | undefined) => hex(bytes ?? new Uint8Array(0));

/** What is expected of a reading: these bytes, nothing else, nothing lost. */
function expectExact(text: string, wanted: Partial<Connection>): void {
  const conversations = readPaste(text);
  expect(conversations).toHaveLength(1);
  const [conversation] = conversations as [Conversation];
  const { exact, lost } = conversation;
  expect({ exact, lost }).toEqual({ exact: true, lost: [] });
  for (const part of ["request", "response", "clientBytes", "serverBytes"] as const)
    expect(`${part} ${shown(conversation[part])}`).toBe(`${part} ${shown(wanted[part])}`);
}

describe.each([
  ["hixie-76", hixie76],
  ["RFC 6455", rfc6455],
])("%s", (_, connections) => {
  test.each(COPY_FORMATS.map(({ name, format }) => [name, format] as const))(
    "survives being copied as %s",
    (_name, format) => {
      fc.assert(
        fc.property(connections, (connection) => {
          const { request, response, clientBytes, serverBytes } = connection;
          expectExact(format(request), { request });
          expectExact(format(response), { response });
          expectExact(format(concat(request, clientBytes)), { request, clientBytes });
          expectExact(format(concat(response, serverBytes)), { response, serverBytes });
          expectExact(`${format(request)}\n\n${format(response)}`, { request, response });
        }),
        { numRuns: 200 },
      );
    },
  );

  test("is a request all the same where its head is all that was copied", () => {
    fc.assert(
      fc.property(connections, ({ request }) => {
        const head = request.subarray(0, readHead(request).end ?? 0);
        for (const { format } of COPY_FORMATS) expectExact(format(head), { request: head });
      }),
    );
  });
});
