import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { headerWords } from "../facts/header-words.ts";
import type { RequestFacts } from "../facts/request-facts.ts";
import type { ResponseFacts } from "../facts/response-facts.ts";
import { complaintOfTls } from "../facts/tls-complaint.ts";
import { LET_UPGRADE_THROUGH, traceOfProxy } from "../proxy-advice.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "proxy-stripped-upgrade",
  section: {
    hixie: "hybi-00 §5.1; RFC 9110 §7.6.1",
    byKey: "RFC 6455 §4.2.1 items 3–4; RFC 9110 §7.6.1",
  },
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request, response }) => {
    if (!request) return [];
    if (request.generation === "http") return leftOver(request);
    if (!hasKeys(request)) return [];
    const stripped = strippedIn(request);
    if (stripped) return [stripped];
    const answered = response && answeredByProxy(request, response);
    return answered ? [answered] : [];
  },
  // Seen on the server's side it is plain; on the client's, one explanation of several.
  level: ({ in: place, isLeftOver }) => (place === "request" && !isLeftOver ? "error" : "warning"),
  title: ({ in: place, isSeen }) =>
    place === "request" && isSeen
      ? "A proxy took Upgrade or Connection out of the request"
      : "A proxy may have taken Upgrade or Connection out of the request",
  why: ({ sentence }) => sentence,
  fix: () => LET_UPGRADE_THROUGH,
});

interface Stripped extends Occurrence {
  readonly sentence: string;
  /** Whether something in the message names a proxy. */
  readonly isSeen: boolean;
  /** Whether no more is left of a handshake than Connection. */
  readonly isLeftOver?: boolean;
}

function hasKeys({ numberedKeys, generation }: RequestFacts): boolean {
  return numberedKeys || generation === "rfc6455" || generation.startsWith("hybi-");
}

function strippedIn(request: RequestFacts): Stripped | null {
  const { numberedKeys, refusals } = request;
  // The reference has looked at both fields already.
  if (numberedKeys && refusals.length === 0) return null;
  const { bytes, head } = request;
  const noUpgrade = find(bytes, head.fields, "upgrade") === null;
  if (!noUpgrade && headerWords(bytes, head, "connection").includes("upgrade")) return null;
  const span = find(bytes, head.fields, "connection");
  const connection = span ? `Connection is ${quote(bytes, span)}` : "there is no Connection";
  const seen = noUpgrade ? `there is no Upgrade and ${connection}` : connection;
  const trace = traceOfProxy(request);
  const sentence = `The WebSocket keys are there, yet ${seen}. These two fields go from hop to hop: a proxy that is not told otherwise drops them. ${trace ?? "No field names the proxy, but no browser leaves them out."}`;
  return { in: "request", span, sentence, isSeen: trace !== null };
}

/** nginx writes Connection as it is told, and leaves Upgrade out where it is empty: mostly since another proxy before it dropped it. */
function leftOver(request: RequestFacts): readonly Stripped[] {
  const { bytes, head } = request;
  const span = find(bytes, head.fields, "connection");
  const isLeft = headerWords(bytes, head, "connection").includes("upgrade");
  if (span === null || !isLeft || find(bytes, head.fields, "upgrade")) return [];
  const sentence = `Connection is ${quote(bytes, span)}, and there is neither an Upgrade nor a key. A proxy that was told to write this Connection had no Upgrade to pass on: one before it dropped the WebSocket's fields, or HTTP/2 was spoken there, which has none. An ordinary page that went the same way looks no different. ${traceOfProxy(request) ?? ""}`;
  return [{ in: "request", span, sentence: sentence.trimEnd(), isSeen: false, isLeftOver: true }];
}

/** What servers answer to a request that lost its Upgrade, and who likes to stand before them. */
const STATUSES = [200, 400, 404, 426, 500];
const PROXIES = /nginx|openresty|apache|haproxy|varnish|cloudflare|envoy|traefik|caddy|awselb/i;

function answeredByProxy(request: RequestFacts, response: ResponseFacts): Stripped | null {
  const { bytes, head, status } = response;
  if (request.refusals.length > 0 && request.numberedKeys) return null;
  if (status === null || !STATUSES.includes(status) || complaintOfTls(bytes)) return null;
  const server = find(bytes, head.fields, "server");
  const isProxy = server !== null && PROXIES.test(quote(bytes, server));
  const span = isProxy ? server : find(bytes, head.fields, "via");
  if (span === null) return null;
  const sentence = `The request left the client complete, and ${quote(bytes, span)} answered ${status}. If that is a proxy, it may have passed the request on without Upgrade and Connection, and the server behind it saw an ordinary GET. Capture there to know.`;
  return { in: "response", span, sentence, isSeen: false };
}

export const example: Example = () =>
  draftRequest((text) =>
    text
      .replace("HTTP/1.1", "HTTP/1.0")
      .replace("Connection: Upgrade", "Connection: close")
      .replace("Upgrade: WebSocket\r\n", "X-Forwarded-For: 203.0.113.9\r\n"),
  );

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: WebSocket", "Upgrade: TLS/1.0"));

export const reports = [
  "https://github.com/socketio/socket.io/issues/1942",
  "https://github.com/socketio/socket.io/issues/2333",
  "https://github.com/gorilla/websocket/issues/61",
  "https://github.com/nanocurrency/nano-node/issues/2326",
  "https://github.com/nginx-proxy/nginx-proxy/issues/175",
  "https://github.com/gobwas/ws/issues/55",
  "https://github.com/django/daphne/issues/318",
  "https://github.com/hashbang/shell-server/pull/119",
  "https://github.com/woowacourse-teams/2025-Fit-toring/pull/1537",
  "https://github.com/tastyeffectco/sandboxd/pull/77",
];

export const notJudged = "Which proxy it was, unless it left its name.";
