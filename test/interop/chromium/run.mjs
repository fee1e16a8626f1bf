// @ts-check
/**
 * Gives every answer of answers.mjs to a real Chromium, and compares what it did with what its model says. `node
 * test/interop/chromium/run.mjs`; it fails when they differ. `--write` keeps what was seen for the tests.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { withCore } from "../webkit/reference.mjs";
import { ANSWERS } from "./answers.mjs";
import { browse } from "./browser.mjs";
import { serve } from "./server.mjs";

const FIXTURE = new URL("../../fixtures/chromium-156-answers.json", import.meta.url);
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

const RIGHT = {
  text: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n",
  end: false,
};

/** @typedef {{ id: string, events: string[], console: string[], end: boolean, request: Buffer, response: Buffer, frames: Buffer[] }} Recorded */

const failed = await withCore(async (load) => {
  const { judgeAsChromium156 } = await load("clients/chromium-156.ts");
  const { version, recorded } = await record();
  let failed = 0;
  for (const { id, events, console, end, request, response } of recorded) {
    const seen = {
      accepts: /^open/.test(events[0] ?? ""),
      console: console.length === 0 ? null : console.join("\n"),
      waits: events[0] === "timeout",
    };
    const judged = judgeAsChromium156(request, response, { closed: end });
    const model = { accepts: judged?.accepts, console: judged?.console, waits: judged?.waits };
    const agrees = JSON.stringify(seen) === JSON.stringify(model);
    if (!agrees) failed += 1;
    say(`${agrees ? "ok  " : "FAIL"} ${id.padEnd(42)} ${inWords(seen)}`);
    if (!agrees) say(`     ${"the model:".padEnd(42)} ${inWords(model)}`);
  }
  if (process.argv.includes("--write")) writeFileSync(FIXTURE, fixture(recorded));
  say(
    `${recorded.length} answers to Chromium ${version}: ${recorded.length - failed} as the model says, ${failed} not.`,
  );
  return failed;
});
process.exitCode = failed === 0 ? 0 : 1;

/** Lets the browser meet every answer; between them a right one, or it would wait longer and longer before it tries again. */
async function record() {
  const server = await serve((id, request) => {
    const { text, end } = ANSWERS.get(id) ?? RIGHT;
    return { response: Buffer.from(text.replaceAll("{accept}", accept(request)), "latin1"), end };
  });
  try {
    const openings = [...ANSWERS].flatMap(([id, { protocols }]) => [
      { id, protocols },
      { id: `right-behind-${id}`, protocols: [] },
    ]);
    const { version, seen } = await browse(server.port, openings);
    const recorded = [...ANSWERS].map(([id, { end }]) => {
      const exchange = server.exchanges.get(id);
      const one = seen.get(id);
      if (!exchange || !one) throw new Error(`${id}: no handshake was recorded`);
      return { id, end, ...one, ...exchange };
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

function inWords(
  /** @type {{ accepts?: boolean, console?: string | null, waits?: boolean }} */ {
    accepts,
    console,
    waits,
  },
) {
  const verdict = accepts ? "accepts" : waits ? "waits" : "refuses";
  return console === null ? verdict : `${verdict}, ${JSON.stringify(console)}`;
}

/** The requests differ in their ids, keys and subprotocols only; bytes of responses stand as Latin-1. */
function fixture(/** @type {Recorded[]} */ recorded) {
  const request = template(/** @type {Recorded} */ (recorded[0]));
  const cases = recorded.map(({ id, events, console, end, request, response, frames }) =>
    JSON.stringify({
      id,
      events,
      console,
      end,
      key: field(request, "Sec-WebSocket-Key"),
      protocol: field(request, "Sec-WebSocket-Protocol"),
      // Two of them are a quarter of a megabyte of the same letter.
      response: response.length > 100_000 ? null : response.toString("latin1"),
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
