import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Plugin, type Rolldown, runnerImport } from "vite";
import { inlined, readBoot } from "./inline.ts";
import { withPolicy } from "./policy.ts";

const EMPTY_ROOT = '<div id="root"></div>';

/** Draws the app into the built index.html, so that it is there before any script has run, and puts the further pages beside it. */
export function prerender(): Plugin[] {
  let loaded: Promise<Pages> | null = null;
  const pages = (): Promise<Pages> => {
    loaded ??= loadPages();
    return loaded;
  };
  return [drawHome(pages), writePages(pages)];
}

type Pages = typeof import("./pages.tsx");

function drawHome(pages: () => Promise<Pages>): Plugin {
  return {
    name: "prerender",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        if (!html.includes(EMPTY_ROOT)) throw new Error(`index.html has no ${EMPTY_ROOT}`);
        const drawn = (await pages()).home();
        return html.replace(EMPTY_ROOT, () => `<div id="root">${drawn}</div>`);
      },
    },
  };
}

function writePages(pages: () => Promise<Pages>): Plugin {
  let publicDir = "";
  return {
    name: "pages",
    apply: "build",
    configResolved(config) {
      publicDir = config.publicDir;
    },
    async writeBundle({ dir = "dist" }, bundle) {
      const { furtherPages } = await pages();
      const boot = await readBoot(publicDir);
      for (const { path, text, isAnywhere } of await furtherPages(stylesheetOf(bundle))) {
        const file = join(dir, path);
        await mkdir(dirname(file), { recursive: true });
        const whole = isAnywhere ? inlined(text, boot, bundle) : text;
        await writeFile(file, path.endsWith(".html") ? withPolicy(whole) : whole);
      }
    },
  };
}

/** The one style sheet that all pages share. */
function stylesheetOf(bundle: Rolldown.OutputBundle): string {
  const [path, ...others] = Object.keys(bundle).filter((name) => name.endsWith(".css"));
  if (path === undefined || others.length > 0) {
    throw new Error(`one style sheet was expected, not ${[path, ...others].join(", ") || "none"}`);
  }
  return path;
}

/**
 * src/site/pages.tsx as a module of Node, by way of Vite: style sheets, `?raw` imports and
 * `import.meta.env` mean the same there as in the page.
 */
async function loadPages(): Promise<Pages> {
  const path = join(import.meta.dirname, "pages.tsx");
  const { module } = await runnerImport<Pages>(path, { mode: "production" });
  return module;
}
