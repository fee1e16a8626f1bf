/** The example that comes with the page; the others come after it. */
import { type Example, example, text } from "./example.ts";

export const KEY1 = "4 @1  46546xW%0l 1 5";
export const KEY2 = "12998 5 Y3 1  .P00";
export const KEY3 = "5e6e3a64735b3455";
export const DRAFT = `GET /demo HTTP/1.1
Host: example.com
Connection: Upgrade
Sec-WebSocket-Key2: ${KEY2}
Sec-WebSocket-Protocol: sample
Upgrade: WebSocket
Sec-WebSocket-Key1: ${KEY1}
Origin: http://example.com

`;

/** What a bare address shows. */
export const DEFAULT_EXAMPLE: Example = example(
  "draft-76",
  "The draft's first handshake",
  "All of it, from two odd keys to sixteen bytes that happen to be readable.",
  "hybi-00 §1.2",
  text(DRAFT, KEY3),
);
