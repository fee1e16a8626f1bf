import { decodeBase64 } from "../../bytes/base64.ts";
import type { Span } from "../../bytes/span.ts";
import { valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { rfcRequest } from "../rfc-example.ts";
import { count, quote } from "../words.ts";

export default defineFinding({
  code: "key-not-16-bytes",
  level: "error",
  section: "RFC 6455 §4.2.1 item 5; §4.1, first list, item 7",
  doubtedBy: ["cut", "redacted", "replaced-bytes", "charset", "headers-merged"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("key-not-16-bytes")) return NONE;
    const { bytes, head } = request;
    const [span] = valuesIn(bytes, head, "sec-websocket-key") as [Span];
    const { length = null } = decodeBase64(textOf(bytes, span)) ?? {};
    return [{ in: "request" as const, span, bytes, length }];
  },
  title: ({ length }) =>
    length === null
      ? "Sec-WebSocket-Key is no Base64"
      : `Sec-WebSocket-Key stands for ${count(length, "byte")}, not 16`,
  why: ({ bytes, span, length }) =>
    `The key is ${quote(bytes, span)}, ${count(span[1] - span[0], "character")}. ${
      length === null ? "That cannot be decoded" : `It decodes to ${count(length, "byte")}`
    }; expected are 24 characters of the standard Base64 alphabet that end with “==”, which stand for 16 bytes. Strict servers answer 400; lenient ones hash whatever stands there.`,
  fix: () => `Make the key of 16 random bytes, new for each connection. Node:
    randomBytes(16).toString("base64")
Python:
    base64.b64encode(os.urandom(16))
Go:
    base64.StdEncoding.EncodeToString(nonce[:])
Not a number, not hexadecimal digits, not the Base64 for URLs.`,
});

export const example: Example = () =>
  rfcRequest((text) => text.replace("dGhlIHNhbXBsZSBub25jZQ==", "qjaovfzeqzo="));

export const counterExample: Example = () => rfcRequest();

export const reports = [
  "https://github.com/websockets/ws/issues/1571",
  "https://github.com/flutter-webrtc/dart-sip-ua/issues/110",
  "https://github.com/Spinoco/fs2-http/issues/8",
  "https://github.com/lighttpd/lighttpd1.4/pull/123",
  "https://github.com/ianharrigan/hxWebSockets/issues/9",
  "https://github.com/marcone/teslausb/pull/869",
  "https://github.com/websockets/ws/issues/2045",
  "https://github.com/OpenSIPS/opensips/issues/1928",
];

export const notJudged = "Whether the 16 bytes are random, and new for each connection.";
