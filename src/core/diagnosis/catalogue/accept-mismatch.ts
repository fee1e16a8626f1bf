import { decodeBase64 } from "../../bytes/base64.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { lossOf } from "../facts/facts.ts";
import { textOf } from "../facts/header-words.ts";
import { acceptExchange, rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "accept-mismatch",
  level: "error",
  section: "RFC 6455 §4.1, second list, item 4; §4.2.2 item 5.4",
  doubtedBy: ["replaced-bytes", "charset", "cut", "redacted"],
  detect: ({ accept, suspects, response, conversation }) => {
    if (!response || !accept?.span || suspects.length > 0) return NONE;
    const { bytes } = response;
    const { span, wanted } = accept;
    const isDigest = decodeBase64(textOf(bytes, span))?.length === 20;
    // Without a key, what has the form of an accept may be right.
    if (wanted === null ? isDigest : accept.is !== "wrong") return NONE;
    const doubt = lossOf(conversation, "request", ["replaced-bytes", "charset", "cut"]);
    const found = { bytes, wanted, isDigest, doubt: doubt?.note ?? null };
    return [{ in: "response" as const, span, ...found }];
  },
  title: ({ wanted }) =>
    wanted === null
      ? "Sec-WebSocket-Accept is not what any key asks for"
      : "Sec-WebSocket-Accept is not what the key asks for",
  why: ({ bytes, span, wanted, isDigest }) =>
    wanted === null
      ? `It says ${quote(bytes, span)}. Whatever the key, it would be 28 characters, the Base64 of the 20 bytes of a SHA-1.`
      : `It says ${quote(bytes, span)}; the key asks for “${wanted}”. No known mistake makes it. ${
          isDigest
            ? "It has the form of a right one: perhaps it answers another key, or was made with another GUID."
            : "It does not have the form of one either: 28 characters, the Base64 of 20 bytes."
        }`,
  fix: () =>
    "Log the key that the server hashed, with quotes around it, and compare it with the one above: shared variables, caches and proxies that open a connection of their own bring another. Then hold the GUID in the code against the RFC's, and test with the RFC's example: dGhlIHNhbXBsZSBub25jZQ== gives s3pPLMBiTxaQ9kYGzzhZRbK+xOo=.",
});

export const example: Example = () => acceptExchange("AAECAwQFBgcICQoLDA0ODxAREhM=");

export const counterExample: Example = () => rfcExchange();

export const notJudged =
  "Mistakes that nobody has seen yet, and GUIDs of one's own: there is a field for the GUID in your code.";
