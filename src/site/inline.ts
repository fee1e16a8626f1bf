/**
 * Writes into index.html what it needs before it can be drawn, the style sheet and boot.js, so that nothing else has to come first;
 * and into the page for wrong addresses, which does not know its way to them. The policy lets a page have them by their hashes. The
 * further pages, which are left for one another, share the files.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

const SCRIPT = /<script src="(\.\/boot\.js)"><\/script>/;
const STYLE = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)"\s*\/?>/;

/** `html` with both in place of their links; it must have each. */
export function inlined(html: string, script: string, bundle: Rolldown.OutputBundle): string {
  const style = STYLE.exec(html)?.[1];
  const file = bundle[style ?? ""];
  if (style === undefined || file?.type !== "asset" || !SCRIPT.test(html)) {
    throw new Error("the page names no boot.js or no style sheet");
  }
  return html
    .replace(SCRIPT, (_, path) => element("script", path, script))
    .replace(STYLE, () => element("style", `./${style}`, String(file.source)));
}

function element(name: "script" | "style", path: string, text: string): string {
  return `<${name} data-from="${path}">${text.trim()}</${name}>`;
}

export function readBoot(publicDir: string): Promise<string> {
  return readFile(join(publicDir, "boot.js"), "utf8");
}

export function inline(): Plugin {
  let publicDir = "";
  return {
    name: "inline",
    apply: "build",
    configResolved(config) {
      publicDir = config.publicDir;
    },
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle = {} }) {
        return inlined(html, await readBoot(publicDir), bundle);
      },
    },
  };
}
