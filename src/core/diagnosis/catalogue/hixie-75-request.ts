import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";

export default defineFinding({
  code: "hixie-75-request",
  level: "info",
  section: "hixie-75 §4.1",
  doubtedBy: ["cut"],
  detect: ({ request }) =>
    request?.generation === "hixie-75"
      ? [{ in: "request", span: request.evidenceAt, evidence: request.evidence }]
      : NONE,
  title: () => "This is a request of hixie-75",
  why: ({ evidence }) =>
    `${evidence} hixie-75 (Chrome 4 and 5, Safari 5.0) had neither keys nor the eight bytes behind the head, and its answer has no digest. A server that insists on Sec-WebSocket-Key1 cannot answer it.`,
  fix: () =>
    "Answer it as hixie-75 has it: “HTTP/1.1 101 Web Socket Protocol Handshake”, Upgrade, Connection, WebSocket-Origin, WebSocket-Location, and nothing behind the empty line. Or ask for a newer client. Fields that a proxy removed can make a newer request look like this.",
});

export const example: Example = () =>
  captured(
    "GET /demo HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: example.com\r\nOrigin: http://example.com\r\n\r\n",
  );

export const counterExample: Example = () => draftRequest();

export const reports = ["https://github.com/TooTallNate/Java-WebSocket/issues/69"];

export const notJudged = "The order of its fields, which the draft fixes and no server checked.";
