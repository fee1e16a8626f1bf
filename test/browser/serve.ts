/**
 * Serves the built page for the browser tests, on a port that the system chooses and under a path
 * of several parts: the page must work wherever somebody puts it.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const DIST = join(import.meta.dirname, "../../dist");
const PREFIX = "/docs/handshake/";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Runs once before all browser tests; what it returns runs after them. */
export default async function serve(): Promise<() => Promise<void>> {
  if (!existsSync(join(DIST, "index.html"))) throw new Error("nothing is built: npm run build");
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = decodeURIComponent(pathname).replace(/\/$/, "/index.html");
    const body = path.startsWith(PREFIX)
      ? await readFile(join(DIST, path.slice(PREFIX.length))).catch(() => null)
      : null;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.writeHead(body === null ? 404 : 200, { "content-type": type });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  process.env.PAGE_ADDRESS = `http://127.0.0.1:${port}${PREFIX}`;
  return () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
}
