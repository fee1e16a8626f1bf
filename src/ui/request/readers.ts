/** The readers of pastes, in the parts that the page and its worker load them in: the same as `readPasteAs`, but not all at once. */
import type { Conversation } from "../../core/input/conversation.ts";
import type { Choice, Format } from "../../core/input/format.ts";

export interface Readers<Pasted> {
  readonly formats: readonly Format[];
  read(pasted: Pasted, choice: Choice): Conversation[];
}

export async function loadTextReaders(): Promise<Readers<string>> {
  const [{ readBy }, { TOOL_FORMATS, HEADER_FORMATS }, { BYTE_FORMATS }] = await Promise.all([
    import("../../core/input/read-by.ts"),
    import("../../core/input/message-formats.ts"),
    import("../../core/input/byte-formats.ts"),
  ]);
  const formats = [...TOOL_FORMATS, ...BYTE_FORMATS, ...HEADER_FORMATS];
  return { formats, read: (text, choice) => readBy(formats, text, choice) };
}

export async function loadFileReaders(): Promise<Readers<Uint8Array>> {
  const [{ readBy }, { FILE_FORMATS }, text] = await Promise.all([
    import("../../core/input/read-by.ts"),
    import("../../core/input/file-formats.ts"),
    loadTextReaders(),
  ]);
  const formats = [...FILE_FORMATS, ...text.formats];
  return { formats, read: (bytes, choice) => readBy(formats, bytes, choice) };
}
