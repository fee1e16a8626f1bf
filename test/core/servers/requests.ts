import { concat } from "../../../src/core/bytes/ascii.ts";

/** RFC 6455 §1.3. */
export const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
export const ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/** Whole lines by the names they had; null leaves one out, a new name comes last. */
export type Change = Readonly<Record<string, string | null>>;

export interface Shape {
  readonly line?: string;
  readonly behind?: string;
}

const GOOD: Change = {
  Host: "Host: a",
  Upgrade: "Upgrade: websocket",
  Connection: "Connection: Upgrade",
  Key: `Sec-WebSocket-Key: ${KEY}`,
  Version: "Sec-WebSocket-Version: 13",
};

/** One character a byte. */
export function request(change: Change = {}, { line, behind = "" }: Shape = {}): Uint8Array {
  const lines = Object.values({ ...GOOD, ...change }).filter((one) => one !== null);
  return concat([line ?? "GET /chat HTTP/1.1", ...lines, "\r\n"].join("\r\n"), behind);
}

/** hybi-00 §1.2. */
export const HIXIE_76 = [
  "GET /demo HTTP/1.1",
  "Host: example.com",
  "Connection: Upgrade",
  "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00",
  "Upgrade: WebSocket",
  "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5",
  "Origin: http://example.com",
  "\r\n",
].join("\r\n");

export const KEY3 = "^n:ds[4U";

/** Draft 75 §1.2, without its subprotocol. */
export const HIXIE_75 = [
  "GET /demo HTTP/1.1",
  "Upgrade: WebSocket",
  "Connection: Upgrade",
  "Host: example.com",
  "Origin: http://example.com",
  "\r\n",
].join("\r\n");
