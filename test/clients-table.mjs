/** Prints every recorded handshake beside what the models say of it: `node test/clients-table.mjs`. */
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
  const { judgeAsWebKit534 } = await load("clients/webkit-534.ts");
  let wrong = 0;
  for (const { id, events, console: lines, end, request, response } of recordings()) {
    const seen = {
      accepts: events.includes("open"),
      console: lines.join("\n") || null,
      waits: events[0] === "timeout",
    };
    const judged = judgeAsWebKit534(Buffer.from(request, "hex"), Buffer.from(response, "hex"), {
      closed: end ?? false,
    });
    const same =
      judged?.accepts === seen.accepts &&
      judged.console === seen.console &&
      judged.waits === seen.waits;
    if (!same) wrong += 1;
    const cells = [same ? "ok  " : "FAIL", id.padEnd(36), inWords(seen).padEnd(8), inWords(judged)];
    console.log(cells.join(" "), seen.console === null ? "" : JSON.stringify(seen.console));
    if (!same) console.log("     the model prints", JSON.stringify(judged?.console));
  }
  console.log(`${recordings().length} recorded handshakes, ${wrong} not predicted.`);
  return wrong;
});
process.exitCode = wrong === 0 ? 0 : 1;
