import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftExchange } from "../example.ts";

/** What servers of later versions refuse an unknown version with. */
const REFUSALS = [400, 426, 501, 505];

export default defineFinding({
  code: "generation-mismatch-old-client",
  level: "error",
  section: "hybi-00 §4.1 step 41",
  detect: ({ request, response }) => {
    if (!request?.numberedKeys || request.refusals.length > 0 || !response) return NONE;
    const { bytes, head, generation, evidenceAt, status } = response;
    const accept = generation === "rfc6455";
    const versions = find(bytes, head.fields, "sec-websocket-version");
    if (!accept && (versions === null || status === null || !REFUSALS.includes(status)))
      return NONE;
    return [{ in: "response" as const, span: accept ? evidenceAt : versions, accept, status }];
  },
  title: () => "The client speaks hixie-76, the server only later versions",
  why: ({ accept, status }) =>
    accept
      ? "The request has Sec-WebSocket-Key1 and -Key2; the answer has Sec-WebSocket-Accept, which belongs to the key of later versions. A client of this draft looks for Sec-WebSocket-Origin, Sec-WebSocket-Location and 16 bytes, and finds none."
      : `The request is one of hixie-76 and in order; the server answered ${status} and names the versions that it speaks, none of which this client knows.`,
  fix: () =>
    "Give up the client (Safari 5, iOS 4 and 5, Flash shims, old libraries), or let a server answer it that still knows the draft: websocket-driver with allowDrafts, em-websocket, or the reference on this page. Tell them apart by Key1 and Key2, before looking for Sec-WebSocket-Key.",
});

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
