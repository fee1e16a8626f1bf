import type { Span } from "../../bytes/span.ts";
import { CLOSE_TYPE, isMessage } from "../../hixie76/framing.ts";
import type { Place } from "../finding.ts";
import type { Facts } from "./facts.ts";
import { replyIs } from "./response-facts.ts";

/** Bytes that the server sent behind a handshake of hixie-75 or -76. */
export interface Behind {
  readonly in: Place;
  readonly span: Span;
  readonly bytes: Uint8Array;
}

/** Null when there are none, and behind a wrong digest, which may have another length. */
export function bytesBehind({ response, conversation, suspects }: Facts): Behind | null {
  if (!response?.comparable || response.reply === null) return null;
  const isRight = replyIs(response) === "right";
  if ((suspects.length > 0 && !isRight) || replyIs(response) === "wrong") return null;
  const { behind } = response;
  if (behind) return { in: "response", span: behind, bytes: response.bytes.subarray(...behind) };
  const { serverBytes } = conversation;
  if (!serverBytes?.length) return null;
  return { in: "frames", span: [0, serverBytes.length], bytes: serverBytes };
}

/** A server sends type 00, ended by FF, and FF 00; a lone 00 is the NUL of a C string. */
export function beginsWithFrame(bytes: Uint8Array): boolean {
  const [type = 0, second] = bytes;
  if (type === CLOSE_TYPE) return second !== undefined && (second === 0 || second >= 0x80);
  return isMessage(type) && second !== undefined;
}
