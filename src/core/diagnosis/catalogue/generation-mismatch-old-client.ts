import { type Generation, generationName } from "../../generation.ts";
import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE, type Occurrence } from "../define-finding.ts";
import { draftExchange } from "../example.ts";

/** What servers of later versions refuse an unknown version with. */
const REFUSALS = [400, 426, 501, 505];

export default defineFinding({
  code: "generation-mismatch-old-client",
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
    const isRefused = versions !== null && status !== null && REFUSALS.includes(status);
    if (!isRefused || request.refusals.length > 0) return NONE;
    const server = "later versions alone";
    const refused = { client, server, is75, status, asLater: null };
    return [{ in: "response", span: versions, ...refused }];
  },
  section: ({ is75 }) => (is75 ? "hixie-75 §4.1" : "hybi-00 §4.1 step 41"),
  title: ({ client, server, asLater }) =>
    asLater
      ? `The client speaks ${client}, the server answered as ${server}`
      : `The client speaks ${client}, the server ${server}`,
  why: ({ asLater, is75, client, status }) =>
    asLater === "hixie-76"
      ? "The request has no keys. The answer calls its fields Sec-WebSocket-Origin and Sec-WebSocket-Location and has a digest behind its head; a client of draft 75 looks for WebSocket-Origin and WebSocket-Location, and takes the digest for a frame."
      : asLater
        ? `The request has ${is75 ? "no key of any kind" : "Sec-WebSocket-Key1 and -Key2"}; the answer has Sec-WebSocket-Accept, which belongs to the one key of later versions. A client of this draft looks for ${is75 ? "WebSocket-Origin and WebSocket-Location" : "Sec-WebSocket-Origin, Sec-WebSocket-Location and 16 bytes"}, and finds none.`
        : `The request is one of ${client} and in order; the server answered ${status} and names the versions that it speaks, none of which this client knows.`,
  fix: ({ asLater }) =>
    asLater === "hixie-76"
      ? "Answer by the request: without Sec-WebSocket-Key1 and -Key2 it is draft 75, and wants WebSocket-Origin, WebSocket-Location and nothing behind the head. websocket-driver, em-websocket and the reference on this page tell the two apart."
      : "Give up the client (Safari 5, iOS 4 and 5, Flash shims, old libraries), or let a server answer it that still knows the draft: websocket-driver with allowDrafts, em-websocket, or the reference on this page. Tell them apart by Key1 and Key2, before looking for Sec-WebSocket-Key.",
});

interface OldClient extends Occurrence {
  readonly client: string;
  readonly server: string;
  readonly is75: boolean;
  readonly status: number | null;
  /** The generation of a 101; null when the server refused. */
  readonly asLater: Generation | null;
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
