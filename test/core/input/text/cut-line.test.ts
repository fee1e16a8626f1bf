import { expect, test } from "vitest";
import { isCutShort } from "../../../../src/core/input/text/cut-line.ts";

test.each([
  "Sec-WebSo",
  "Upgrade: webs",
  "Connection: keep-alive, Upgr",
  "Sec-WebSocket-Version: 1",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j",
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYG",
  "Sec-WebSocket-Key2: 12998 5 Y3",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=",
  "Upgrade:",
  "Connection: keep-alive,",
  "Sec-WebSocket-Version: ",
  "Sec-WebSocket-Extensions: permessage-def",
  "Sec-WebSocket-Extensions: permessage-deflate; client_max_w",
  "Origin: htt",
  "Sec-WebSocket-Location: ws:/",
])("%s may go on", (line) => expect(isCutShort(line)).toBe(true));

test.each([
  "Upgrade: websocket",
  "Upgrade: TLS/1.0",
  "Connection: keep-alive, Upgrade",
  "Connection: close",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Key: qjaovfzeqzo=",
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
  "Sec-WebSocket-Protocol:",
  "Origin: http://example.com",
  "Origin: null",
  "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10",
  "Sec-WebSocket-Extensions: permessage-deflate",
  "Sec-WebSocket-Location: ws://localhost:8080",
  "WebSocket-Location: http://localhost/",
])("%s is whole", (line) => expect(isCutShort(line)).toBe(false));
