import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";

export default defineFinding({
  code: "origin-missing-in-request",
  level: "error",
  section: "hybi-00 §5.1, Origin",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("origin-missing-in-request")) return NONE;
    return [{ in: "request", span: find(request.bytes, request.head.fields, "origin") }];
  },
  title: ({ span }) => (span ? "Origin is empty" : "There is no Origin field"),
  why: () =>
    "Every client of this draft says which page it acts for, if only “null”, and the server has to repeat it in Sec-WebSocket-Origin. A server refuses a request without it; some answer all the same, each in a way of its own.",
  fix: () =>
    "A client outside of a browser sends one too: the address of the site it belongs to, such as “Origin: http://example.com”, in lower case and without a slash at the end.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Origin: http://example.com\r\n", ""));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Origin: http://example.com", "Origin: null"));

export const reports = ["https://github.com/TooTallNate/Java-WebSocket/issues/69"];

export const notJudged = "Which origins a server should let in: that is its own affair.";
