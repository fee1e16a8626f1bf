import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "key-without-spaces",
  level: "error",
  section: "hybi-00 §5.2 step 5",
  doubtedBy: ["edge-spaces", "repeated-spaces", "redacted", "charset", "cut"],
  detect: ({ request }) =>
    request?.refusals.includes("key-without-spaces")
      ? request.keys
          .filter(({ spaces }) => spaces === 0)
          .map(({ name, value }) => ({
            in: "request" as const,
            span: value,
            name,
            bytes: request.bytes,
          }))
      : NONE,
  title: ({ name }) => `${name} has no spaces`,
  why: ({ name, span, bytes }) =>
    `${name} is ${quote(bytes, span)}, without one U+0020. A client puts 1 to 12 of them in. Zero is a sign that something other than a WebSocket client was talked into sending this, so the server must abort; dividing by it would fail anyway.`,
  fix: () =>
    "In the client, insert the spaces, not at the ends (§4.1 step 22). In the server, take exactly one space off behind the colon and trim nothing: HTTP libraries that trim values have turned a key such as “ !0” into one without spaces.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "129985Y31.P00"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "129985Y31 .P00"));

export const reports = ["https://github.com/nori0428/mod_websocket/issues/2"];
