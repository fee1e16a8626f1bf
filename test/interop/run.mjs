// @ts-check
/**
 * Gives real browsers right and wrong answers, and compares what they do with what their models say. `node test/interop/run.mjs`
 * takes both browsers, `… webkit` or `… chromium` one of them; with `--write`, what is recorded replaces the fixtures of the unit
 * tests. A browser that cannot be started fails for itself: the other one is compared all the same.
 */
import { compareChromium } from "./chromium/run.mjs";
import { compareWebKit } from "./webkit/run.mjs";

/** @typedef {{ browser: string, total: number, failed: number }} Compared */

/** @type {Readonly<Record<string, (options: { write: boolean }) => Promise<Compared>>>} */
const BROWSERS = { webkit: compareWebKit, chromium: compareChromium };

const words = process.argv.slice(2);
const names = words.filter((word) => word !== "--write");
const unknown = names.filter((name) => !(name in BROWSERS));
if (unknown.length > 0) {
  say(`No such browser: ${unknown.join(", ")}. There are ${Object.keys(BROWSERS).join(" and ")}.`);
  process.exit(2);
}

/** @type {string[]} */
const ends = [];
for (const [name, compare] of Object.entries(BROWSERS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  try {
    const { browser, total, failed } = await compare({ write: words.includes("--write") });
    ends.push(`${browser}: ${total} answers, ${total - failed} as the model says, ${failed} not.`);
    if (failed > 0) process.exitCode = 1;
  } catch (error) {
    ends.push(`${name}: not compared. ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
say(ends.join("\n"));

function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}
