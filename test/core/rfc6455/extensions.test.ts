import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import type { Span } from "../../../src/core/bytes/span.ts";
import { readExtensions, writeExtension } from "../../../src/core/rfc6455/extensions.ts";

/** Without spans. */
function read(...values: string[]) {
  let at = 0;
  const spans = values.map((text): Span => {
    at += text.length;
    return [at - text.length, at];
  });
  const { extensions, brokenAt } = readExtensions(latin1(values.join("")), spans);
  const plain = extensions.map(({ name, parameters }) => [
    name,
    ...parameters.map(({ name, value }) => (value === null ? name : [name, value])),
  ]);
  return { extensions: plain, brokenAt };
}

describe("extensions", () => {
  // RFC 6455 §9.1, RFC 7692 §4.1, §5.1, §7.1.
  it.each([
    ["foo", [["foo"]]],
    ["bar; baz=2", [["bar", ["baz", "2"]]]],
    ["deflate-stream", [["deflate-stream"]]],
    [
      "mux; max-channels=4; flow-control, deflate-stream",
      [["mux", ["max-channels", "4"], "flow-control"], ["deflate-stream"]],
    ],
    ["private-extension", [["private-extension"]]],
    ["permessage-foo; x=10", [["permessage-foo", ["x", "10"]]]],
    ['permessage-foo; x="10"', [["permessage-foo", ["x", "10"]]]],
    ['a; b="1\\0"', [["a", ["b", "10"]]]],
    [" a ;\tb = c , , d,", [["a", ["b", "c"]], ["d"]]],
    [
      "permessage-deflate; client_max_window_bits; server_max_window_bits=10, permessage-deflate",
      [
        ["permessage-deflate", "client_max_window_bits", ["server_max_window_bits", "10"]],
        ["permessage-deflate"],
      ],
    ],
  ])("of %j are read", (text, extensions) => {
    expect(read(text)).toEqual({ extensions, brokenAt: null });
  });

  it("may stand in several fields, and in none", () => {
    expect(read("a", "", "b; c")).toEqual({ extensions: [["a"], ["b", "c"]], brokenAt: null });
    expect(read()).toEqual({ extensions: [], brokenAt: null });
  });

  it.each([
    ["", 0],
    [" , ", 3],
    ["a;", 2],
    ["a;;b", 2],
    ["a; b=", 5],
    ["a; b=;", 5],
    ["a b", 2],
    ["a; b c", 5],
    ["=a", 0],
    ["a/b", 1],
    ["a; b=c=d", 6],
    ['a; b=""', 6],
    ['a; b="c', 7],
    ['a; b="c d"', 7],
    ['a; b="c\\', 8],
    ['"a"', 0],
    ["permessage-deflate;;", 19],
    ["a, b; \xe4", 6],
  ])("%j breaks at byte %i", (text, brokenAt) => {
    expect(read(text).brokenAt).toBe(brokenAt);
  });

  it("before the break are kept", () => {
    expect(read("a; b, c; ;")).toEqual({ extensions: [["a", "b"]], brokenAt: 9 });
  });

  it("know where they stand", () => {
    const text = 'x, a ; b = "c" ; d ,e';
    const { extensions } = readExtensions(latin1(text), [[0, text.length]]);
    const spans = extensions.map(({ span, parameters }) => [
      text.slice(...span),
      parameters.map(({ span }) => text.slice(...span)),
    ]);
    expect(spans).toEqual([
      ["x", []],
      ['a ; b = "c" ; d', ['b = "c"', "d"]],
      ["e", []],
    ]);
  });
});

const token = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+\-.^_`|~]{1,6}$/);
const extension = fc.record({
  name: token,
  parameters: fc.array(fc.record({ name: token, value: fc.option(token) }), { maxLength: 3 }),
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.array(extension, { minLength: 1, maxLength: 3 }), (written) => {
      const text = written.map(writeExtension).join(", ");
      const { extensions, brokenAt } = readExtensions(latin1(text), [[0, text.length]]);
      expect(brokenAt).toBeNull();
      expect(
        extensions.map(({ name, parameters }) => ({
          name,
          parameters: parameters.map(({ name, value }) => ({ name, value })),
        })),
      ).toEqual(written);
    }),
  );
});

test("what would be two extensions is not written", () => {
  expect(() => writeExtension({ name: "a", parameters: [{ name: "b", value: "c, d" }] })).toThrow(
    RangeError,
  );
});

test("no value makes it throw, and a break is within it", () => {
  const piece = fc.constantFrom("a", ";", ",", "=", '"', "\\", " ", "\t", "\x00", "\xff", "b2");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const bytes = latin1(pieces.join(""));
      const { brokenAt } = readExtensions(bytes, [[0, bytes.length]]);
      if (brokenAt !== null) expect(brokenAt).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 1000 },
  );
});
