import { decodeBase64 } from "../../bytes/base64.ts";
import { defineFinding, type Example, NONE, together } from "../define/define-finding.ts";
import { defineAcceptFinding } from "../define/define-suspect-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

const CODE = "accept-for-other-key";

const certain = defineAcceptFinding({
  code: CODE,
  mistakes: ["other-connections-key", "example-accept", "key-echoed"],
  title: "The accept does not belong to this key",
});

/** Of a key that was not seen: what no known mistake makes of this one, and has the form of an accept. */
const possible = defineFinding({
  code: CODE,
  level: "warning",
  section: "RFC 6455 §4.1, second list, item 4; §4.2.2 item 5.4",
  doubtedBy: ["replaced-bytes", "charset", "cut", "redacted"],
  detect: ({ accept, suspects, response }) => {
    if (!response || !accept?.span || accept.is !== "wrong" || suspects.length > 0) return NONE;
    const { bytes } = response;
    const { span } = accept;
    const isDigest = decodeBase64(textOf(bytes, span))?.length === 20;
    return isDigest ? [{ in: "response" as const, span, bytes }] : NONE;
  },
  title: () => "The accept may belong to another key",
  why: ({ bytes, span }) =>
    `${quote(bytes, span)} has the form of a right accept, the Base64 of 20 bytes, and no known mistake makes it of this key. A key in a variable that connections share, a cache that replays a 101, or a proxy that connects with a key of its own makes such an answer.`,
  fix: () =>
    "Log the key where the server reads it, and compare it with the one that the client sent. Keep it with its connection, let nothing cache or replay a 101, and let a proxy of your own pass Sec-WebSocket-Key on as it came.",
});

export default together(certain, possible);

export const example: Example = () =>
  acceptExchange("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "wrlAB5pvwwNGrECBptpgjA==");

export const counterExample: Example = () => rfcExchange();

export const reports = [
  "https://github.com/webbit/webbit/issues/105",
  "https://github.com/Conflux-Chain/conflux-rust/issues/1921",
  "https://github.com/aspnet/WebSockets/issues/210",
  "https://github.com/swoole/swoole-src/issues/195",
];

export const notJudged = "Whose accept it is, when the other key was not pasted.";
