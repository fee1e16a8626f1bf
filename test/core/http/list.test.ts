import { describe, expect, it, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import type { Span } from "../../../src/core/bytes/span.ts";
import { elements, hasElement, isToken } from "../../../src/core/http/list.ts";

/** Values laid end to end, each with its span. */
function values(...texts: string[]): { bytes: Uint8Array; spans: Span[] } {
  let at = 0;
  const spans = texts.map((text): Span => {
    at += text.length;
    return [at - text.length, at];
  });
  return { bytes: latin1(texts.join("")), spans };
}

describe("elements", () => {
  it.each<[string[], string[]]>([
    [["a"], ["a"]],
    [["a,b"], ["a", "b"]],
    [[" a ,\tb "], ["a", "b"]],
    [["a,,b,"], ["a", "b"]],
    [
      ["a", "b, c"],
      ["a", "b", "c"],
    ],
    [["", " ", ","], []],
    [[], []],
  ])("of %j are %j", (texts, found) => {
    const { bytes, spans } = values(...texts);
    expect(elements(bytes, spans).map((span) => fromLatin1(bytes.subarray(...span)))).toEqual(
      found,
    );
  });
});

test("an element is found in any case, and only whole", () => {
  const { bytes, spans } = values("keep-alive, UPgrade", "x");
  expect(hasElement(bytes, spans, "upgrade")).toBe(true);
  expect(hasElement(bytes, spans, "keep")).toBe(false);
});

test("a token is of letters, digits and fifteen signs, and not empty", () => {
  const bytes = latin1("aZ09!#$%&'*+-.^_`|~");
  expect(isToken(bytes, [0, bytes.length])).toBe(true);
  expect(isToken(bytes, [3, 3])).toBe(false);
  for (const sign of ' \t"(),/:;<=>?@[\\]{}\x7f\x80\x00') {
    expect(isToken(latin1(sign), [0, 1])).toBe(false);
  }
});
