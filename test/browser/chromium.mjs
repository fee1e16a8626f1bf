// @ts-check
/**
 * The browser that the browser tests drive, in this order:
 *
 * 1. what the environment variable CHROMIUM_PATH names: the path of a Chromium, Chrome or Edge;
 * 2. one that is installed: on the PATH, or where Linux, macOS and Windows usually have it;
 * 3. the one that Playwright has downloaded, or downloads now;
 * 4. Debian's own package, when we are root there.
 *
 * Tests without a browser are not skipped: finding none is an error that says what to install.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { posix, win32 } from "node:path";
import { chromium } from "@playwright/test";

/**
 * The machine we are on, as far as this matters; the tests describe others.
 * @typedef {object} Machine
 * @property {string} platform as `process.platform` has it
 * @property {Record<string, string | undefined>} env
 * @property {boolean} root
 * @property {(path: string) => boolean} exists
 * @property {(command: string, ...args: string[]) => boolean} run shows its output; true when it succeeds
 * @property {() => string} playwrights where Playwright keeps its Chromium, downloaded or not
 */

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];

const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

const NONE =
  "No browser to test with: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to where one is.";

/**
 * Where an installed browser may be, best first.
 * @param {Pick<Machine, "platform" | "env">} machine
 */
export function usualPlaces({ platform, env }) {
  const windows = platform === "win32";
  const { delimiter, join } = windows ? win32 : posix;
  const onPath = (env.PATH ?? env.Path ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, windows ? `${name}.exe` : name)));
  if (windows) {
    const folders = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA];
    const programs = folders.flatMap((folder) =>
      folder ? WINDOWS_PROGRAMS.map((program) => join(folder, program)) : [],
    );
    return [...onPath, ...programs];
  }
  if (platform === "darwin") {
    const folders = ["/Applications", join(env.HOME ?? "/", "Applications")];
    const apps = folders.flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
    return [...onPath, ...apps];
  }
  const folders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
  const programs = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...programs, "/opt/google/chrome/chrome"];
}

/**
 * The path of a browser, which is installed first where there is none.
 * @param {Machine} machine
 * @returns {string}
 */
export function findChromium(machine = thisMachine()) {
  const { platform, env, root, exists, run, playwrights } = machine;
  if (env.CHROMIUM_PATH) {
    if (exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, where there is nothing.`);
  }
  const find = () => [...usualPlaces(machine), playwrights()].find(exists);
  const found = find();
  if (found !== undefined) return found;

  // What Playwright downloads needs libraries of the system, so it counts only once it has run.
  const downloaded =
    run(process.execPath, playwrightCli(), "install", "chromium") &&
    (platform !== "linux" || run(playwrights(), "--version"));
  if (downloaded && exists(playwrights())) return playwrights();

  if (root && exists("/etc/debian_version")) {
    run("apt-get", "update") && run("apt-get", "install", "-y", "chromium");
  }
  const installed = usualPlaces(machine).find(exists);
  if (installed === undefined) throw new Error(NONE);
  return installed;
}

function playwrightCli() {
  return createRequire(import.meta.url).resolve("@playwright/test/cli");
}

/** @returns {Machine} */
function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    root: process.getuid?.() === 0,
    exists: existsSync,
    run: (command, ...args) =>
      spawnSync(command, args, { stdio: "inherit", timeout: 600_000 }).status === 0,
    playwrights: () => chromium.executablePath(),
  };
}
