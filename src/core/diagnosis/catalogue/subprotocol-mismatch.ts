import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { answerField, answerFieldName, likeness } from "../facts/response-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "subprotocol-mismatch",
  doubtedBy: ["redacted", "cut", "edge-spaces", "charset", "headers-merged"],
  detect: ({ response }) => {
    if (!response?.comparable || response.head.end === null) return NONE;
    const { bytes, wanted, rules } = response;
    // Asked for none: whatever the server names is ignored.
    if (!wanted.subprotocol?.length) return NONE;
    const span = answerField(response, "protocol");
    const like = span && likeness(bytes, span, wanted.subprotocol);
    if (like === "same") return NONE;
    const asked = quote(wanted.subprotocol, [0, wanted.subprotocol.length]);
    const name = answerFieldName(rules, "protocol");
    return [{ in: "response" as const, span, bytes, asked, like, name, rules }];
  },
  level: ({ like }) => (like === "same-behind-spaces" ? "warning" : "error"),
  section: ({ rules }) =>
    rules === "hixie-75" ? "hixie-75 §4.1" : "hybi-00 §4.1 step 41, sec-websocket-protocol",
  title: ({ span, name, like }) =>
    span === null
      ? `${name} is missing, though the client asked for a subprotocol`
      : like === "same-behind-spaces"
        ? `${name} has a space too many before it`
        : `${name} is not the subprotocol that was asked for`,
  why: ({ span, bytes, asked, name, like }) =>
    span === null
      ? `The client asked for ${asked}. It wants exactly that back, and the response has no ${name}.`
      : like === "same-behind-spaces"
        ? `The value is ${quote(bytes, span)}: the draft skips one space behind the colon, WebKit all of them.`
        : `The client asked for ${asked} and got ${quote(bytes, span)}. In this draft a client names one subprotocol and compares it byte by byte, letter case included.`,
  fix: () =>
    "Send back the very value that the client sent, or refuse the request. A value left over from sample code (“sample”, “base64”) does this. If you use no subprotocol, pass none to new WebSocket(url).",
});

export const example: Example = () =>
  draftExchange((text) => text.replace("Protocol: sample", "Protocol: SAMPLE"));

export const counterExample: Example = () => draftExchange();

export const reports = ["https://github.com/novnc/noVNC/issues/57"];

export const notJudged =
  "Whether the server speaks the subprotocol; and one that it names unasked, which clients ignore.";
