import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildLibrary } from "../../src/site/library.ts";

/** A project of somebody else's that has installed the library, as its package.json publishes it. */
const ROOT = join(import.meta.dirname, "../..");
let consumer = "";

const run = async (...args: string[]) => {
  const done = promisify(execFile)(process.execPath, args, { cwd: consumer });
  return await done.then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => `${error.stdout}${error.stderr}`,
  );
};

beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), "handshake-101-"));
  const installed = join(consumer, "node_modules/handshake-101");
  await mkdir(installed, { recursive: true });
  await symlink(join(ROOT, "package.json"), join(installed, "package.json"));
  await buildLibrary(join(installed, "dist/lib"));
  await writeFile(join(consumer, "package.json"), '{ "type": "module" }');
}, 60_000);

afterAll(() => rm(consumer, { recursive: true }));

test("Node imports it by the package's name, with nothing else installed", async () => {
  await writeFile(
    join(consumer, "use.js"),
    'import * as library from "handshake-101"; console.log(typeof library.answer);',
  );
  expect(await run("use.js")).toBe("function\n");
});

test.each([
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
])("its types are found by module %s, resolution %s", async (module, resolution) => {
  await writeFile(
    join(consumer, "use.ts"),
    `import { answer } from "handshake-101";
     export const right: Uint8Array = answer(new Uint8Array());
     export const wrong: string = answer(new Uint8Array());`,
  );
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2022", "--types", ""];
  const output = await run(
    ...[tsc, ...options, "--module", module, "--moduleResolution", resolution, "use.ts"],
  );
  expect(output.trim().split("\n")).toEqual([
    expect.stringMatching(/^use\.ts\(3,.*TS2322: .* not assignable to type 'string'/),
  ]);
});

test("it is not minified, and says where its source is", async () => {
  const path = join(consumer, "node_modules/handshake-101/dist/lib/handshake-101.js");
  const code = await readFile(path, "utf8");
  expect(code).toContain("\nfunction answer(");
  expect(code.trimEnd().split("\n").at(-1)).toBe("//# sourceMappingURL=handshake-101.js.map");
});
