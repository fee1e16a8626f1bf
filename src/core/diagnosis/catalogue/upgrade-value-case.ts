import { fromLatin1 } from "../../bytes/ascii.ts";
import { slice } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "upgrade-value-case",
  detect: ({ request }) => {
    if (!request?.numberedKeys || request.refusals.includes("upgrade-not-websocket")) return NONE;
    const { bytes, head } = request;
    const span = find(bytes, head.fields, "upgrade");
    if (span === null || fromLatin1(slice(bytes, span)) === "WebSocket") return NONE;
    return [{ in: "request" as const, span, bytes }];
  },
  level: ({ in: place }) => (place === "request" ? "info" : "warning"),
  section: ({ in: place }) =>
    place === "request" ? "hybi-00 §5.1, Upgrade" : "hybi-00 §4.1 step 41, upgrade",
  title: ({ bytes, span }) => `Upgrade says ${quote(bytes, span)}: right but for its letter case`,
  why: ({ bytes, span, in: place }) =>
    place === "request"
      ? `The value is ${quote(bytes, span)}. Servers compare it without regard to case, and clients of this draft send “WebSocket”. A few servers compare exactly, and answer as for draft 75 or not at all.`
      : `The value is ${quote(bytes, span)}. The draft has clients compare it exactly with “WebSocket”; WebKit let any case pass, other clients do not.`,
  fix: () => "Send “WebSocket”; compare without regard to case.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: websocket"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "upgrade: WebSocket"));
