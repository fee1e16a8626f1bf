/**
 * Has the parts that are loaded on demand fetched with the page, last and at low priority. They do
 * not keep the page from being used, and when one is wanted it is there: nothing is requested
 * once the page has loaded.
 */
import type { Plugin, Rolldown } from "vite";

/** A link for each script of `bundle` that `html` does not name yet. */
export function linksToParts(html: string, bundle: Rolldown.OutputBundle): string[] {
  return Object.values(bundle)
    .filter((file) => file.type === "chunk")
    .map((chunk) => chunk.fileName)
    .filter((path) => !html.includes(`"./${path}"`))
    .map((path) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="./${path}">`);
}

export function parts(): Plugin {
  return {
    name: "parts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const links = linksToParts(html, bundle).map((link) => `  ${link}\n  `);
        return html.replace("</body>", () => `${links.join("")}</body>`);
      },
    },
  };
}
