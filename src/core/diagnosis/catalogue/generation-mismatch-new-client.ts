import { generationName } from "../../generation.ts";
import { isByKey } from "../by-key.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { captured, draftExchange } from "../example.ts";

export default defineFinding({
  code: "generation-mismatch-new-client",
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
  fix: () =>
    "Update the server's library: it was written for browsers of 2010. In a server of your own, answer a request that has Sec-WebSocket-Key with Sec-WebSocket-Accept.",
});

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
