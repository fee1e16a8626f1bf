import { type Generation, generationName } from "../../generation.ts";
import { defineFinding, type Example, NONE, type Occurrence } from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";

interface Later extends Occurrence {
  readonly evidence: string;
  readonly name: string;
  readonly generation: Generation | "http" | "unknown";
}

export default defineFinding<Later>({
  code: "later-generation-request",
  level: "info",
  section: ({ generation }) => (generation === "hybi-01" ? "hybi-00 §5.1" : "RFC 6455 §4.2.1"),
  detect: ({ request }) => {
    const generation = request?.generation;
    if (!request || !generation || !LATER.test(generation)) return NONE;
    const { evidenceAt, evidence } = request;
    return [
      {
        in: "request" as const,
        span: evidenceAt,
        evidence,
        name: generationName(generation),
        generation,
      },
    ];
  },
  title: ({ name }) => `This is a request of ${name}`,
  why: ({ evidence, generation }) =>
    generation === "hybi-01"
      ? `${evidence} The handshake is still that of hybi-00, and is checked as such; the frames behind it are not.`
      : `${evidence} It is answered with Sec-WebSocket-Accept, the SHA-1 of its key and a fixed text. A server that looks for Sec-WebSocket-Key1 and -Key2 finds neither, and one that answers with Sec-WebSocket-Location is not understood.`,
  fix: ({ generation }) =>
    generation === "hybi-01"
      ? "Answer as for hybi-00, and use the frames of its draft."
      : `${generation === "rfc6455" ? "Use a server library that speaks this version, as current ones all do." : "Few current libraries still speak this draft: ask for a newer client, or take a library that lists this version."} When a server speaks several, it tells them apart by Sec-WebSocket-Key1 and -Key2 against Sec-WebSocket-Key.`,
});

const LATER = /^(hybi-|rfc)/;

export const example: Example = () =>
  captured(
    "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://example.com\r\nSec-WebSocket-Version: 13\r\n\r\n",
  );

export const counterExample: Example = () => draftRequest();

export const notJudged = "Its key and version, which have findings of their own in those versions.";
