import { expect, test } from "vitest";
import type { Judgement } from "../../src/core/clients/judgement.ts";
import { clientName, deedOf, printedBy } from "../../src/explain/judgements.ts";

function judgement(part: Partial<Judgement>): Judgement {
  return {
    client: "chromium-156",
    accepts: false,
    console: null,
    rule: "A rule.",
    waits: false,
    ...part,
  };
}

test("whoever follows a text is called by that text, a browser by its own name", () => {
  expect(clientName("draft", "rfc6455")).toBe("A client that follows RFC 6455");
  expect(clientName("draft", "hixie-76")).toBe("A client that follows hixie-76 (hybi-00)");
  expect(clientName("chromium-156", "rfc6455")).toBe("Chromium 156");
  expect(clientName("webkit-534", "hixie-76")).toContain("WebKit 534");
});

test.each([
  [{ accepts: true }, "accepts it"],
  [{ accepts: true, console: "x" }, "accepts it, and fails at what follows"],
  [{}, "refuses it"],
  [{ waits: true, console: "x" }, "waits for more bytes"],
])("of %j it says: %s", (part, words) => {
  expect(deedOf(judgement(part))).toBe(words);
});

test("what a browser prints is quoted line by line, to the letter", () => {
  expect(printedBy(judgement({ console: "Invalid frame header" }))).toEqual({
    note: "It prints:",
    lines: ["Invalid frame header"],
  });
  expect(printedBy(judgement({ console: "a\nb" }))?.lines).toEqual(["a", "b"]);
  expect(printedBy(judgement({ waits: true, console: "a" }))?.note).toContain("gives up");
});

test("a browser that prints nothing is said to do so where it refuses, and only there", () => {
  expect(printedBy(judgement({}))?.note).toContain("prints nothing");
  expect(printedBy(judgement({ console: "" }))?.note).toContain("no reason");
  expect(printedBy(judgement({ accepts: true }))).toBeNull();
  expect(printedBy(judgement({ waits: true }))).toBeNull();
  expect(printedBy(judgement({ client: "draft" }))).toBeNull();
});
