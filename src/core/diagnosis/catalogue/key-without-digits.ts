import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "key-without-digits",
  level: "error",
  section: "hybi-00 §5.2 step 4",
  doubtedBy: ["redacted", "charset", "replaced-bytes", "cut"],
  detect: ({ request }) =>
    request?.refusals.includes("key-without-digits")
      ? request.keys
          .filter(({ keyNumber }) => keyNumber === null)
          .map(({ name, value }) => ({
            in: "request" as const,
            span: value,
            name,
            bytes: request.bytes,
          }))
      : NONE,
  title: ({ name }) => `${name} has no digits`,
  why: ({ name, span, bytes }) =>
    `${name} is ${quote(bytes, span)}. Its digits, read as one number, are what the server divides; there are none. The draft does not think of this, since every client starts from a number, so the reference refuses. Some servers take it for 0, others crash.`,
  fix: () =>
    "In the client, make the key from a number (§4.1 steps 16–22). In the server, answer 400 or close before you call parseInt, BigInteger or int() on an empty text.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "abc d ef gh  .Pij"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "0 d ef gh  .Pij"));

export const reports = ["https://github.com/faye/websocket-driver-node/issues/27"];
