import { describe, expect, it } from "vitest";
import { latin1 } from "../../src/core/bytes/ascii.ts";
import { traceSteps } from "../../src/core/trace/hixie76.ts";
import { REFERENCE, splitFunctions } from "../../src/explain/reference.ts";

describe("the reference as the page shows it", () => {
  it("is the whole file, whatever it is cut into", () => {
    for (const { text, chunks } of REFERENCE) {
      expect(chunks.flatMap(({ lines }) => lines).join("\n")).toBe(text.trimEnd());
    }
  });

  it("has every function that a step names", () => {
    const shown = new Set(REFERENCE.flatMap(({ chunks }) => chunks.map(({ name }) => name)));
    for (const { functions } of traceSteps(latin1(""))) {
      for (const name of functions) expect(shown).toContain(name);
    }
  });

  it("keeps a function with its comment", () => {
    const [, chunk] = splitFunctions("const a = 1;\n\n/** Does it. */\nexport function f() {\n}\n");
    expect(chunk).toEqual({ name: "f", lines: ["/** Does it. */", "export function f() {", "}"] });
  });
});
