/**
 * The arrow that points downwards: main → site → ui → explain → core. Each file may import from
 * its own layer and from those to its right, and a generation of the protocol never from another.
 * The imports are read by the parser that builds the page, so a specifier in a comment or a string
 * counts for nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync, Visitor } from "vite";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const LAYERS = ["core", "explain", "ui", "site", "main.tsx"];
const GENERATIONS = ["hixie75", "hixie76", "hybi", "rfc6455"];

/** The only packages that the core may use. */
const CORE_PACKAGES = [
  "spark-md5",
  "fflate",
  "@noble/hashes/hmac.js",
  "@noble/hashes/legacy.js",
  "@noble/hashes/sha2.js",
];

interface Import {
  from: string;
  to: string;
}

/** Every specifier that `code` imports, re-exports, loads lazily or takes a type from. */
function specifiers(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: string[] = [];
  const add = (node: { value: unknown } | null) => {
    if (node !== null) found.push(String(node.value));
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => {
      if (source.type !== "Literal") throw new Error(`${file}: an import that cannot be read`);
      add(source);
    },
    TSImportType: ({ source }) => add(source),
  }).visit(program);
  return found;
}

/** Why `from` must not import `to` (both relative to the root, or `to` a package), or null. */
function complaint({ from, to }: Import): string | null {
  const [, layer = "", folder = ""] = from.split("/");
  const rank = LAYERS.indexOf(layer);
  if (rank < 0) return `${from} is in no layer: ${LAYERS.join(", ")}`;
  if (!to.startsWith("src/")) {
    const forbidden = layer === "core" && !CORE_PACKAGES.includes(to);
    return forbidden ? `${from} imports the package ${to}` : null;
  }
  const [, otherLayer = "", otherFolder = ""] = to.split("/");
  if (LAYERS.indexOf(otherLayer) < 0) return `${to} is in no layer: ${LAYERS.join(", ")}`;
  if (LAYERS.indexOf(otherLayer) > rank) return `${from} imports upwards: ${to}`;
  const generations =
    GENERATIONS.includes(folder) && GENERATIONS.includes(otherFolder) && folder !== otherFolder;
  return layer === "core" && generations ? `${from} imports another generation: ${to}` : null;
}

function resolve(from: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, "");
  return path.startsWith(".") ? posix.join(posix.dirname(from), path) : path;
}

function importsOf(from: string, code: string): Import[] {
  return specifiers(from, code).map((specifier) => ({ from, to: resolve(from, specifier) }));
}

const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .map((file) => posix.join("src", file.replaceAll("\\", "/")))
  .filter((file) => /\.tsx?$/.test(file));

test("every import under src points downwards, and none crosses generations", () => {
  expect(files.length).toBeGreaterThan(0);
  const all = files.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), "utf8")));
  expect(all.map(complaint).filter((text) => text !== null)).toEqual([]);
});

describe("a wrong import is seen", () => {
  test.each<[string, string, string]>([
    ["upwards", "src/core/index.ts", 'import { App } from "../ui/App.tsx";'],
    ["upwards", "src/explain/a.ts", 'import type { Page } from "../site/pages.tsx";'],
    ["upwards", "src/ui/App.tsx", 'const page = () => import("../site/pages.tsx");'],
    ["upwards", "src/ui/App.tsx", 'type T = import("../main.tsx").T;'],
    ["generation", "src/core/hybi/a.ts", 'export * from "../rfc6455/a.ts";'],
    ["generation", "src/core/hixie76/a.ts", 'export { b } from "../hixie75/b.ts";'],
    ["package", "src/core/bytes/a.ts", 'import { readFileSync } from "node:fs";'],
    ["package", "src/core/bytes/a.ts", 'import "react";'],
    ["no layer", "src/helpers/a.ts", 'import "../core/index.ts";'],
  ])("%s, in %s: %s", (kind, from, code) => {
    expect(importsOf(from, code).map(complaint)).toEqual([expect.stringContaining(kind)]);
  });

  test.each<[string, string]>([
    ["src/core/hixie76/a.ts", 'import SparkMD5 from "spark-md5";'],
    ["src/core/trace/a.ts", 'import { part } from "../hixie76/handshake.ts";'],
    ["src/explain/a.ts", 'import source from "../core/hixie76/handshake.ts?raw";'],
    ["src/ui/a.tsx", 'const text = `import "../site/a.ts"`; // import "../site/b.ts"'],
  ])("and a right one is not, in %s: %s", (from, code) => {
    expect(importsOf(from, code).map(complaint).filter(Boolean)).toEqual([]);
  });
});
