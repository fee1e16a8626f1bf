/** The links of the pages about failures, opened as the page opens them: the example is the example, to the byte. */
import { describe, expect, test } from "vitest";
import { fromHex, hex } from "../../src/core/bytes/hex.ts";
import { catalogue } from "../../src/core/diagnosis/catalogue/index.ts";
import type { Entry } from "../../src/core/diagnosis/define/define-finding.ts";
import { diagnoseBy } from "../../src/core/diagnosis/diagnose-by.ts";
import { OF_REQUESTS } from "../../src/core/diagnosis/request-catalogue.ts";
import type { Conversation } from "../../src/core/input/conversation.ts";
import { joinAnswer } from "../../src/core/input/join.ts";
import { withKey3 } from "../../src/core/input/key3.ts";
import { readPasteAs } from "../../src/core/input/read-paste.ts";
import { readFailures } from "../../src/site/failures/failure.ts";
import { parseLink } from "../../src/ui/link/link.ts";
import type { Selection } from "../../src/ui/state.ts";

interface Opened {
  readonly conversation: Conversation;
  readonly selection: Selection | null;
}

async function open(link: string): Promise<Opened> {
  const { state, problems } = await parseLink(link);
  expect(problems).toEqual([]);
  const { request, key3, answer, choice } = state.input;
  const [asked = null] = readPasteAs(request, choice);
  const typed = key3 === "" ? null : fromHex(key3);
  const [answered = null] = readPasteAs(answer, { side: "response" });
  const conversation = joinAnswer(asked && typed ? withKey3(asked, typed) : asked, answered);
  return {
    conversation: conversation ?? expect.fail("the link opens nothing"),
    selection: state.cursor.selection,
  };
}

/** The page loads what is found in answers only when there is one. */
function codesIn(conversation: Conversation): string[] {
  const entries: readonly Entry[] = conversation.response ? catalogue : OF_REQUESTS;
  return diagnoseBy(entries, conversation).findings.map(({ code }) => code);
}

const bytesOf = ({ request, clientBytes, response, serverBytes }: Conversation): string[] =>
  [
    [request, clientBytes],
    [response, serverBytes],
  ].map((parts) => parts.map((part) => (part ? hex(part) : "")).join(""));

const failures = (await readFailures()).map((failure) => [failure.code, failure] as const);

describe.each(failures)("%s", (code, failure) => {
  const { example, findings, others, link, counterExample, counterLink } = failure;

  test("its link opens its example, to the byte, and finds in it what the page shows", async () => {
    const { conversation, selection } = await open(link);
    expect(bytesOf(conversation)).toEqual(bytesOf(example));
    expect(codesIn(conversation)).toContain(code);
    if (example.exact) {
      expect(conversation.exact).toBe(true);
      const all = [...findings, ...others].map((finding) => finding.code);
      expect(codesIn(conversation).sort()).toEqual(all.sort());
    }
    const [{ in: place, span }] = findings;
    const canBeSelected = place === "request" && span !== null && span[0] < span[1];
    expect(selection?.span ?? null).toEqual(canBeSelected ? span : null);
  });

  test("the link beside it opens what comes close, where it is not found", async () => {
    const { conversation } = await open(counterLink);
    expect(bytesOf(conversation)).toEqual(bytesOf(counterExample));
    expect(codesIn(conversation)).not.toContain(code);
  });
});

test("no link is longer than what survives in a message", () => {
  for (const [code, { link, counterLink }] of failures) {
    expect(link.length, code).toBeLessThan(2000);
    expect(counterLink.length, code).toBeLessThan(2000);
  }
});
