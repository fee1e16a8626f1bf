/** Every known mistake, in the order in which a server makes them: from reading key3 and the keys to what follows the digest. */
import { BODY_MISTAKES } from "./body.ts";
import type { Mistake } from "./mistake.ts";
import { NUMBER_MISTAKES } from "./numbers.ts";
import { PACKING_MISTAKES } from "./packing.ts";
import { BEHIND_MISTAKES, HASH_MISTAKES, REPLY_MISTAKES } from "./reply.ts";

/** What changes the bytes that are hashed, or their hash. */
export const BEFORE_THE_REPLY: readonly Mistake[] = [
  ...BODY_MISTAKES,
  ...NUMBER_MISTAKES,
  ...PACKING_MISTAKES,
  ...HASH_MISTAKES,
];

export const MISTAKES: readonly Mistake[] = [
  ...BEFORE_THE_REPLY,
  ...REPLY_MISTAKES,
  ...BEHIND_MISTAKES,
];
