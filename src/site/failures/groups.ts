import type { Group } from "./group.ts";
import { ACCEPT } from "./words/accept.ts";
import { AGREED } from "./words/agreed.ts";
import { ANSWER } from "./words/answer.ts";
import { DIGEST } from "./words/digest.ts";
import { FRAMES } from "./words/frames.ts";
import { INTERMEDIARIES } from "./words/intermediaries.ts";
import { PASTE } from "./words/paste.ts";
import { REQUEST } from "./words/request.ts";
import { RIGHT } from "./words/right.ts";

/** All pages, in the order of the list. */
export const GROUPS: readonly Group[] = [
  REQUEST,
  ANSWER,
  DIGEST,
  ACCEPT,
  AGREED,
  FRAMES,
  INTERMEDIARIES,
  PASTE,
  RIGHT,
];
