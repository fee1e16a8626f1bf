// @ts-check
/**
 * Prints every recorded handshake, a table for each browser: what the browser did, what its model says, what a client would do
 * that follows the draft or the RFC, and what the browser printed. `node test/clients-table.mjs`; it fails when a recording is not
 * predicted.
 */
import { inWords, printed, sameJudgement, verdict } from "./interop/judgements.mjs";
import { withSources } from "./interop/sources.mjs";

/**
 * @typedef {import("./interop/judgements.mjs").Seen} Seen
 * @typedef {{ id: string, events: string[], console: string[], closed: boolean | null, stays?: boolean, request: Uint8Array, response: Uint8Array }} Recorded
 * @typedef {(request: Uint8Array, response: Uint8Array, options: object) => Seen | null} Judge
 */

const wrong = await withSources(async (load) => {
  const webkit = await load("test/core/clients/recordings.ts");
  const chromium = await load("test/core/clients/chromium-recordings.ts");
  const { judgeAsWebKit534 } = await load("src/core/clients/webkit-534.ts");
  const { judgeAsChromium156 } = await load("src/core/clients/chromium-156.ts");
  const { judgeAsHixie76 } = await load("src/core/clients/draft-hixie76.ts");
  const { judgeAsRfc6455 } = await load("src/core/clients/draft-rfc6455.ts");
  const wrong = [
    print(
      {
        browser: "WebKit 534.34",
        text: "hixie-76",
        model: judgeAsWebKit534,
        strict: judgeAsHixie76,
      },
      [...webkit.GIVEN, ...webkit.OWN],
    ),
    print(
      {
        browser: "Chromium 156",
        text: "RFC 6455",
        model: judgeAsChromium156,
        strict: judgeAsRfc6455,
      },
      [...chromium.GIVEN, ...chromium.OWN],
    ),
  ];
  return wrong.reduce((sum, count) => sum + count);
});
process.exitCode = wrong === 0 ? 0 : 1;

/** How many are not predicted. */
function print(
  /** @type {{ browser: string, text: string, model: Judge, strict: Judge }} */ {
    browser,
    text,
    model,
    strict,
  },
  /** @type {readonly Recorded[]} */ recordings,
) {
  let wrong = 0;
  console.log("    ", browser.padEnd(56), "seen     model   ", text.padEnd(12), "printed");
  for (const { id, events, console: lines, closed, stays, request, response } of recordings) {
    const seen = {
      accepts: /^open/.test(events.join(" ")),
      console: printed(lines),
      waits: events[0] === "timeout",
    };
    const judged = model(request, response, { closed: closed ?? undefined, stays });
    const letter = strict(request, response, { closed: closed ?? undefined });
    const same = sameJudgement(seen, judged);
    if (!same) wrong += 1;
    const words = [verdict(seen).padEnd(8), verdict(judged).padEnd(8), verdict(letter).padEnd(12)];
    const quoted = seen.console === null ? "" : JSON.stringify(seen.console);
    console.log(same ? "ok  " : "FAIL", id.padEnd(56), ...words, quoted);
    if (!same) console.log("     the model:", inWords(judged));
  }
  console.log(`${browser}: ${recordings.length} recorded handshakes, ${wrong} not predicted.\n`);
  return wrong;
}
