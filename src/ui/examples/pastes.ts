/** Pastes as tools print them, which hold more than one request. */
import { type ExampleGroup, example, text } from "./example.ts";

const CURL = `*   Trying 127.0.0.1:8080...
* Connected to 127.0.0.1 (127.0.0.1) port 8080 (#0)
> GET /chat HTTP/1.1
> Host: 127.0.0.1:8080
> User-Agent: curl/7.88.1
> Accept: */*
> Connection: Upgrade
> Upgrade: websocket
> Sec-WebSocket-Version: 13
> Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
>
< HTTP/1.1 200 OK
< Content-Type: text/plain
< Date: Sat, 28 Nov 2026 06:47:42 GMT
< Connection: keep-alive
< Keep-Alive: timeout=5
< Content-Length: 10
<
It works!
* Connection #0 to host 127.0.0.1 left intact
`;

const FIRST_ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

export const PASTES: ExampleGroup = {
  title: "Pastes as they come",
  examples: [
    example(
      "curl-verbose",
      "curl -v: a page instead of 101",
      "The request is right, but whoever answered it took it for one of a page.",
      "Recorded from curl 7.88.1 and an HTTP server of Node without WebSockets",
      text(CURL),
    ),
    example(
      "two-connections",
      "Two connections, one answer for both",
      "The second got the accept of the first, as where a server keeps it in a global variable.",
      "Keys of RFC 6455 §1.3 and of Chromium 156, wrongly answered",
      {
        ...text(exchange("dGhlIHNhbXBsZSBub25jZQ==") + exchange("2S5Dwcp/QjSy06JVo6ENPA==")),
        conversation: 1,
      },
    ),
    example(
      "http2-connect",
      "Over HTTP/2: no key and no digest",
      "Multiplexed connections ask by CONNECT, and 200 is the answer that opens it.",
      "RFC 8441 §5.1",
      text(`:method: CONNECT
:protocol: websocket
:scheme: https
:path: /chat
:authority: server.example.com
sec-websocket-protocol: chat, superchat
sec-websocket-extensions: permessage-deflate
sec-websocket-version: 13
origin: http://www.example.com

:status: 200
sec-websocket-protocol: chat
`),
    ),
  ],
};

function exchange(key: string): string {
  return `GET /chat HTTP/1.1
Host: server.example.com
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: ${key}
Sec-WebSocket-Version: 13

HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: ${FIRST_ACCEPT}

`;
}
