import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";

export default defineFinding({
  code: "hixie-75-answer",
  level: "error",
  section: "hybi-00 §4.1 step 41, sec-websocket-origin",
  detect: ({ request, response }) =>
    request?.numberedKeys && response?.generation === "hixie-75"
      ? [{ in: "response", span: response.evidenceAt }]
      : NONE,
  title: () => "The server answered as hixie-75 has it",
  why: () =>
    "The request is one of hixie-76, with two keys. The answer calls its fields WebSocket-Origin and WebSocket-Location, without “Sec-”, and takes no notice of the keys. WebKit says “'Sec-WebSocket-Origin' header is missing”.",
  fix: () =>
    "Compute the digest, and send Sec-WebSocket-Origin, Sec-WebSocket-Location and the 16 bytes whenever the request has Key1 and Key2. Compare field names without regard to case when you look for the keys: some servers fall back to hixie-75 when they do not find them, or when Upgrade is in another case.",
});

export const example: Example = () =>
  draftExchange((text) => text.replaceAll("Sec-WebSocket-", "WebSocket-").slice(0, -16));

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/socketio/socket.io/issues/19",
  "https://github.com/socketio/socket.io/issues/21",
  "https://github.com/socketio/socket.io/issues/22",
  "https://github.com/igrigorik/em-websocket/issues/5",
  "https://github.com/gimite/web-socket-js/issues/14",
  "https://github.com/googlearchive/pywebsocket/issues/48",
];
