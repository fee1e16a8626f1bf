/**
 * The server's side of the opening handshake in the drafts
 * hybi-04 to hybi-12: key and GUID as in RFC 6455 §4.2.2, and
 * in the first two of them a nonce of the server's own.
 */
import { sha1 as nobleSha1 } from "@noble/hashes/legacy.js";
import { concat, fromLatin1 } from "../bytes/ascii.ts";
import { encodeBase64 } from "../bytes/base64.ts";
import { slice } from "../bytes/span.ts";
import { hasNonce } from "./drafts.ts";
import { type Request, readRequest } from "./request.ts";

/** The same from hybi-04 to the RFC. */
export const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export interface AnswerOptions {
  /** One of those offered, or null for none. Left out: the first. */
  readonly chooseSubprotocol?: (offered: readonly string[]) => string | null;
  /** hybi-04, -05: sixteen random bytes. */
  readonly nonce?: Uint8Array;
}

/** The whole 101 response. Throws HandshakeError, and RangeError when a nonce is needed and not there. */
export function answer(bytes: Uint8Array, options: AnswerOptions = {}): Uint8Array {
  return responseHead(responseFields(readRequest(bytes), options));
}

/** The key as it came, not decoded. */
export function concatenate(key: Uint8Array): Uint8Array {
  return concat(key, GUID);
}

/** 20 raw bytes. */
export function sha1(concatenated: Uint8Array): Uint8Array {
  return nobleSha1(concatenated);
}

/** 28 characters. */
export function base64(digest: Uint8Array): string {
  return encodeBase64(digest);
}

/** What the answer to this key must say. */
export function accept(key: Uint8Array): string {
  return base64(sha1(concatenate(key)));
}

/** RangeError when the choice was not offered. */
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

export type ResponseField = readonly [name: string, value: string];

/** In the order of the example in hybi-04. */
export function responseFields(
  request: Request,
  options: AnswerOptions = {},
): readonly ResponseField[] {
  const fields: ResponseField[] = [
    ["Upgrade", "websocket"],
    ["Connection", "Upgrade"],
    ["Sec-WebSocket-Accept", accept(slice(request.bytes, request.key))],
  ];
  if (hasNonce(request.draft)) {
    if (options.nonce?.length !== 16) throw new RangeError("A nonce has sixteen bytes");
    fields.push(["Sec-WebSocket-Nonce", encodeBase64(options.nonce)]);
  }
  const chosen = subprotocol(request, options);
  if (chosen !== null) fields.push(["Sec-WebSocket-Protocol", chosen]);
  return fields;
}

export function responseHead(fields: readonly ResponseField[]): Uint8Array {
  return concat(
    "HTTP/1.1 101 Switching Protocols\r\n",
    ...fields.flatMap(([name, value]) => [name, ": ", value, "\r\n"]),
    "\r\n",
  );
}
