import { decodeBase64 } from "../../bytes/base64.ts";
import { keyAnswer, valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { rfcExchange } from "../rfc-example.ts";

export default defineFinding({
  code: "nonce-missing",
  level: "error",
  section: "hybi-04 §5.2.2",
  doubtedBy: ["cut", "redacted"],
  detect: (facts) => {
    const answer = keyAnswer(facts);
    if (answer?.generation !== "hybi-04" && answer?.generation !== "hybi-05") return NONE;
    const { bytes, head, generation } = answer;
    const [span = null] = valuesIn(bytes, head, "sec-websocket-nonce");
    const isRight = span && decodeBase64(textOf(bytes, span))?.length === 16;
    return isRight ? NONE : [{ in: "response" as const, span, generation }];
  },
  title: ({ span }) =>
    span
      ? "Sec-WebSocket-Nonce does not stand for 16 bytes"
      : "There is no Sec-WebSocket-Nonce field",
  why: ({ generation }) =>
    `In ${generation} the server adds 16 random bytes of its own, in Base64, and the client masks its frames with a key made from both. hybi-06 gave that up.`,
  fix: () =>
    "Send Sec-WebSocket-Nonce to clients that say version 4 or 5. Better: ask for a client of RFC 6455, and answer these two with 426.",
});

const VERSION_4 = (text: string) => text.replace("Version: 13", "Version: 4");
const NONCE = "Sec-WebSocket-Nonce: AAECAwQFBgcICQoLDA0ODw==\r\n\r\n";

export const example: Example = () => rfcExchange((text) => text, VERSION_4);

export const counterExample: Example = () =>
  rfcExchange((text) => text.replace(/\r\n$/, NONCE), VERSION_4);
