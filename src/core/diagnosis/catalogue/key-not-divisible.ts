import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { dividesWhenTrimmed } from "../facts/key-facts.ts";
import { count, digits, quote } from "../words.ts";

export default defineFinding({
  code: "key-not-divisible",
  level: "error",
  section: "hybi-00 §5.2 step 6",
  doubtedBy: ["edge-spaces", "repeated-spaces", "redacted", "replaced-bytes", "charset", "cut"],
  detect: ({ request, conversation }) => {
    if (!request?.refusals.includes("key-not-divisible")) return NONE;
    const { bytes } = request;
    return request.keys
      .filter(({ refusals }) => refusals.includes("key-not-divisible"))
      .map((key) => ({
        in: "request" as const,
        span: key.value,
        key,
        bytes,
        doubt:
          !conversation.exact && dividesWhenTrimmed(bytes, key)
            ? "Without the spaces at its ends, which no client sends, it divides."
            : null,
      }));
  },
  title: ({ key }) => `${key.name} does not divide by its spaces`,
  why: ({ key: { name, keyNumber, spaces }, span, bytes }) => {
    const number = keyNumber ?? 0n;
    return `The digits of ${name}, ${quote(bytes, span)}, make ${digits(number)}; it has ${count(spaces, "space")}. The remainder is ${number % BigInt(spaces)}, and must be 0. A client multiplies by the number of spaces it is going to insert, so one that leaves a remainder is none.`;
  },
  fix: () =>
    "Look for spaces that were lost or added on the way: a proxy or page that joins two into one (HTML does), a parser that trims. If the client really sent this, its key is wrong, and refusing is right; servers that round down and go on only hide it.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "12998 5 Y3 1 .P01"));

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/socketio/socket.io/issues/21",
  "https://github.com/faye/websocket-driver-node/issues/27",
];
