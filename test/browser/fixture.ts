/**
 * `test` for every spec of the page. A test fails, whatever else it checks, when the page
 *
 * - writes an error to the console or throws one;
 * - breaks its content security policy;
 * - asks anything of another host, or anything at all of its own once it has loaded. Going to
 *   another of its pages is allowed; parts that it loads on demand only where a spec says
 *   `test.use({ lazyParts: true })`.
 *
 * Each is a line in `complaints`. A test that provokes one on purpose takes it out of there.
 */
import { test as base, type Frame, type Request } from "@playwright/test";

export { expect } from "@playwright/test";

interface Watch {
  complaints: string[];
  lazyParts: boolean;
}

export const test = base.extend<Watch>({
  lazyParts: [false, { option: true }],
  complaints: [
    async ({ context, baseURL, lazyParts }, use) => {
      const complaints: string[] = [];
      const loaded = new Set<Frame>();
      const here = new URL(baseURL ?? "").href;

      const complainAbout = (request: Request) => {
        const url = request.url();
        // The icon is the browser's own wish, at a time of its own.
        if (/^(?:blob|data|about):/.test(url) || url === `${here}icon.svg`) return;
        if (!url.startsWith(here)) {
          complaints.push(`request to elsewhere: ${url}`);
          return;
        }
        // A worker's requests have no frame, and no page waits for them.
        const frame = frameOf(request);
        if (frame !== null && request.isNavigationRequest()) loaded.delete(frame);
        else if (frame === null || loaded.has(frame)) {
          const part = /^assets\/[^?#]+\.(?:js|css)$/.test(url.slice(here.length));
          if (!(part && lazyParts)) complaints.push(`request after load: ${url}`);
        }
      };
      context.on("request", complainAbout);
      context.on("weberror", (error) => complaints.push(`error: ${error.error().message}`));
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text()}`);
      });
      context.on("page", (page) => page.on("load", () => loaded.add(page.mainFrame())));
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
          console.error(`policy: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
        });
      });

      await use(complaints);
      base.expect(complaints, "complaints about the page").toEqual([]);
    },
    { auto: true },
  ],
});

function frameOf(request: Request): Frame | null {
  return request.serviceWorker() === null ? request.frame() : null;
}
