// @ts-check
/**
 * Every check of the project, in order; one that fails does not keep the next from running.
 *
 * What failed is said again at the end, where one looks first in a long output. The last line
 * counts the tests of Vitest and Playwright, "N passed, N failed". Failed counts as well a check
 * that fails otherwise (format, lint, types, a build, a run that breaks off) and a test that did
 * not run: nothing is skipped in silence.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} [failures] each failed test by its name, and how its message begins
 */

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
      const { numTotalTests: total, numPassedTests: passed, testResults } = readReport(unitReport);
      return { passed, failed: total - passed, failures: testResults.flatMap(failuresOfFile) };
    },
  },
  {
    script: "test:browser",
    args: ["--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: () => {
      const { stats, suites } = readReport(browserReport);
      const { expected, unexpected, flaky, skipped } = stats;
      const failed = unexpected + flaky + skipped;
      return { passed: expected, failed, failures: suites.flatMap(failuresOfSuite) };
    },
  },
];

/** @param {string} path */
function readReport(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * A file in Vitest's report.
 * @param {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }} file
 * @returns {string[]}
 */
function failuresOfFile({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status !== "passed");
  // A file can fail as a whole, before it has any test.
  if (status === "failed" && failed.length === 0) return [failure(name, message)];
  return failed.map((test) =>
    failure(`${name}: ${test.fullName}`, test.failureMessages.join("\n")),
  );
}

/**
 * A suite in Playwright's report: its own tests, and those of the suites in it.
 * @typedef {{ projectName: string, status: string, results: { error?: { message: string } }[] }} Tried
 * @typedef {{ file: string, specs?: { title: string, tests: Tried[] }[], suites?: Suite[] }} Suite
 * @param {Suite} suite
 * @returns {string[]}
 */
function failuresOfSuite({ file, specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status !== "expected")
      .map(({ projectName, status, results }) =>
        failure(`[${projectName}] ${file}: ${title}`, results[0]?.error?.message ?? status),
      ),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/** @type {(name: string, message: string) => string} */
function failure(name, message) {
  return [name, ...message.split("\n").slice(0, 20)].join("\n    ");
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
for (const failure of counts.flatMap(({ failures = [] }) => failures))
  console.log(`✗ ${failure}\n`);
for (const count of counts) {
  console.log(`${count.failed === 0 ? "✓" : "✗"} ${count.script}`);
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
