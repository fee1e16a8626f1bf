import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange, draftRequest } from "../example.ts";

export default defineFinding({
  code: "no-response",
  level: "error",
  section: { hixie: "hybi-00 §4.1 step 28", byKey: "RFC 6455 §4.1, second list, item 1" },
  doubtedBy: ["cut"],
  detect: ({ conversation }) =>
    conversation.response?.length === 0 ? [{ in: "response", span: null }] : NONE,
  title: () => "The server answered with nothing",
  why: () =>
    "The connection brought no byte of a response. A client that sees it closed fails at once; one that sees it open waits. Perhaps the server crashed in its handler, does not listen there, or speaks TLS where the client does not; perhaps a firewall stands between.",
  fix: () =>
    "Look into the server's log at that second. Then compare scheme, host and port with what the server listens on, and capture on both sides: tcpdump -A port 8080 on the server tells whether the request arrives.",
});

export const example: Example = () => draftExchange(() => "");

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/websockets/ws/issues/560",
  "https://github.com/ratchetphp/Ratchet/issues/738",
  "https://github.com/firehoseio/firehose/issues/38",
  "https://github.com/wandenberg/nginx-push-stream-module/issues/261",
  "https://github.com/mqttjs/MQTT.js/issues/900",
];
