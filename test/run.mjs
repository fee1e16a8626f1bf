// @ts-check
/**
 * Every check of the project, in order; one that fails does not keep the next from running.
 *
 * The last line counts the tests of Vitest and Playwright, "N passed, N failed". Failed counts as
 * well a check that fails otherwise (format, lint, types, a build, a run that breaks off) and a
 * test that did not run: nothing is skipped in silence.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * A script of package.json; when it runs tests, how to ask it for a report and how to read that.
 * @typedef {object} Check
 * @property {string} script
 * @property {string[]} [args]
 * @property {Record<string, string>} [env]
 * @property {() => Count} [count]
 */

const folder = mkdtempSync(join(tmpdir(), "handshake-101-test-"));
const unitReport = join(folder, "unit.json");
const browserReport = join(folder, "browser.json");

/** @type {Check[]} */
const CHECKS = [
  { script: "format:check" },
  { script: "lint" },
  { script: "types" },
  {
    script: "test:unit",
    args: ["--reporter=default", "--reporter=json", `--outputFile=${unitReport}`],
    count: () => {
      const report = readReport(unitReport);
      const { numTotalTests: total, numPassedTests: passed } = report;
      return { passed, failed: total - passed };
    },
  },
  {
    script: "test:browser",
    args: ["--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: () => {
      const { expected, unexpected, flaky, skipped } = readReport(browserReport).stats;
      return { passed: expected, failed: unexpected + flaky + skipped };
    },
  },
];

/** @param {string} path */
function readReport(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * @param {Check} check
 * @returns {Count}
 */
function run({ script, args = [], env = {}, count }) {
  console.log(`\n── ${script}`);
  // npm says where it is; started without it, the shell knows (on Windows it is a .cmd file).
  const npm = process.env.npm_execpath;
  const words = ["run", "--silent", script, "--", ...args];
  const options = { stdio: /** @type {const} */ ("inherit"), env: { ...process.env, ...env } };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync("npm", words, { ...options, shell: process.platform === "win32" });
  const counted = countOf(count);
  // A failure that no test stands for counts as one.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

/**
 * @param {(() => Count) | undefined} count
 * @returns {Count} no tests when the run broke off before it could report
 */
function countOf(count) {
  try {
    return count?.() ?? { passed: 0, failed: 0 };
  } catch (error) {
    console.error(`no report: ${error}`);
    return { passed: 0, failed: 1 };
  }
}

const counts = CHECKS.map((check) => ({ ...run(check), script: check.script }));
rmSync(folder, { recursive: true });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log("");
for (const count of counts) {
  console.log(`${count.failed === 0 ? "✓" : "✗"} ${count.script}`);
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
