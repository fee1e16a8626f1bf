/**
 * The server's side of the opening handshake, RFC 6455 §4.2.2:
 * the client's key and one constant in, proof that the server
 * has read them out.
 */
import { sha1 as nobleSha1 } from "@noble/hashes/legacy.js";
import { concat, fromLatin1 } from "../bytes/ascii.ts";
import { encodeBase64 } from "../bytes/base64.ts";
import { slice } from "../bytes/span.ts";
import { type Extension, writeExtension } from "./extensions.ts";
import { type Request, readRequest } from "./request.ts";

/** §1.3. The same for everyone, and of use to nobody else. */
export const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** What the server makes of the client's wishes. */
export interface AnswerOptions {
  /** §4.2.2 item 5, subprotocol: one of those offered, or null for none. Left out: the first. */
  readonly chooseSubprotocol?: (offered: readonly string[]) => string | null;
  /** §4.2.2 item 5, extensions: those it will use. Left out: none. */
  readonly chooseExtensions?: (
    offered: readonly Extension[],
  ) => readonly Parameters<typeof writeExtension>[0][];
}

/** The whole 101 response. Throws HandshakeError. */
export function answer(bytes: Uint8Array, options: AnswerOptions = {}): Uint8Array {
  const request = readRequest(bytes);
  return responseHead(responseFields(request, options));
}

/** §4.2.2 item 5.4. The key as it came, not decoded. */
export function concatenate(key: Uint8Array): Uint8Array {
  return concat(key, GUID);
}

/** §4.2.2 item 5.4. The digest as 20 raw bytes. */
export function sha1(concatenated: Uint8Array): Uint8Array {
  return nobleSha1(concatenated);
}

/** §4.2.2 item 5.4. 28 characters. */
export function base64(digest: Uint8Array): string {
  return encodeBase64(digest);
}

/** §4.2.2 item 5.4. What the answer to this key must say. */
export function accept(key: Uint8Array): string {
  return base64(sha1(concatenate(key)));
}

/** §4.2.2 item 5, /subprotocol/. RangeError when the choice was not offered. */
export function subprotocol(
  request: Pick<Request, "bytes" | "subprotocols">,
  { chooseSubprotocol = firstOf }: AnswerOptions,
): string | null {
  const offered = request.subprotocols.map((name) => fromLatin1(slice(request.bytes, name)));
  const chosen = offered.length === 0 ? null : chooseSubprotocol(offered);
  if (chosen !== null && !offered.includes(chosen)) {
    throw new RangeError(`The client did not offer ${chosen}`);
  }
  return chosen;
}

function firstOf(offered: readonly string[]): string | null {
  return offered[0] ?? null;
}

/** §4.2.2 item 5, /extensions/; null for none. RangeError when one was not offered. */
export function extensions(
  request: Pick<Request, "extensions">,
  { chooseExtensions = () => [] }: AnswerOptions,
): string | null {
  const chosen = chooseExtensions(request.extensions);
  for (const { name } of chosen) {
    if (!request.extensions.some((offered) => offered.name === name)) {
      throw new RangeError(`The client did not offer ${name}`);
    }
  }
  return chosen.length === 0 ? null : chosen.map(writeExtension).join(", ");
}

export type ResponseField = readonly [name: string, value: string];

/** §4.2.2 item 5, in its order. */
export function responseFields(
  request: Request,
  options: AnswerOptions = {},
): readonly ResponseField[] {
  const fields: ResponseField[] = [
    ["Upgrade", "websocket"],
    ["Connection", "Upgrade"],
    ["Sec-WebSocket-Accept", accept(slice(request.bytes, request.key))],
  ];
  const chosen = subprotocol(request, options);
  if (chosen !== null) fields.push(["Sec-WebSocket-Protocol", chosen]);
  const agreed = extensions(request, options);
  if (agreed !== null) fields.push(["Sec-WebSocket-Extensions", agreed]);
  return fields;
}

/** §4.2.2 item 5.1–5.3. Frames may follow at once. */
export function responseHead(fields: readonly ResponseField[]): Uint8Array {
  return concat(
    "HTTP/1.1 101 Switching Protocols\r\n",
    ...fields.flatMap(([name, value]) => [name, ": ", value, "\r\n"]),
    "\r\n",
  );
}
