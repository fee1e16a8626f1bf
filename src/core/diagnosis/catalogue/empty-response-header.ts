import { SP } from "../../bytes/ascii.ts";
import { slice } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "empty-response-header",
  level: "warning",
  section: { hixie: "hybi-00 §4.1 step 40", byKey: "RFC 9110 §5.5" },
  doubtedBy: ["redacted", "cut", "edge-spaces"],
  detect: ({ response }) => {
    if (!response || response.startsAt === null) return NONE;
    const { bytes, head } = response;
    return head.fields
      .filter(({ value }) => slice(bytes, value).every((byte) => byte === SP))
      .map(({ line, name }) => ({ in: "response" as const, span: line, name, bytes }));
  },
  title: ({ bytes, name }) => `The field ${quote(bytes, name)} is empty`,
  why: ({ bytes, name }) =>
    `Behind ${quote(bytes, name)} and its colon stands nothing. The draft lets it pass. WebKit, and Chrome up to 33, do not: they fail with “Invalid UTF-8 sequence in header value”, a message that leads astray.`,
  fix: () =>
    "Leave a field out when it has no value. With Sec-WebSocket-Protocol that means: send it only when the client asked for a subprotocol.",
});

export const example: Example = () =>
  draftExchange((text) =>
    text.replace("Upgrade: WebSocket", "X-Powered-By:\r\nUpgrade: WebSocket"),
  );

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/clj-commons/aleph/issues/21",
  "https://github.com/clj-commons/aleph/pull/20",
  "https://github.com/ratchetphp/Ratchet/issues/49",
  "https://github.com/rstudio/R-Websockets/pull/6",
  "https://github.com/joewalnes/websocketd/issues/7",
  "https://github.com/Atmosphere/atmosphere/pull/1823",
  "https://github.com/uNetworking/uWebSockets/issues/811",
  "https://github.com/Atmosphere/atmosphere-javascript/issues/136",
];

export const notJudged =
  "Fields that a browser adds to what it shows, such as “Provisional headers”.";
