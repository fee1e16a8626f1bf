import type { Span } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import type { Head } from "../../http/head.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import type { ResponseFacts } from "../facts/response-facts.ts";
import { quote } from "../words.ts";

interface CaseOf extends Occurrence {
  readonly span: Span;
  readonly bytes: Uint8Array;
  readonly rules: ResponseFacts["rules"];
}

export default defineFinding({
  code: "upgrade-value-case",
  detect: ({ request, response }) => {
    const found: CaseOf[] = [];
    if (request?.numberedKeys) add("request", request.bytes, request.head, null);
    if (response?.comparable) add("response", response.bytes, response.head, response.rules);
    return found;

    function add(place: CaseOf["in"], bytes: Uint8Array, head: Head, rules: CaseOf["rules"]): void {
      const span = find(bytes, head.fields, "upgrade");
      const text = span ? textOf(bytes, span) : "";
      if (span === null || text === "WebSocket" || text.toLowerCase() !== "websocket") return;
      found.push({ in: place, span, bytes, rules });
    }
  },
  level: ({ in: place, rules }) =>
    place === "request" ? "info" : rules === "hixie-75" ? "error" : "warning",
  section: ({ in: place }) =>
    place === "request" ? "hybi-00 §5.1, Upgrade" : "hybi-00 §4.1 step 41, upgrade",
  title: ({ bytes, span }) => `Upgrade says ${quote(bytes, span)}: right but for its letter case`,
  why: ({ bytes, span, in: place }) =>
    place === "request"
      ? `The value is ${quote(bytes, span)}. Servers compare it without regard to case, and clients of this draft send “WebSocket”. A few servers compare exactly, and answer as for hixie-75 or not at all.`
      : `The value is ${quote(bytes, span)}. The draft has clients compare it exactly with “WebSocket”; WebKit let any case pass, other clients do not.`,
  fix: () => "Send “WebSocket”; compare without regard to case.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: websocket"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "upgrade: WebSocket"));

export const reports = ["https://github.com/TooTallNate/Java-WebSocket"];

export const notJudged = "Upgrade in a request of hixie-75, where clients wrote it both ways.";
