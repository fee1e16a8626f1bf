import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "subprotocol-invalid",
  level: "error",
  section: "hybi-00 §4.1, §5.1, Sec-WebSocket-Protocol",
  doubtedBy: ["charset", "replaced-bytes", "redacted"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("subprotocol-invalid")) return NONE;
    const { bytes, head } = request;
    const span = find(bytes, head.fields, "sec-websocket-protocol");
    return span ? [{ in: "request" as const, span, bytes }] : NONE;
  },
  title: ({ span }) =>
    span[0] === span[1]
      ? "The subprotocol has no name"
      : "The subprotocol holds a character that none may hold",
  why: ({ bytes, span }) =>
    `Sec-WebSocket-Protocol is ${quote(bytes, span)}. A client may name one subprotocol, of at least one character from U+0020 to U+007E, or leave the field out.`,
  fix: () =>
    "Pass a plain name as the second argument of new WebSocket(url, name), or no second argument at all: not an empty string.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Protocol: sample", "Protocol: sam\tple"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Protocol: sample", "Protocol: sample, two"));

export const notJudged =
  "A list of several names, which later versions allow: the draft takes it for one name with a comma in it.";
