/**
 * Gives a real hixie-76 browser right and wrong answers and holds what it does against the model of it.
 * `node test/interop/webkit/run.mjs [--write]`: with --write, the recording replaces the one that the unit tests use.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ANSWERS } from "./answers.mjs";
import { phantomjs } from "./phantomjs.mjs";
import { withCore } from "./reference.mjs";
import { serve } from "./server.mjs";

const SCRIPT = fileURLToPath(new URL("record.cjs", import.meta.url));
const FIXTURE = new URL("../../fixtures/webkit-534-answers.json", import.meta.url);
const AT_ONCE = 6;
const PATIENCE = 1200;
const DEADLINE = 60_000;

/** @typedef {{ id: string, events: string[], console: string[], end: boolean, request: Buffer, response: Buffer }} Recorded */

const failed = await withCore(async (load) => {
  const { answer } = await load("hixie76/handshake.ts");
  const { judgeAsWebKit534 } = await load("clients/webkit-534.ts");
  const recorded = await record(answer);
  let failed = 0;
  for (const { id, events, console, end, request, response } of recorded) {
    const seen = {
      accepts: events.includes("open"),
      console: console.join("\n") || null,
      waits: events[0] === "timeout",
    };
    const judged = judgeAsWebKit534(request, response, { closed: end });
    const model = { accepts: judged?.accepts, console: judged?.console, waits: judged?.waits };
    const agrees = JSON.stringify(seen) === JSON.stringify(model);
    if (!agrees) failed += 1;
    say(`${agrees ? "ok  " : "FAIL"} ${id.padEnd(36)} ${inWords(seen)}`);
    if (!agrees) say(`     ${"the model:".padEnd(36)} ${inWords(model)}`);
  }
  if (process.argv.includes("--write")) writeFileSync(FIXTURE, fixture(recorded));
  say(
    `${recorded.length} answers to PhantomJS 1.9.8: ${recorded.length - failed} as the model says, ${failed} not.`,
  );
  return failed;
});
process.exitCode = failed === 0 ? 0 : 1;

/** Lets the browser meet every answer. */
async function record(/** @type {(request: Uint8Array) => Uint8Array} */ answer) {
  const server = await serve((id, request) => {
    const wanted = ANSWERS.get(id);
    if (!wanted) throw new Error(`nothing to answer ${id} with`);
    const bytes = wanted.answer(takeApart(answer(request)));
    const pieces = [bytes].flat().map((text) => Buffer.from(text, "latin1"));
    return { pieces, end: wanted.end };
  });
  try {
    const cases = [...ANSWERS].flatMap(([id, { protocol }]) => [id, protocol ?? "-"]);
    const args = [SCRIPT, String(server.port), String(AT_ONCE), String(PATIENCE), ...cases];
    /** @type {Record<string, { events: string[], console: string[] }>} */
    const results = JSON.parse(await phantomjs(args, DEADLINE));
    return [...ANSWERS].map(([id, { end }]) => {
      const exchange = server.exchanges.get(id);
      const result = results[id];
      if (!exchange || !result) throw new Error(`${id}: no handshake was recorded`);
      return { id, end, ...result, ...exchange };
    });
  } finally {
    await server.stop();
  }
}

/** @returns {import("./answers.mjs").Right} */
function takeApart(/** @type {Uint8Array} */ response) {
  const text = Buffer.from(response).toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  const [status = "", ...fields] = text.slice(0, end).split("\r\n");
  return { status, fields, digest: text.slice(end + 4) };
}

function inWords(
  /** @type {{ accepts?: boolean, console?: string | null, waits?: boolean }} */ {
    accepts,
    console,
    waits,
  },
) {
  const verdict = accepts ? "accepts" : waits ? "waits" : "refuses";
  return console ? `${verdict}, ${JSON.stringify(console)}` : verdict;
}

function fixture(/** @type {Recorded[]} */ recorded) {
  const cases = recorded.map(({ id, events, console, end, request, response }) =>
    JSON.stringify({
      id,
      events,
      console,
      end,
      request: request.toString("hex"),
      response: response.toString("hex"),
    }),
  );
  return `[\n${cases.join(",\n")}\n]\n`;
}

function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}
