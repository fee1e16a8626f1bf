import { defineFinding, type Example } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { offset } from "../words.ts";

export default defineFinding({
  code: "bare-cr",
  doubtedBy: ["line-endings", "start-line"],
  detect: ({ heads }) =>
    heads
      .filter(({ head }) => head.bareCr.length > 0)
      .map(({ in: place, head: { bareCr, startLine } }) => {
        const at = bareCr[0] as number;
        // Of a status line the draft looks only at its length, its end and its first two spaces.
        const tolerated = place === "response" && bareCr.every((at) => at < startLine[1]);
        return { in: place, span: [at, at + 1] as const, at, more: bareCr.length - 1, tolerated };
      }),
  // Browsers of today end a line there.
  level: ({ tolerated, in: place }, rules) =>
    tolerated || (rules === "by-key" && place === "response") ? "warning" : "error",
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 steps 33–37",
    byKey: "RFC 9112 §2.2",
  }),
  title: () => "A CR stands without its LF",
  why: ({ at, more }) =>
    `At offset ${offset(at)} stands 0D with no 0A behind it${more > 0 ? ` (and ${more} more like it)` : ""}. In the head, CR only ever comes as the first half of a line end.`,
  fix: () =>
    "Remove it, or complete it to CR LF. It comes from line ends that were converted twice, from old Mac text, or from a value that was not cleaned before it went into a field.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: Web\rSocket"));

export const counterExample: Example = () => draftRequest();
