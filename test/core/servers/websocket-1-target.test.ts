import { parse } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTarget } from "../../../src/core/servers/node-http-target.ts";
import { isDecodable, parseError } from "../../../src/core/servers/websocket-1-target.ts";

function thrown(call: () => unknown): string | null {
  try {
    call();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

describe("a target", () => {
  test.each([
    ["/", null],
    ["/@[", null],
    ["//a@[", "Invalid URL"],
    ["\\\\a@[b", "Invalid URL"],
    ["//]?@a", null],
    ["//]#@a", "Invalid URL"],
    ["http://[::1]:80/", null],
    ["http://[::1", "Invalid URL"],
    ["ws://%zz@a/", "URI malformed"],
    ["ws://a/%zz", null],
    ["javascript://[", null],
  ])("%j throws %s, as it does there", (target, message) => {
    expect(parseError(target)).toBe(message);
    expect(thrown(() => parse(target, true))).toBe(message);
  });

  test("throws what it throws there, whatever it is", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      "http:",
      "x:",
      "@",
      "[",
      "]",
      ":",
      "%",
      "%e9",
      "a",
      "?",
      "#",
      "%41",
      ";",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), (parts) => {
        const target = parts.join("");
        // Node's parser lets no other through.
        const read = readTarget(`${target} `, 0, false);
        fc.pre(read !== null && "end" in read);
        expect(parseError(target)).toBe(thrown(() => parse(target, true)));
      }),
      { numRuns: 3000 },
    );
  });
});

test("percent signs can be decoded when decodeURIComponent can", () => {
  const text = fc.string({
    unit: fc.constantFrom("%", "a", "c3", "a9", "E2", "\x98", "0", "%c3", "%A9"),
  });
  fc.assert(
    fc.property(text, (text) => {
      expect(isDecodable(text)).toBe(thrown(() => decodeURIComponent(text)) === null);
    }),
    { numRuns: 1000 },
  );
});
