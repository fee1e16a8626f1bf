import type { Suspect } from "../suspect.ts";

/** Of what stands behind the head of a hixie-76 answer, where the digest belongs. */
export interface DigestSuspect extends Suspect {
  readonly wrong: readonly ReferenceFunction[];
}

/** Of hixie76/request.ts and hixie76/handshake.ts. */
export type ReferenceFunction =
  | "readKey"
  | "readKey3"
  | "keyNumber"
  | "countSpaces"
  | "part"
  | "pack"
  | "challenge"
  | "md5"
  | "responseHead"
  | "answer";
