import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, type Occurrence } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { textOf } from "../header-words.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "upgrade-not-websocket",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request, response }) => {
    const found: (Occurrence & { bytes: Uint8Array; spaces: boolean })[] = [];
    if (request?.refusals.includes("upgrade-not-websocket")) {
      const { bytes, head } = request;
      const span = find(bytes, head.fields, "upgrade");
      found.push({ in: "request", span, bytes, spaces: false });
    }
    if (response?.comparable && response.head.end !== null) {
      const { bytes, head } = response;
      const span = find(bytes, head.fields, "upgrade");
      const text = span ? textOf(bytes, span).toLowerCase() : "";
      const spaces = /^ +websocket$/.test(text);
      if (text !== "websocket") found.push({ in: "response", span, bytes, spaces });
    }
    return found;
  },
  level: ({ spaces }) => (spaces ? "warning" : "error"),
  section: ({ in: place }) =>
    place === "request" ? "hybi-00 §5.1, Upgrade" : "hybi-00 §4.1 step 41, upgrade",
  title: ({ span }) => (span ? "Upgrade is not “WebSocket”" : "There is no Upgrade field"),
  why: ({ bytes, span, in: place, spaces }) =>
    span === null
      ? `None of the fields is called Upgrade. A ${place === "request" ? "server must find “Upgrade: WebSocket” before it takes the request for a handshake" : "client wants to find “Upgrade: WebSocket”, exactly once"}.`
      : spaces
        ? `Upgrade says ${quote(bytes, span)}: the draft skips one space behind the colon, WebKit all of them.`
        : `Upgrade says ${quote(bytes, span)}. Expected: “WebSocket”${place === "request" ? ", in any letter case," : ""} and nothing else.`,
  fix: ({ in: place }) =>
    place === "request"
      ? "Browsers always send it. A client of your own has to write “Upgrade: WebSocket”; with a proxy in front, look at what the proxy passes on."
      : "Send “Upgrade: WebSocket” on the 101. If the server does, a proxy between took it out.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: TLS/1.0"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: WEBSOCKET"));
