import type { Span } from "../../bytes/span.ts";
import { type Generation, generationName } from "../../generation.ts";
import { find } from "../../hixie76/request.ts";
import {
  defineFinding,
  type Example,
  NONE,
  type Occurrence,
  together,
} from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { refusalWords, unexplainedRefusal } from "../facts/unexplained-refusal.ts";
import { quote } from "../words.ts";

/** What servers of later versions refuse an unknown version with. */
const REFUSALS = [400, 426, 501, 505];

const CODE = "generation-mismatch-old-client";

const certain = defineFinding({
  code: CODE,
  level: "error",
  detect: ({ request, response }): readonly OldClient[] => {
    const is75 = request?.generation === "hixie-75";
    if (!request || !response || !(is75 || request.numberedKeys)) return NONE;
    const { bytes, head, generation, evidenceAt, status } = response;
    const client = generationName(request.generation);
    const isLater = generation === "rfc6455" || (is75 && generation === "hixie-76");
    if (isLater) {
      const server = generationName(generation);
      const answered = { client, server, is75, status, asLater: generation };
      return [{ in: "response", span: evidenceAt, ...answered }];
    }
    const versions = find(bytes, head.fields, "sec-websocket-version");
    const isRefused = status !== null && REFUSALS.includes(status);
    const reason = isRefused ? (versions ?? reasonIn(bytes)) : null;
    if (reason === null || request.refusals.length > 0) return NONE;
    const server = "later versions alone";
    const refused = { client, server, is75, status, asLater: null };
    return [{ in: "response", span: reason, says: quote(bytes, reason), ...refused }];
  },
  section: ({ is75 }) => (is75 ? "hixie-75 §4.1" : "hybi-00 §4.1 step 41"),
  title: ({ client, server, asLater }) =>
    asLater
      ? `The client speaks ${client}, the server answered as ${server}`
      : `The client speaks ${client}, the server ${server}`,
  why: ({ asLater, is75, client, status, says }) =>
    asLater === "hixie-76"
      ? "The request has no keys. The answer calls its fields Sec-WebSocket-Origin and Sec-WebSocket-Location and has a digest behind its head; a client of hixie-75 looks for WebSocket-Origin and WebSocket-Location, and takes the digest for a frame."
      : asLater
        ? `The request has ${is75 ? "no key of any kind" : "Sec-WebSocket-Key1 and -Key2"}; the answer has Sec-WebSocket-Accept, which belongs to the one key of later versions. A client of this draft looks for ${is75 ? "WebSocket-Origin and WebSocket-Location" : "Sec-WebSocket-Origin, Sec-WebSocket-Location and 16 bytes"}, and finds none.`
        : `The request is one of ${client} and in order; the server answered ${status} and speaks of ${says}, which belongs to later versions or says that this one is not spoken.`,
  fix: ({ asLater }) =>
    asLater === "hixie-76"
      ? "Answer by the request: without Sec-WebSocket-Key1 and -Key2 it is hixie-75, and wants WebSocket-Origin, WebSocket-Location and nothing behind the head. websocket-driver, em-websocket and the reference on this page tell the two apart."
      : FIX,
});

const FIX =
  "Give up the client (Safari 5, iOS 4 and 5, Flash shims, old libraries), or let a server answer it that still knows the draft: websocket-driver with allowDrafts, em-websocket, or the reference on this page. Tell them apart by Key1 and Key2, before looking for Sec-WebSocket-Key.";

/** Of a refusal without a reason. Draft 75 has a finding on its requests that says as much. */
const possible = defineFinding({
  code: CODE,
  section: "hybi-00 §5.1, Sec-WebSocket-Key1 and -Key2",
  detect: (facts) => {
    const { request, response } = facts;
    const refusal = unexplainedRefusal(facts);
    if (!request?.numberedKeys || !refusal || certain.find(facts).length > 0) return NONE;
    const client = generationName(request.generation);
    const span = response?.statusAt ?? null;
    return [{ in: "response" as const, span, client, refusal }];
  },
  level: ({ refusal }) => (refusal.status === null ? "info" : "warning"),
  title: ({ client }) => `The server may not know ${client}`,
  why: ({ client, refusal }) =>
    `The request is one of ${client} and in order; the server ${refusalWords(refusal)}, and does not say why. Servers that know later versions alone look for one Sec-WebSocket-Key and a Sec-WebSocket-Version here, and find neither.`,
  fix: () => FIX,
});

export default together(certain, possible);

/** What servers say that miss the fields of later versions: in the status line, or near the top of a page. */
function reasonIn(bytes: Uint8Array): Span | null {
  const text = textOf(bytes, [0, Math.min(2048, bytes.length)]);
  const found = /hixie[\w-]*|Sec-WebSocket-(?:Key|Version)\b/i.exec(text);
  return found && [found.index, found.index + found[0].length];
}

interface OldClient extends Occurrence {
  readonly client: string;
  readonly server: string;
  readonly is75: boolean;
  readonly status: number | null;
  /** The generation of a 101; null when the server refused. */
  readonly asLater: Generation | null;
  /** What gives the reason of a refusal away. */
  readonly says?: string;
}

export const example: Example = () =>
  draftExchange(
    () =>
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
  );

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/theturtle32/WebSocket-Node/issues/93",
  "https://github.com/crossbario/autobahn-python/issues/59",
  "https://github.com/warmcat/libwebsockets/issues/316",
  "https://github.com/novnc/noVNC/issues/437",
  "https://github.com/BonsaiDen/Maple.js/issues/6",
  "https://github.com/zaphoyd/websocketpp/issues/78",
  "https://github.com/websockets/ws/issues/130",
];
