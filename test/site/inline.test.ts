import type { Rolldown } from "vite";
import { expect, test } from "vitest";
import { inlined } from "../../src/site/inline.ts";

const SCRIPT = '<script src="./boot.js"></script>';
const STYLE = '<link rel="stylesheet" crossorigin href="./assets/style-1.css">';

const bundle = {
  "assets/style-1.css": { type: "asset", fileName: "assets/style-1.css", source: "p{top:0}" },
} as unknown as Rolldown.OutputBundle;

test("writes boot.js and the style sheet in place of their links", () => {
  expect(inlined(`${SCRIPT}\n${STYLE}`, "go();\n", bundle)).toBe(
    '<script data-from="./boot.js">go();</script>\n<style data-from="./assets/style-1.css">p{top:0}</style>',
  );
});

test.each([
  ["no boot.js", STYLE],
  ["no style sheet", SCRIPT],
  ["a style sheet that was not built", `${SCRIPT}${STYLE.replace("-1", "-2")}`],
])("refuses a page with %s", (_, html) => {
  expect(() => inlined(html, "", bundle)).toThrow("names no boot.js or no style sheet");
});
