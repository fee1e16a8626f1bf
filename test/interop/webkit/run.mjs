/**
 * Gives a real hixie-76 browser right and wrong answers and holds what it does against the model of it. What is recorded can
 * replace the recording that the unit tests use.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inWords, printed, sameJudgement } from "../judgements.mjs";
import { withSources } from "../sources.mjs";
import { ANSWERS } from "./answer.mjs";
import "./answers.mjs";
import "./mixed-answers.mjs";
import "./odd-answers.mjs";
import { phantomjs } from "./phantomjs.mjs";
import { serve } from "./server.mjs";

const SCRIPT = fileURLToPath(new URL("record.cjs", import.meta.url));
const FIXTURE = new URL("../../fixtures/webkit-534-answers.json", import.meta.url);
const AT_ONCE = 6;
const PATIENCE = 1200;
const DEADLINE = 60_000;

/** @typedef {{ id: string, events: string[], console: string[], end: boolean, request: Buffer, response: Buffer }} Recorded */

/** Prints a line for each answer; resolves with how many the model does not foretell, of how many. */
export async function compareWebKit(/** @type {{ write: boolean }} */ { write }) {
  return await withSources(async (load) => {
    const { answer } = await load("src/core/hixie76/handshake.ts");
    const { judgeAsWebKit534 } = await load("src/core/clients/webkit-534.ts");
    const recorded = await record(answer);
    let failed = 0;
    for (const { id, events, console, end, request, response } of recorded) {
      const seen = {
        accepts: events.includes("open"),
        console: printed(console),
        waits: events[0] === "timeout",
      };
      const model = judgeAsWebKit534(request, response, { closed: end });
      const agrees = sameJudgement(seen, model);
      if (!agrees) failed += 1;
      say(`${agrees ? "ok  " : "FAIL"} ${id.padEnd(42)} ${inWords(seen)}`);
      if (!agrees) say(`     ${"the model:".padEnd(42)} ${inWords(model)}`);
    }
    if (write) writeFileSync(FIXTURE, fixture(recorded));
    return { browser: "PhantomJS 1.9.8", total: recorded.length, failed };
  });
}

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

/** @returns {import("./answer.mjs").Right} */
function takeApart(/** @type {Uint8Array} */ response) {
  const text = Buffer.from(response).toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  const [status = "", ...fields] = text.slice(0, end).split("\r\n");
  return { status, fields, digest: text.slice(end + 4) };
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
