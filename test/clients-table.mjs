/**
 * Prints every recorded handshake: what the browser did, what its model says, what a client would do that follows the draft, and
 * what the browser printed. `node test/clients-table.mjs`; it fails when a recording is not predicted.
 */
import { readFileSync } from "node:fs";
import { withCore } from "./interop/webkit/reference.mjs";

/**
 * @typedef {{ id: string, events: string[], console: string[], end?: boolean, request: string, response: string }} Recorded
 */

/** @returns {any} */
function fixture(/** @type {string} */ name) {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8"));
}

/** @returns {Recorded[]} */
function recordings() {
  const given = fixture("webkit-534-hixie76.json").cases.map((/** @type {any} */ recorded) => ({
    ...recorded,
    request: recorded.request_hex,
    response: recorded.response_hex,
  }));
  return [...given, ...fixture("webkit-534-answers.json")];
}

function inWords(/** @type {{ accepts: boolean, waits: boolean } | null} */ judgement) {
  if (judgement === null) return "cannot tell";
  return judgement.accepts ? "accepts" : judgement.waits ? "waits" : "refuses";
}

const wrong = await withCore(async (load) => {
  const { judgeAsDraft } = await load("clients/draft.ts");
  const { judgeAsWebKit534 } = await load("clients/webkit-534.ts");
  let wrong = 0;
  console.log("    ", "recorded handshake".padEnd(56), "seen     model    draft    printed");
  for (const { id, events, console: lines, end, request, response } of recordings()) {
    const seen = {
      accepts: events.includes("open"),
      console: lines.join("\n") || null,
      waits: events[0] === "timeout",
    };
    const exchange = [Buffer.from(request, "hex"), Buffer.from(response, "hex"), { closed: end }];
    const judged = judgeAsWebKit534(...exchange);
    const draft = judgeAsDraft(...exchange);
    const same =
      judged?.accepts === seen.accepts &&
      judged.console === seen.console &&
      judged.waits === seen.waits;
    if (!same) wrong += 1;
    const verdicts = [seen, judged, draft].map((verdict) => inWords(verdict).padEnd(8));
    const printed = seen.console === null ? "" : JSON.stringify(seen.console);
    console.log(same ? "ok  " : "FAIL", id.padEnd(56), ...verdicts, printed);
    if (!same) console.log("     the model prints", JSON.stringify(judged?.console));
  }
  console.log(`${recordings().length} recorded handshakes, ${wrong} not predicted.`);
  return wrong;
});
process.exitCode = wrong === 0 ? 0 : 1;
