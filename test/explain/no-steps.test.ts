import { expect, test } from "vitest";
import { noStepsWords } from "../../src/explain/no-steps.ts";

test.each([
  ["nothing", { asked: false, answered: false }, "No request yet", /^Paste the request/],
  ["an answer", { asked: false, answered: true }, "An answer, and no request", /paste that too/],
  ["HTTP/2", { asked: true, answered: true }, "Nothing to compute", /CONNECT/],
])("with %s, it says what there is and what is needed", (_, given, title, says) => {
  const words = noStepsWords(given);
  expect(words.title).toBe(title);
  expect(words.sentences).toMatch(says);
});
