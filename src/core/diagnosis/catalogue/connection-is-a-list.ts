import { COMMA } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, type Occurrence } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "connection-is-a-list",
  level: "error",
  doubtedBy: ["headers-merged"],
  detect: ({ request, response }) => {
    const found: (Occurrence & { span: Span; bytes: Uint8Array })[] = [];
    if (request?.refusals.includes("connection-is-a-list")) {
      const { bytes, head } = request;
      const span = find(bytes, head.fields, "connection");
      if (span) found.push({ in: "request", span, bytes });
    }
    if (response?.comparable && response.head.end !== null) {
      const { bytes, head } = response;
      const span = find(bytes, head.fields, "connection");
      if (span && slice(bytes, span).includes(COMMA)) found.push({ in: "response", span, bytes });
    }
    return found;
  },
  section: ({ in: place }) =>
    place === "request" ? "hybi-00 §5.1, Connection" : "hybi-00 §4.1 step 41, connection",
  title: () => "Connection is a list; in this draft it is one word",
  why: ({ bytes, span, in: place }) =>
    `Connection says ${quote(bytes, span)}. Here a ${place === "request" ? "server" : "client"} compares the whole value with “upgrade”; to look for one word in a list came with later drafts. Many do it for this one too, but not all.`,
  fix: () =>
    "Send “Connection: Upgrade” alone. A server that wants to be lenient splits at commas, trims, and looks for “upgrade” in any case.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Connection: Upgrade", "Connection: keep-alive, Upgrade"));

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/rlotun/txWebSocket/issues/17",
  "https://github.com/Lawouach/WebSocket-for-Python/issues/3",
  "https://github.com/sitegui/nodejs-websocket/pull/46",
  "https://github.com/websocket-client/websocket-client/issues/626",
  "https://github.com/oven-sh/bun/pull/33727",
  "https://github.com/ratchetphp/RFC6455/pull/5",
  "https://github.com/ayufan/auto-proxy/issues/1",
  "https://github.com/googlearchive/pywebsocket/issues/98",
];
