import { length, type Span } from "../../bytes/span.ts";
import { generationName } from "../../generation.ts";
import { isByKey, keyAnswer } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE, together } from "../define/define-finding.ts";
import { captured, draftExchange } from "../example.ts";
import { DIGEST_LENGTH } from "../facts/response-facts.ts";
import { quote } from "../words.ts";

const CODE = "generation-mismatch-new-client";

const FIX =
  "Update the server's library: it was written for browsers of 2010. In a server of your own, answer a request that has Sec-WebSocket-Key with Sec-WebSocket-Accept.";

const byFields = defineFinding({
  code: CODE,
  level: "error",
  section: "RFC 6455 §4.1",
  detect: ({ request, response }) => {
    if (!request || !response || response.status !== 101) return NONE;
    if (!isByKey(request.generation)) return NONE;
    if (response.generation !== "hixie-76" && response.generation !== "hixie-75") return NONE;
    const { evidenceAt } = response;
    return [
      {
        in: "response" as const,
        span: evidenceAt,
        client: generationName(request.generation),
        server: generationName(response.generation),
      },
    ];
  },
  title: ({ client, server }) => `The client speaks ${client}, the server answered as ${server}`,
  why: ({ client, server }) =>
    `The request is one of ${client}, with one Sec-WebSocket-Key. The answer is that of ${server}: it repeats origin and location, and has no Sec-WebSocket-Accept, the only thing this client asks for.`,
  fix: () => FIX,
});

/** The fields are gone or were never there, but the 16 bytes of a digest stand where nothing should. */
const byDigest = defineFinding({
  code: CODE,
  level: "error",
  section: "RFC 6455 §4.1, second list, item 4",
  doubtedBy: ["replaced-bytes", "charset", "byte-count", "cut"],
  detect: (facts) => {
    const { request, accept } = facts;
    const answer = keyAnswer(facts);
    if (!request || !answer || accept?.span || byFields.find(facts).length > 0) return NONE;
    const { bytes, head } = answer;
    const span: Span = [head.end ?? bytes.length, bytes.length];
    if (length(span) !== DIGEST_LENGTH || isFrame(bytes[span[0]] as number)) return NONE;
    return [{ in: "response" as const, span, bytes, client: generationName(request.generation) }];
  },
  title: ({ client }) => `The client speaks ${client}, the server seems to answer as hixie-76`,
  why: ({ bytes, span, client }) =>
    `The request is one of ${client}. The 101 has no Sec-WebSocket-Accept, and behind its head stand exactly 16 bytes that are no frame, ${quote(bytes, span)}: so a server of hixie-76 answers, with a digest.`,
  fix: () => FIX,
});

/** RFC 6455 §5.2: FIN or not, no reserved bits but that of a compression, one of six opcodes. */
function isFrame(first: number): boolean {
  return (first & 0x30) === 0 && [0, 1, 2, 8, 9, 10].includes(first & 0x0f);
}

export default together(byFields, byDigest);

export const example: Example = () => ({
  ...draftExchange(),
  ...captured(
    "GET /demo HTTP/1.1\r\nHost: example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://example.com\r\nSec-WebSocket-Version: 13\r\n\r\n",
  ),
});

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/clj-commons/aleph/issues/33",
  "https://github.com/cyrus-great/phpwebsocket/issues/39",
  "https://github.com/cyrus-great/phpwebsocket/issues/35",
  "https://github.com/theturtle32/WebSocket-Node/issues/14",
  "https://github.com/tornadoweb/tornado/issues/423",
];
