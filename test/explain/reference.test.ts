import { describe, expect, it } from "vitest";
import { latin1 } from "../../src/core/bytes/ascii.ts";
import { traceHixie75 } from "../../src/core/trace/hixie75.ts";
import { traceHixie76 } from "../../src/core/trace/hixie76.ts";
import { traceHybi } from "../../src/core/trace/hybi.ts";
import { traceRfc6455 } from "../../src/core/trace/rfc6455.ts";
import { referenceFiles, splitFunctions } from "../../src/explain/reference.ts";

const NOTHING = latin1("");

const TRACED = {
  hixie75: [...traceHixie75(NOTHING)],
  hixie76: [...traceHixie76(NOTHING)],
  hybi: [...traceHybi(NOTHING)],
  rfc6455: [...traceRfc6455(NOTHING)],
};

describe.each(Object.entries(TRACED))(
  "the reference of %s as the page shows it",
  (folder, steps) => {
    it("is the whole file, whatever it is cut into", async () => {
      for (const load of referenceFiles(folder).values()) {
        const { text, chunks } = await load();
        expect(chunks.flatMap(({ lines }) => lines).join("\n")).toBe(text.trimEnd());
      }
    });

    it("has every function that a step names in its first two files", async () => {
      const files = await Promise.all(
        [...referenceFiles(folder).values()].slice(0, 2).map((load) => load()),
      );
      expect(files.map(({ name }) => name)).toEqual(["handshake.ts", "request.ts"]);
      const shown = files.flatMap(({ chunks }) => chunks.map(({ name }) => name));
      for (const { functions } of steps) {
        for (const name of functions) expect(shown).toContain(name);
      }
    });
  },
);

describe("a file of the reference", () => {
  it("keeps a function with its comment", () => {
    const [, chunk] = splitFunctions("const a = 1;\n\n/** Does it. */\nexport function f() {\n}\n");
    expect(chunk).toEqual({ name: "f", lines: ["/** Does it. */", "export function f() {", "}"] });
  });
});
