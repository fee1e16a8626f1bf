import { outOfOrder } from "../../hixie75/request.ts";
import { find } from "../../hixie76/request.ts";
import { valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { captured } from "../example.ts";
import { rfcRequest } from "../rfc-example.ts";

export default defineFinding({
  code: "key-missing",
  section: "RFC 6455 §4.2.1 item 5",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request }) => {
    if (!request) return NONE;
    const { bytes, head, generation, refusals, evidenceAt } = request;
    if (refusals.includes("key-missing")) {
      const [span = null] = valuesIn(bytes, head, "sec-websocket-key");
      return [{ in: "request" as const, span, isCertain: true }];
    }
    if (generation !== "hixie-75") return NONE;
    // No client of draft 75 leaves Origin out, or sends its fields in any order but the draft's.
    if (find(bytes, head.fields, "origin") === null) {
      return [{ in: "request" as const, span: null, isCertain: true }];
    }
    return outOfOrder(bytes, head)
      ? [{ in: "request" as const, span: evidenceAt, isCertain: false }]
      : NONE;
  },
  level: ({ isCertain }) => (isCertain ? "error" : "warning"),
  title: ({ isCertain, span }) =>
    isCertain
      ? span
        ? "Sec-WebSocket-Key is empty"
        : "There is no Sec-WebSocket-Key field"
      : "Perhaps the key was lost: the request asks for WebSocket and has none",
  why: ({ isCertain }) =>
    isCertain
      ? "The request asks for WebSocket, and a server has to find a key of 16 random bytes in Base64 in it: the accept is made from that. Without one it answers 400."
      : "Without any key it counts as hixie-75, but a client of hixie-75 writes Upgrade, Connection, Host and Origin in just that order and letter case. Here they stand otherwise, as a client of today writes them that lost its Sec-WebSocket-Key, and its version, on the way.",
  fix: () => `Let the client send a new one for each connection. Node:
    "Sec-WebSocket-Key": randomBytes(16).toString("base64")
If it does, look for a proxy, a test client or a rewriting rule that takes Sec-WebSocket fields out. To talk to clients of hixie-75, a server needs code for that draft.`,
});

export const example: Example = () =>
  rfcRequest((text) => text.replace(/Sec-WebSocket-Key: .*\r\n/, ""));

export const counterExample: Example = () =>
  captured(
    "GET /demo HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: example.com\r\nOrigin: http://example.com\r\n\r\n",
  );

export const reports = [
  "https://github.com/krohling/ArduinoWebsocketClient/issues/12",
  "https://github.com/TooTallNate/Java-WebSocket/issues/42",
  "https://github.com/kxg3030/shermie-proxy/issues/17",
];

export const notJudged = "The two numbered keys of hixie-76, which have a finding of their own.";
