/**
 * What a reader downloads, compressed, against what the page may weigh. "Before the page can be
 * used" is what index.html names: its scripts and the modules they import, which the build lists as
 * preloads. The rest is loaded on demand, also when the page has it fetched at low priority.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** In bytes, gzip; 1 kB = 1000 bytes. */
export const BUDGET = { script: 100_000, style: 12_000, lazy: 25_000 };

export interface Weight {
  what: string;
  /** Bytes, gzip. */
  size: number;
  budget: number;
}

/** `files` by their path beside index.html. A file that `html` names and `files` lacks throws. */
export function weigh(html: string, files: ReadonlyMap<string, Uint8Array>): Weight[] {
  const tags = html.match(/<(?:script|link|style)\s[^>]*>/g) ?? [];
  const named = new Set(
    tags
      .filter((tag) => !tag.includes('fetchpriority="low"'))
      .map((tag) => /(?:src|href|data-from)="\.?\/?([^"]+)"/.exec(tag)?.[1])
      .filter((path) => path !== undefined),
  );
  const sizeOf = (path: string) => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`index.html names ${path}, which was not built`);
    return gzipSync(bytes).length;
  };
  const total = (ending: string) =>
    [...named].filter((path) => path.endsWith(ending)).reduce((sum, path) => sum + sizeOf(path), 0);
  const lazy = [...files.keys()].filter((path) => /\.(?:js|css)$/.test(path) && !named.has(path));
  return [
    { what: "JavaScript before the page can be used", size: total(".js"), budget: BUDGET.script },
    { what: "CSS", size: total(".css"), budget: BUDGET.style },
    ...lazy.sort().map((path) => ({
      what: `on demand: ${path}`,
      size: sizeOf(path),
      budget: BUDGET.lazy,
    })),
  ];
}

/** Ends the build with its weights; fails it when one is over its budget. */
export function sizes(): Plugin {
  let outDir = "";
  return {
    name: "sizes",
    apply: "build",
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler(error) {
        if (error !== undefined) return;
        const weights = weigh(
          await readFile(join(outDir, "index.html"), "utf8"),
          await readPage(outDir),
        );
        console.log(table(weights));
        const over = weights.filter(({ size, budget }) => size > budget);
        if (over.length > 0) throw new Error(`over budget: ${over.map((w) => w.what).join(", ")}`);
      },
    },
  };
}

/** Every file of the page; the library beside it is none of its parts. */
async function readPage(outDir: string): Promise<Map<string, Uint8Array>> {
  const paths = (await readdir(outDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(outDir.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("lib/"));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(outDir, path))] as const),
    ),
  );
}

function table(weights: Weight[]): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
  const width = Math.max(...weights.map(({ what }) => what.length));
  const rows = weights.map(
    ({ what, size, budget }) =>
      `${what.padEnd(width)} ${kilobytes(size)} kB of ${kilobytes(budget)}${size > budget ? "  OVER" : ""}`,
  );
  return ["Sizes, gzip:", ...rows].join("\n");
}
