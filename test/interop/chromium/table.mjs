// @ts-check
/**
 * Prints every recorded handshake of Chromium 156, what the browser did and what its model says, without a browser. `node
 * test/interop/chromium/table.mjs`; it fails when one is not predicted.
 */
import { readFileSync } from "node:fs";
import { withCore } from "../webkit/reference.mjs";

/** @typedef {{ id: string, events: string[], console: string[], closed: boolean | null, request: Buffer, response: Buffer }} Recorded */

const wrong = await withCore(async (load) => {
  const { judgeAsChromium156 } = await load("clients/chromium-156.ts");
  const all = recordings();
  let wrong = 0;
  console.log("    ", "recorded handshake".padEnd(48), "seen     model    printed");
  for (const { id, events, console: lines, closed, request, response } of all) {
    const seen = {
      accepts: /^open/.test(events[0] ?? ""),
      console: lines.length === 0 ? null : lines.join("\n"),
      waits: events[0] === "timeout",
    };
    const judged = judgeAsChromium156(request, response, { closed });
    const same =
      judged?.accepts === seen.accepts &&
      judged.console === seen.console &&
      judged.waits === seen.waits;
    if (!same) wrong += 1;
    const verdicts = [seen, judged].map((verdict) => inWords(verdict).padEnd(8));
    const printed = seen.console === null ? "" : JSON.stringify(seen.console);
    console.log(same ? "ok  " : "FAIL", id.padEnd(48), ...verdicts, printed);
    if (!same) console.log("     the model prints", JSON.stringify(judged?.console));
  }
  console.log(`${all.length} recorded handshakes, ${wrong} not predicted.`);
  return wrong;
});
process.exitCode = wrong === 0 ? 0 : 1;

/** @returns {Recorded[]} */
function recordings() {
  const given = fixture("chromium-156-rfc6455.json").cases.map((/** @type {any} */ one) => ({
    ...one,
    closed: null,
    request: Buffer.from(one.request_hex, "hex"),
    response: Buffer.from(one.response_hex, "hex"),
  }));
  const { request, cases } = fixture("chromium-156-answers.json");
  const own = cases
    .filter((/** @type {any} */ { response }) => response !== null)
    .map((/** @type {any} */ one) => {
      const asked = one.protocol === null ? "" : `Sec-WebSocket-Protocol: ${one.protocol}\r\n`;
      const text = request.replace("{id}", one.id).replace("{key}", one.key);
      return {
        ...one,
        closed: one.end,
        request: Buffer.from(text.replace(/\r\n$/, `${asked}\r\n`), "latin1"),
        response: Buffer.from(one.response, "latin1"),
      };
    });
  return [...given, ...own];
}

/** @returns {any} */
function fixture(/** @type {string} */ name) {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8"));
}

function inWords(/** @type {{ accepts: boolean, waits: boolean } | null} */ judgement) {
  if (judgement === null) return "-";
  return judgement.accepts ? "accepts" : judgement.waits ? "waits" : "refuses";
}
