import { keyAnswer } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { rfcExchange } from "../rfc-example.ts";

/** Of Chromium 156; Node's own limit is 16 KiB, for all fields together. */
const LARGEST = 256 * 1024;

export default defineFinding({
  code: "response-head-too-large",
  level: "error",
  section: "RFC 9110 §5.4",
  detect: (facts) => {
    const answer = keyAnswer(facts);
    const end = answer?.head.end ?? 0;
    return end > LARGEST ? [{ in: "response" as const, span: null, end }] : NONE;
  },
  title: () => "The head of the answer is too large for browsers",
  why: ({ end }) =>
    `It has ${end.toLocaleString("en")} bytes. Chromium reads ${LARGEST.toLocaleString("en")} and then fails with “net::ERR_RESPONSE_HEADERS_TOO_BIG”; clients in Node stop at 16,384.`,
  fix: () =>
    "Find the field that grew: it is mostly Set-Cookie, a policy, or a field that something adds again with each request. A 101 needs no cookies.",
});

export const example: Example = () =>
  rfcExchange((text) => text.replace("Connection:", `X-A: ${"a".repeat(LARGEST)}\r\nConnection:`));

export const counterExample: Example = () =>
  rfcExchange((text) => text.replace("Connection:", `X-A: ${"a".repeat(9000)}\r\nConnection:`));

export const notJudged = "Heads that browsers read and other clients, with smaller limits, do not.";
