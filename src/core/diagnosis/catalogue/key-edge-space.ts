import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { withoutEdgeSpaces } from "../facts/key-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "key-edge-space",
  level: "warning",
  section: "hybi-00 §4.1 step 22",
  doubtedBy: ["edge-spaces"],
  detect: ({ request }) => {
    if (!request?.numberedKeys) return NONE;
    const { bytes, keys } = request;
    return keys.flatMap(({ name, value }) => {
      const inner = withoutEdgeSpaces(bytes, value);
      const before = inner[0] - value[0];
      const behind = value[1] - inner[1];
      return before + behind === 0
        ? []
        : [{ in: "request" as const, span: value, name, before, behind, bytes }];
    });
  },
  title: ({ name, before }) => `${name} ${before > 0 ? "begins" : "ends"} with a space`,
  why: ({ name, span, bytes }) =>
    `${name} is ${quote(bytes, span)}. A client inserts its spaces anywhere but at the ends, because HTTP libraries trim there and then count too few. Taken as it stands, every space counts.`,
  fix: () =>
    "If a client sends this (Chrome 6 betas did), update it. In the server, take one space off behind the colon and keep the rest. If it comes from a paste, the spaces may not be the client's at all.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("12998 5 Y3 1  .P00", "4 2 "));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Key2: 12998 5 Y3 1  .P00", "Key2:4 2"));

export const notJudged = "Which client made it: only the draft’s rule is checked.";
