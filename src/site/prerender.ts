import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";

const EMPTY_ROOT = '<div id="root"></div>';

/** Draws the app into the built index.html, so that it is there before any script has run. */
export function prerender(): Plugin {
  return {
    name: "prerender",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        if (!html.includes(EMPTY_ROOT)) throw new Error(`index.html has no ${EMPTY_ROOT}`);
        const drawn = (await loadPages()).home();
        return html.replace(EMPTY_ROOT, () => `<div id="root">${drawn}</div>`);
      },
    },
  };
}

/**
 * src/site/pages.tsx as a module of Node, by way of Vite: style sheets, `?raw` imports and
 * `import.meta.env` mean the same there as in the page.
 */
async function loadPages() {
  const path = join(import.meta.dirname, "pages.tsx");
  const { module } = await runnerImport<typeof import("./pages.tsx")>(path, { mode: "production" });
  return module;
}
