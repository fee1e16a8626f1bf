import type { Suspect } from "../suspect.ts";

/** Of a Sec-WebSocket-Accept. Its formula is written as "base64(SHA1(key ‖ 0D ‖ GUID))". */
export interface AcceptSuspect extends Suspect {
  readonly wrong: readonly AcceptFunction[];
  /** The GUID that it used, when it was not the right one. */
  readonly guid: string | null;
}

/** Of rfc6455/request.ts and rfc6455/handshake.ts. */
export type AcceptFunction =
  | "readKey"
  | "concatenate"
  | "sha1"
  | "base64"
  | "responseHead"
  | "answer";
