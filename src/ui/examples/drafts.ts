/** Examples of the drafts before and after hixie-76, as their own texts give them. */
import { type ExampleGroup, example, text } from "./example.ts";

export const OTHER_DRAFTS: ExampleGroup = {
  title: "Other drafts",
  examples: [
    example(
      "draft-75",
      "hixie-75: no key at all",
      "Whoever echoes a few fixed lines passes for a server, which is why keys came.",
      "hixie-75 §1.2",
      text(`GET /demo HTTP/1.1
Upgrade: WebSocket
Connection: Upgrade
Host: example.com
Origin: http://example.com
WebSocket-Protocol: sample

`),
    ),
    example(
      "draft-hybi-04",
      "hybi-04: the server adds a nonce",
      "The first draft with one key and a GUID, and the only kind whose servers sent a nonce back.",
      "hybi-04 §1.2",
      text(keyed(4)),
      "response",
    ),
    example(
      "draft-hybi-08",
      "hybi-08: as RFC 6455, but for a name",
      "Version 8 is what Chrome 14 and Firefox 7 sent, with the origin in a field of another name.",
      "hybi-08 §1.2",
      text(keyed(8)),
    ),
  ],
};

function keyed(version: number): string {
  return `GET /chat HTTP/1.1
Host: server.example.com
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
Sec-WebSocket-Origin: http://example.com
Sec-WebSocket-Protocol: chat, superchat
Sec-WebSocket-Version: ${version}

`;
}
