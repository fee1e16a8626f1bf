import { concat } from "../../core/bytes/ascii.ts";
import { hex } from "../../core/bytes/hex.ts";
import { readHead } from "../../core/http/head.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import type { Input } from "../state.ts";

/**
 * Boxes that hold a conversation's bytes, so that what came from a file or was edited byte by byte can be typed in, linked and
 * undone like everything else: as text with key3 in its field where text keeps every byte, and as a hex dump where it does not.
 */
export function inputOf(
  { request, clientBytes, response, serverBytes }: Conversation,
  secure: boolean,
): Input {
  const asked = request ? concat(request, clientBytes ?? "") : EMPTY;
  const answered = response ? concat(response, serverBytes ?? "") : EMPTY;
  return {
    ...requestInput(asked),
    answer: textOf(answered) ?? hexRows(answered),
    secure,
    guid: "",
  };
}

/** The boxes for the request and its key3. */
export function requestInput(
  bytes: Uint8Array,
): Pick<Input, "request" | "key3" | "conversation" | "choice"> {
  const end = readHead(bytes).end ?? bytes.length;
  const text = textOf(bytes.subarray(0, end));
  const behind = bytes.length - end;
  if (text === null || (behind !== 0 && behind !== 8)) {
    return { request: hexRows(bytes), key3: "", conversation: 0, choice: { format: "hex" } };
  }
  const key3 = hex(bytes.subarray(end), " ");
  return { request: text, key3, conversation: 0, choice: {} };
}

const EMPTY = new Uint8Array(0);

/** Of a whole head and nothing else, all printable ASCII with CRLF: then reading the text gives these bytes again. */
function textOf(bytes: Uint8Array): string | null {
  const text = String.fromCharCode(...bytes.subarray(0, 0x8000));
  if (bytes.length > 0x8000) return null;
  if (bytes.length === 0) return "";
  return /^(?:GET \/[!-~]* HTTP\/1\.1|HTTP\/1\.1 \d{3} [ -~]*[!-~])\r\n(?:[!-9;-~]+: [!-~](?:[ -~]*[!-~])?\r\n)*\r\n$/.test(
    text,
  )
    ? text.replaceAll("\r\n", "\n")
    : null;
}

/** Sixteen bytes a row. */
function hexRows(bytes: Uint8Array): string {
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) rows.push(hex(bytes.subarray(at, at + 16), " "));
  return rows.join("\n");
}
