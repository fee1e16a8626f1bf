import { elementsIn, keyAnswer, valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "header-values-differ",
  level: "error",
  section: "RFC 9110 §5.3",
  doubtedBy: ["headers-merged", "charset"],
  detect: (facts) => {
    const answer = keyAnswer(facts);
    if (!answer) return [];
    const { bytes, head } = answer;
    return [
      { name: "Location", values: valuesIn(bytes, head, "location") },
      // Browsers take a comma for the end of a value, as in any other list.
      { name: "Content-Disposition", values: elementsIn(bytes, head, "content-disposition") },
    ].flatMap(({ name, values: [first, ...others] }) => {
      if (!first) return [];
      const value = unfolded(textOf(bytes, first));
      const span = others.find((other) => unfolded(textOf(bytes, other)) !== value);
      return span ? [{ in: "response" as const, span, first, name, bytes }] : [];
    });
  },
  title: ({ name }) => `${name} has two values that differ`,
  why: ({ name, bytes, first, span }) =>
    `${name} is ${quote(bytes, first)} and then ${quote(bytes, span)}. Browsers take that for two responses in one, and fail over it, though a 101 has no use for the field: “net::ERR_RESPONSE_HEADERS_MULTIPLE_…”.`,
  fix: () =>
    "Take the field out of the 101. A filter or a proxy that adds it to every response should leave out those with status 101.",
});

/** A value that goes on in the next line is one with a space there (RFC 9112 §5.2). */
function unfolded(value: string): string {
  return value.replace(/[ \t]*\r?\n[ \t]+/g, " ");
}

export const example: Example = () =>
  rfcExchange((text) => text.replace("Connection:", "Location: /a\r\nLocation: /b\r\nConnection:"));

export const counterExample: Example = () =>
  rfcExchange((text) => text.replace("Connection:", "Location: /a\r\nLocation: /a\r\nConnection:"));
