/** The mistakes that a server can be imagined to make. GUIDs that people invented are too many, and too much alike, to choose from. */
import { GUID_MISTAKES, WRONG_GUID_MISTAKES } from "./guid-mistakes.ts";
import { DIGEST_MISTAKES, HASH_MISTAKES, INPUT_MISTAKES } from "./hash-mistakes.ts";
import { KEY_MISTAKES } from "./key-mistakes.ts";
import type { Mistake } from "./mistake.ts";
import { SENT_MISTAKES, TEXT_MISTAKES } from "./reply-mistakes.ts";

/** In the order in which a server makes them. */
export const ACCEPT_MISTAKES: readonly Mistake[] = [
  ...KEY_MISTAKES,
  ...GUID_MISTAKES,
  ...WRONG_GUID_MISTAKES.slice(0, 1),
  ...INPUT_MISTAKES,
  ...HASH_MISTAKES,
  ...DIGEST_MISTAKES,
  ...TEXT_MISTAKES,
  ...SENT_MISTAKES,
];
