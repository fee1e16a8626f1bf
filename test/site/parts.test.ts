import type { Rolldown } from "vite";
import { expect, test } from "vitest";
import { circleOf, linksToParts } from "../../src/site/parts.ts";

const HTML = `<script type="module" crossorigin src="./assets/index.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/shared.js">`;

const bundle = Object.fromEntries(
  [
    { type: "chunk", fileName: "assets/index.js" },
    { type: "chunk", fileName: "assets/shared.js" },
    { type: "chunk", fileName: "assets/Frames.js" },
    { type: "asset", fileName: "assets/worker.js" },
    { type: "asset", fileName: "assets/index.css" },
  ].map((file) => [file.fileName, file]),
) as unknown as Rolldown.OutputBundle;

test("fetches every part ahead that the page does not name", () => {
  expect(linksToParts(HTML, bundle)).toEqual([
    '<link rel="modulepreload" fetchpriority="low" crossorigin href="./assets/Frames.js">',
  ]);
});

/** Scripts by what they import. */
const importing = (graph: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(graph).map(([path, imports]) => [path, { type: "chunk", imports }]),
  ) as unknown as Rolldown.OutputBundle;

test("finds scripts that import each other, whatever else imports them", () => {
  expect(circleOf(importing({ a: ["b", "c"], b: ["c"], c: ["react"] }))).toBeNull();
  expect(circleOf(importing({ a: ["b"], b: ["c", "d"], c: ["d"], d: ["c"] }))).toEqual([
    "c",
    "d",
    "c",
  ]);
});
