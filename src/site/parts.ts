/**
 * Has the parts that are loaded on demand fetched with the page, last and at low priority: when one is wanted it is there, and
 * nothing is requested once the page has loaded. Their links lie in a template, where they ask for nothing, until the page can be
 * used: main.tsx takes them out.
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

/**
 * Scripts that import one another in a circle, or null: one of them would run before it has all that it needs. Modules do not, but
 * modules that are put into one file may.
 */
export function circleOf(bundle: Rolldown.OutputBundle): string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    const file = bundle[path];
    if (done.has(path) || file?.type !== "chunk") return null;
    done.add(path);
    for (const next of file.imports) {
      const circle = visit(next, [...trail, path]);
      if (circle) return circle;
    }
    return null;
  };
  for (const path of Object.keys(bundle)) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return null;
}

export function parts(): Plugin {
  return {
    name: "parts",
    apply: "build",
    generateBundle(_, bundle) {
      const circle = circleOf(bundle);
      if (circle) throw new Error(`scripts import each other: ${circle.join(" → ")}`);
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const links = linksToParts(html, bundle).map((link) => `    ${link}\n`);
        const template = `  <template id="parts">\n${links.join("")}    </template>\n  `;
        return html.replace("</body>", () => `${template}</body>`);
      },
    },
  };
}
