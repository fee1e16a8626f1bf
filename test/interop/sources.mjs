/** The project's own TypeScript, loaded as it stands. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

/**
 * Calls `use` with a loader of modules, by their path from the project's folder, and stops the loader whatever happens.
 * @template T
 * @param {(load: (path: string) => Promise<Record<string, any>>) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSources(use) {
  const vite = await createServer({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    configFile: false,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use((path) => vite.ssrLoadModule(`/${path}`));
  } finally {
    await vite.close();
  }
}
