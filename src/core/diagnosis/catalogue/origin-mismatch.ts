import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { answerField, answerFieldName, likeness } from "../facts/response-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "origin-mismatch",
  doubtedBy: ["redacted", "cut", "edge-spaces", "charset", "headers-merged"],
  detect: ({ response }) => {
    if (!response?.comparable || response.head.end === null) return NONE;
    const { bytes, wanted, rules } = response;
    const span = answerField(response, "origin");
    const like = span && wanted.origin ? likeness(bytes, span, wanted.origin) : null;
    // Without the request there is nothing to compare with; that it must be there is known all the same.
    if (like === "same" || (span && like === null)) return NONE;
    return [
      {
        in: "response" as const,
        span,
        bytes,
        wanted: wanted.origin && quote(wanted.origin, [0, wanted.origin.length]),
        like,
        name: answerFieldName(rules, "origin"),
        rules,
      },
    ];
  },
  level: ({ like }) => (like === "same-behind-spaces" ? "warning" : "error"),
  section: ({ rules }) =>
    rules === "hixie-75" ? "hixie-75 §4.1" : "hybi-00 §4.1 step 41, sec-websocket-origin",
  title: ({ span, name, like }) =>
    span === null
      ? `${name} is missing`
      : like === "same-behind-spaces"
        ? `${name} has a space too many before it`
        : `${name} is not the page's origin`,
  why: ({ span, bytes, wanted, name, like }) =>
    span === null
      ? `The response has no ${name}. It must say ${wanted ?? "the Origin of the request"}, to the letter.`
      : like === "same-behind-spaces"
        ? `Only one space behind the colon is skipped, so the value is ${quote(bytes, span)}. WebKit skips all of them and lets it pass.`
        : `${name} says ${quote(bytes, span)}, the request's Origin ${wanted}. The client compares them byte by byte: a slash at the end, “*”, another scheme or port, or the server's own name all fail.`,
  fix: ({ name }) =>
    `Copy the value of Origin into ${name} as it came, without a change. Behind a proxy, make sure that it does not rewrite Origin.`,
});

export const example: Example = () =>
  draftExchange((text) =>
    text.replace("Origin: http://example.com", "Origin: http://example.com/"),
  );

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/http-party/node-http-proxy/issues/47"];
