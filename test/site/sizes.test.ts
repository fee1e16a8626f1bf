import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { BUDGET, weigh } from "../../src/site/sizes.ts";

const HTML = `<script data-from="./boot.js">go()</script>
  <link rel="icon" href="./icon.svg" type="image/svg+xml">
  <script type="module" crossorigin src="./assets/index.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/shared.js">
  <link rel="modulepreload" fetchpriority="low" crossorigin href="./assets/Frames.js">
  <style data-from="./assets/index.css">p{color:red}</style>`;

const files = new Map(
  [
    "boot.js",
    "icon.svg",
    "assets/index.js",
    "assets/shared.js",
    "assets/index.css",
    "assets/Frames.js",
    "assets/Frames.css",
    "assets/index.js.map",
  ].map((path, index) => [path, new Uint8Array(randomBytes(100 * (index + 1)))] as const),
);
const zipped = (...paths: string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(files.get(path)!).length, 0);

test("counts every script that the page names, preloads and what is written into it among them", () => {
  expect(weigh(HTML, files)[0]).toEqual({
    what: "JavaScript before the page can be used",
    size: zipped("boot.js", "assets/index.js", "assets/shared.js"),
    budget: BUDGET.script,
  });
});

test("counts the style sheets that are written into the page", () => {
  expect(weigh(HTML, files)[1]).toMatchObject({ what: "CSS", size: zipped("assets/index.css") });
});

test("weighs each part that is loaded on demand by itself, fetched ahead or not, and no source map", () => {
  expect(weigh(HTML, files).slice(2)).toEqual([
    {
      what: "on demand: assets/Frames.css",
      size: zipped("assets/Frames.css"),
      budget: BUDGET.lazy,
    },
    { what: "on demand: assets/Frames.js", size: zipped("assets/Frames.js"), budget: BUDGET.lazy },
  ]);
});

test("refuses to weigh a page that names a file which was not built", () => {
  expect(() => weigh('<script src="./gone.js"></script>', files)).toThrow("gone.js");
});
