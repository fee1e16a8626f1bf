import { latin1 } from "../../../src/core/bytes/ascii.ts";

/** The request of RFC 6455 §1.2, with the key of §1.3. */
export const EXAMPLE = [
  "GET /chat HTTP/1.1",
  "Host: server.example.com",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Origin: http://example.com",
  "Sec-WebSocket-Protocol: chat, superchat",
  "Sec-WebSocket-Version: 13",
] as const;

/** The response of §1.2, field by field in the order of §4.2.2. */
export const EXAMPLE_ANSWER =
  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: chat\r\n\r\n";

/** The example with the line that begins with `start` replaced; by none when `by` is null. */
export function request(start?: string, by: string | null = null): Uint8Array {
  const lines = EXAMPLE.flatMap((line) => {
    if (start === undefined || !line.startsWith(start)) return [line];
    return by === null ? [] : [by];
  });
  return latin1(`${lines.join("\r\n")}\r\n\r\n`);
}

/** The example with more lines. */
export function requestWith(...lines: string[]): Uint8Array {
  return latin1(`${[...EXAMPLE, ...lines].join("\r\n")}\r\n\r\n`);
}
