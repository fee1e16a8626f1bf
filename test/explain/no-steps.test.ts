import { expect, test } from "vitest";
import { noStepsWords } from "../../src/explain/no-steps.ts";

test.each([
  ["nothing", { asked: false, answered: false, isMessage: false }, "No request yet", /^Paste the/],
  ["a message", { asked: false, answered: false, isMessage: true }, "No request yet", /^What the/],
  [
    "an answer",
    { asked: false, answered: true, isMessage: false },
    "An answer, and no request",
    /key/,
  ],
  ["HTTP/2", { asked: true, answered: true, isMessage: false }, "Nothing to compute", /CONNECT/],
])("with %s, it says what there is and what is needed", (_, given, title, says) => {
  const words = noStepsWords(given);
  expect(words.title).toBe(title);
  expect(words.sentences).toMatch(says);
});
