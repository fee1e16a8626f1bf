/** Whatever people have in hand -> conversations. */
import type { Conversation } from "./conversation.ts";
import type { Choice } from "./format.ts";
import { FORMATS } from "./formats.ts";
import { readBy } from "./read-by.ts";

/** Every conversation in a paste or a file; none when it is empty. Never throws. */
export function readPaste(pasted: string | Uint8Array): Conversation[] {
  return readPasteAs(pasted, {});
}

/** The same, with what the reader set: a format that cannot be read as chosen is guessed after all. Never throws. */
export function readPasteAs(pasted: string | Uint8Array, choice: Choice): Conversation[] {
  return readBy(FORMATS, pasted, choice);
}
