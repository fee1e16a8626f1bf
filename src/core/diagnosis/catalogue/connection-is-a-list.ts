import { COMMA } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import { isByKey, valuesIn } from "../compare/by-key.ts";
import {
  defineFinding,
  type Example,
  NONE,
  type Occurrence,
  together,
} from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { headerWords } from "../facts/header-words.ts";
import { refusalWords, unexplainedRefusal } from "../facts/unexplained-refusal.ts";
import { quote } from "../words.ts";

const CODE = "connection-is-a-list";

const inOneWord = defineFinding({
  code: CODE,
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

/** From hybi-04 on a list is right. That the server stumbles over it is one explanation of several. */
const refused = defineFinding({
  code: CODE,
  section: "RFC 6455 §4.2.1 item 4",
  doubtedBy: ["headers-merged"],
  detect: (facts) => {
    const { request } = facts;
    const refusal = unexplainedRefusal(facts);
    if (!request || !refusal || !isByKey(request.generation)) return NONE;
    const { bytes, head } = request;
    const [span] = valuesIn(bytes, head, "connection");
    const words = headerWords(bytes, head, "connection").filter((word) => word !== "");
    return span && words.length > 1 ? [{ in: "request" as const, span, bytes, refusal }] : NONE;
  },
  level: ({ refusal }) => (refusal.status === null ? "info" : "warning"),
  title: () => "Connection is a list, and the server may compare it as one word",
  why: ({ bytes, span, refusal }) =>
    `Connection says ${quote(bytes, span)}, as Firefox writes it, and the server ${refusalWords(refusal)}. The request is in order: “Upgrade” has to be one word of that list. A server that compares the whole value with “Upgrade” takes the requests of Chrome, and refuses this one.`,
  fix: () => `On the server, look for the word in the list. Node:
    connection.toLowerCase().split(/\\s*,\\s*/).includes("upgrade")
Python:
    "upgrade" in [word.strip().lower() for word in connection.split(",")]
To see whether it is this, send the same request with “Connection: Upgrade” alone.`,
});

export default together(inOneWord, refused);

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
