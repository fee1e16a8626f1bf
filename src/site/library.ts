/** Builds src/core into a library: one module for browsers and Node, not minified, with its types. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "vite";

const ROOT = join(import.meta.dirname, "../..");
const NAME = "handshake-101";

/** Builds the library into `dist/lib` behind the page. */
export function library(): Plugin {
  return {
    name: "library",
    apply: "build",
    closeBundle: {
      sequential: true,
      async handler(error) {
        if (error === undefined) await buildLibrary(join(ROOT, "dist/lib"));
      },
    },
  };
}

/** Writes `handshake-101.js`, its source map, `handshake-101.d.ts` and `types/` into `outDir`. */
export async function buildLibrary(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      sourcemap: true,
      lib: { entry: "src/core/index.ts", formats: ["es"], fileName: () => `${NAME}.js` },
    },
  });
  await writeTypes(outDir);
}

async function writeTypes(outDir: string): Promise<void> {
  const types = join(outDir, "types");
  await promisify(execFile)(process.execPath, [
    join(ROOT, "node_modules/typescript/bin/tsc"),
    ...["-p", join(ROOT, ".config/tsconfig.library.json")],
    ...["--outDir", types],
  ]);
  await writeFile(join(outDir, `${NAME}.d.ts`), 'export * from "./types/index.js";\n');
}
