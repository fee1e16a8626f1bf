import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "upgrade-not-websocket",
  level: "error",
  section: "hybi-00 §5.1, Upgrade",
  doubtedBy: ["cut", "redacted"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("upgrade-not-websocket")) return NONE;
    const { bytes, head } = request;
    return [{ in: "request" as const, span: find(bytes, head.fields, "upgrade"), bytes }];
  },
  title: ({ span }) => (span ? "Upgrade is not “WebSocket”" : "There is no Upgrade field"),
  why: ({ bytes, span }) =>
    span
      ? `Upgrade says ${quote(bytes, span)}. Expected: “WebSocket”, in any letter case, and nothing else.`
      : "None of the fields is called Upgrade. A server must find “Upgrade: WebSocket” before it takes the request for a handshake.",
  fix: () =>
    "Browsers always send it. A client of your own has to write “Upgrade: WebSocket”; with a proxy in front, look at what the proxy passes on.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: TLS/1.0"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: WEBSOCKET"));
