import { expect, test } from "vitest";
import { noAnswerWords } from "../../src/explain/no-answer.ts";

test.each([
  ["hixie-75", /closes the connection and sends nothing/],
  ["hixie-76", /closes the connection and sends nothing/],
  ["hybi-01", /closes the connection and sends nothing/],
  ["hybi-06", /closes the connection, or .* 400/],
  ["hybi-08", /closes the connection, or .* 400/],
  ["rfc6455", /^(?!.*closes).* RFC 6455 answers with an error of HTTP, such as 400/],
  ["http", /^(?!.*closes).* 400/],
  ["unknown", /closes the connection, or .* 400/],
] as const)(
  "of %s, it says what a server does with a request it must refuse",
  (generation, says) => {
    expect(noAnswerWords({ generation, asked: true, stepped: true })).toMatch(says);
  },
);

test("of HTTP/2, and of nothing, it says why there is none", () => {
  const generation = "http";
  expect(noAnswerWords({ generation, asked: true, stepped: false })).toMatch(/status 200/);
  expect(noAnswerWords({ generation, asked: false, stepped: false })).toMatch(/as soon as/);
});
