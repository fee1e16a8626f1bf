import { expect, test } from "vitest";
import { shortened } from "../../../../src/ui/pictures/rfc6455/shortened.ts";

test("says how much of a long text is left out", () => {
  const text = "x".repeat(240);
  expect(shortened(text)).toBe(text);
  expect(shortened(`${text}yyy`)).toBe(`${text} … and 3 characters more`);
});
