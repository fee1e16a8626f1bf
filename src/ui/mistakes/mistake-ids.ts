import { ACCEPT_MISTAKES } from "../../core/diagnosis/accept-suspects/mistakes.ts";
import { MISTAKES } from "../../core/diagnosis/suspects/mistakes.ts";

/** Of all mistakes that can be imagined, whatever the generation. */
export const MISTAKE_IDS: readonly string[] = [...MISTAKES, ...ACCEPT_MISTAKES].map(({ id }) => id);
