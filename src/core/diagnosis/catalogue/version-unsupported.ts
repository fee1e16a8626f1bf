import type { Span } from "../../bytes/span.ts";
import { isByKey, valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import type { RequestFacts } from "../facts/request-facts.ts";
import type { ResponseFacts } from "../facts/response-facts.ts";
import { rfcRequest } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "version-unsupported",
  doubtedBy: ["cut", "redacted", "start-line", "headers-merged"],
  detect: ({ request, response }) => {
    const found: Version[] = [];
    if (request?.refusals.includes("version-unsupported")) {
      const [span = null] = valuesIn(request.bytes, request.head, "sec-websocket-version");
      found.push({ in: "request", span, bytes: request.bytes, offered: null });
    }
    const refused = request && response && refusedIn(request, response);
    return refused ? [...found, refused] : found;
  },
  level: "error",
  section: ({ in: place }) =>
    place === "request" ? "RFC 6455 §4.2.1 item 6; §4.2.2 item 4" : "RFC 6455 §4.4",
  title: ({ in: place, span }) =>
    place === "response"
      ? "The server does not speak the client's version"
      : span
        ? "No draft gave this version out"
        : "There is no Sec-WebSocket-Version field",
  why: ({ in: place, span, bytes, offered }) =>
    place === "response"
      ? `The request says version ${offered}; the server refuses, and names in Sec-WebSocket-Version what it speaks: ${span ? quote(bytes, span) : ""}.`
      : span
        ? `Sec-WebSocket-Version is ${quote(bytes, span)}. RFC 6455 is 13; 4 to 8 were its drafts, and 9 to 12 were never sent. A server answers 426 and names the versions it speaks.`
        : "A request of RFC 6455 says “Sec-WebSocket-Version: 13”. Without it a server answers 400 or 426, or takes the client for one of an old draft.",
  fix: ({ in: place }) =>
    place === "response"
      ? "Use a client that speaks one of these versions; every one since 2012 sends 13."
      : "Send “Sec-WebSocket-Version: 13”, once. A server that wants old clients too answers 426 with “Sec-WebSocket-Version: 13, 8, 7”, so that they can try again.",
});

interface Version extends Occurrence {
  readonly bytes: Uint8Array;
  /** Of the client, where the server refused it. */
  readonly offered: string | null;
}

const REFUSALS = [400, 426, 501, 505];

function refusedIn(request: RequestFacts, response: ResponseFacts): Version | null {
  const { status, bytes, head } = response;
  if (!isByKey(request.generation) || status === null || !REFUSALS.includes(status)) return null;
  const named = valuesIn(bytes, head, "sec-websocket-version");
  const [span] = named;
  const [version] = valuesIn(request.bytes, request.head, "sec-websocket-version");
  if (!span || !version) return null;
  const offered = textOf(request.bytes, version);
  const spoken = named.flatMap((value: Span) => textOf(bytes, value).split(/[\s,]+/));
  return spoken.includes(offered) ? null : { in: "response", span, bytes, offered };
}

export const example: Example = () =>
  rfcRequest((text) => text.replace("Version: 13", "Version: 9"));

export const counterExample: Example = () => rfcRequest();

export const reports = [
  "https://github.com/theturtle32/WebSocket-Node/issues/14",
  "https://github.com/joeferner/node-http-mitm-proxy/issues/216",
  "https://github.com/oven-sh/bun/pull/35298",
];

export const notJudged =
  "Versions 4 to 8, which a server may speak or not: each is read as its own draft.";
