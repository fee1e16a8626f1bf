/** Examples of RFC 6455: its own, what a browser sent, and answers that a browser refused. */
import { type Example, type ExampleGroup, example, text } from "./example.ts";

const RFC = `GET /chat HTTP/1.1
Host: server.example.com
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
Origin: http://example.com
Sec-WebSocket-Protocol: chat, superchat
Sec-WebSocket-Version: 13

`;

const CHROMIUM = `GET /m/good HTTP/1.1
Host: 127.0.0.1:34779
Connection: Upgrade
Pragma: no-cache
Cache-Control: no-cache
User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36
Upgrade: websocket
Origin: http://127.0.0.1:34779
Sec-WebSocket-Version: 13
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: en-US,en;q=0.9
Sec-WebSocket-Key: 2S5Dwcp/QjSy06JVo6ENPA==
Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits

`;

const RIGHT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

export const RFC6455_GROUPS: readonly ExampleGroup[] = [
  {
    title: "RFC 6455",
    examples: [
      example(
        "rfc6455",
        "The RFC's own handshake",
        "One key, one constant, SHA-1 and Base64: what every server of today computes.",
        "RFC 6455 §1.2, §1.3",
        text(RFC),
      ),
      example(
        "chromium-156",
        "What Chromium sends",
        "It offers to compress messages, and the server took the connection without that.",
        "Recorded from Chromium 156, run good",
        text(CHROMIUM, "", response("xEJtvxBzh+ikhv3wTzBuucZE/hw=")),
      ),
    ],
  },
  {
    title: "RFC 6455: a browser refuses",
    examples: [
      refused(
        "accept-wrong-guid",
        "A GUID that was made up",
        "The beginning is right and the end is not, as in code that was written from memory.",
        response("tZwqUKNUDhpXnWH23C+uw8Gp/3E="),
      ),
      refused(
        "accept-guid-missing",
        "The key hashed alone",
        "Without the constant anybody's SHA-1 would do.",
        response("hHLtf2V1k8aDQZfNjw3Ia1hCwt0="),
      ),
      refused(
        "accept-base64-of-hex",
        "Base64 of the digest as hex",
        "Forty characters were encoded where twenty bytes should be.",
        response("YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ=="),
      ),
      refused(
        "subprotocol-not-offered",
        "A subprotocol nobody asked for",
        "The server chose one that the page did not offer.",
        response(RIGHT, "Sec-WebSocket-Protocol: graphql-ws\n"),
      ),
    ],
  },
];

function response(accept: string, more = ""): string {
  return `HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: ${accept}
${more}
`;
}

function refused(id: string, title: string, note: string, answer: string): Example {
  return example(id, title, note, "RFC 6455 §1.2, wrongly answered", text(RFC, "", answer));
}
