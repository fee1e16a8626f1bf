// @ts-check
/**
 * Gives every answer of answers.mjs to a real Chromium, and holds what it does against the model of it. What is recorded can
 * replace the recording that the unit tests use.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { inWords, printed, sameJudgement } from "../judgements.mjs";
import { withSources } from "../sources.mjs";
import { ANSWERS } from "./answer.mjs";
import "./answers.mjs";
import "./frame-answers.mjs";
import "./extension-answers.mjs";
import "./head-answers.mjs";
import "./large-answers.mjs";
import "./mixed-answers.mjs";
import { browse } from "./browser.mjs";
import { serve } from "./server.mjs";

const FIXTURE = new URL("../../fixtures/chromium-156-answers.json", import.meta.url);
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

const RIGHT = {
  text: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n",
  end: false,
  stays: false,
};

/** @typedef {{ id: string, events: string[], console: string[], end: boolean, stays: boolean, request: Buffer, response: Buffer, frames: Buffer[] }} Recorded */

/** Prints a line for each answer; resolves with how many the model does not foretell, of how many. */
export async function compareChromium(/** @type {{ write: boolean }} */ { write }) {
  return await withSources(async (load) => {
    const { judgeAsChromium156 } = await load("src/core/clients/chromium-156.ts");
    const { version, recorded } = await record();
    let failed = 0;
    for (const { id, events, console, end, stays, request, response } of recorded) {
      const seen = {
        accepts: /^open/.test(events[0] ?? ""),
        console: printed(console),
        waits: events[0] === "timeout",
      };
      const model = judgeAsChromium156(request, response, { closed: end, stays });
      const agrees = sameJudgement(seen, model);
      if (!agrees) failed += 1;
      say(`${agrees ? "ok  " : "FAIL"} ${id.padEnd(42)} ${inWords(seen)}`);
      if (!agrees) say(`     ${"the model:".padEnd(42)} ${inWords(model)}`);
    }
    if (write) writeFileSync(FIXTURE, fixture(recorded));
    return { browser: `Chromium ${version}`, total: recorded.length, failed };
  });
}

/** Lets the browser meet every answer; between them a right one, or it would wait longer and longer before it tries again. */
async function record() {
  const server = await serve((id, request) => {
    const { text, end, stays } = ANSWERS.get(id) ?? RIGHT;
    const response = Buffer.from(text.replaceAll("{accept}", accept(request)), "latin1");
    return { response, end, answersClose: !stays };
  });
  try {
    const openings = [...ANSWERS].flatMap(([id, { protocols, stays }]) => [
      { id, protocols, stays },
      { id: `right-behind-${id}`, protocols: [], stays: false },
    ]);
    const { version, seen } = await browse(server.port, openings);
    const recorded = [...ANSWERS].map(([id, { end, stays }]) => {
      const exchange = server.exchanges.get(id);
      const one = seen.get(id);
      if (!exchange || !one) throw new Error(`${id}: no handshake was recorded`);
      return { id, end, stays, ...one, ...exchange };
    });
    return { version, recorded };
  } finally {
    await server.stop();
  }
}

function accept(/** @type {Buffer} */ request) {
  const [, key = ""] = /Sec-WebSocket-Key: (.*)\r/.exec(request.toString("latin1")) ?? [];
  return createHash("sha1")
    .update(key + GUID)
    .digest("base64");
}

/**
 * The requests differ in their ids, keys and subprotocols only; bytes of responses stand as Latin-1, many of the same letter as
 * the letter and a number.
 */
function fixture(/** @type {Recorded[]} */ recorded) {
  const request = template(/** @type {Recorded} */ (recorded[0]));
  const cases = recorded.map(({ id, events, console, end, stays, request, response, frames }) =>
    JSON.stringify({
      id,
      events,
      console,
      end,
      ...(stays ? { stays } : {}),
      key: field(request, "Sec-WebSocket-Key"),
      protocol: field(request, "Sec-WebSocket-Protocol"),
      response: response
        .toString("latin1")
        .replace(/([a-z])\1{99,}/g, (run, letter) => `{${letter}*${run.length}}`),
      frames: frames.map((one) => one.toString("hex")),
    }),
  );
  return `{\n"request": ${JSON.stringify(request)},\n"cases": [\n${cases.join(",\n")}\n]\n}\n`;
}

function template(/** @type {Recorded} */ { id, request }) {
  const key = field(request, "Sec-WebSocket-Key") ?? "";
  return request.toString("latin1").replace(`/m/${id} `, "/m/{id} ").replace(key, "{key}");
}

function field(/** @type {Buffer} */ request, /** @type {string} */ name) {
  return new RegExp(`^${name}: (.*)\r$`, "m").exec(request.toString("latin1"))?.[1] ?? null;
}

function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}
