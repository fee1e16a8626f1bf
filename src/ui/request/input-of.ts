import { concat, fromLatin1 } from "../../core/bytes/ascii.ts";
import { equals } from "../../core/bytes/equals.ts";
import { hex } from "../../core/bytes/hex.ts";
import { readHead } from "../../core/http/head.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { splitRequest } from "../../core/input/wire/split-bytes.ts";
import { type Input, type Large, withLarge } from "../state.ts";
import { READERS } from "./reading.ts";

/** More bytes than this are not made text of: a box then shows where they begin. */
const LARGE = 0x10000;
const SHOWN = 0x4000;

/**
 * Boxes that hold a conversation's bytes, so that what came from a file or was edited byte by byte can be typed in, linked and
 * undone like everything else: as text with key3 in its field where text keeps every byte, and as a hex dump where it does not.
 */
export function inputOf(conversation: Conversation, secure: boolean): Input {
  const { request, clientBytes, response, serverBytes } = conversation;
  const asked = request ? concat(request, clientBytes ?? "") : EMPTY;
  const answered = response ? concat(response, serverBytes ?? "") : EMPTY;
  return {
    ...boxOf(asked),
    answer: textOf(answered) ?? hexRows(answered),
    large: withLarge(
      withLarge(undefined, "request", largeSide(asked, conversation, ["request", "clientBytes"])),
      "answer",
      largeSide(answered, conversation, ["response", "serverBytes"]),
    ),
    secure,
    guid: "",
  };
}

type Side = readonly ["request", "clientBytes"] | readonly ["response", "serverBytes"];

/** One side of a conversation; undefined where its box can hold it. */
function largeSide(
  all: Uint8Array,
  conversation: Conversation,
  [message, behind]: Side,
): Conversation | undefined {
  if (all.length <= LARGE) return undefined;
  const { [message]: bytes, [behind]: others, format } = conversation;
  const lost = conversation.lost.filter((loss) => loss.in === message || loss.in === behind);
  return {
    ...(bytes && { [message]: bytes }),
    ...(others && { [behind]: others }),
    format,
    exact: lost.length === 0,
    lost,
  };
}

type RequestInput = Pick<Input, "request" | "key3" | "conversation" | "choice">;

/** The boxes for the request and its key3; `large` is what else is behind boxes. */
export function requestInput(
  bytes: Uint8Array,
  large?: Large,
): RequestInput & Pick<Input, "large"> {
  const { message, end } = splitRequest(bytes);
  const behind = { request: message, clientBytes: bytes.subarray(end) };
  const conversation = { ...behind, format: "hex", exact: true, lost: [] };
  return {
    ...boxOf(bytes),
    large: withLarge(large, "request", bytes.length > LARGE ? conversation : undefined),
  };
}

function boxOf(bytes: Uint8Array): RequestInput {
  const end = readHead(bytes).end ?? bytes.length;
  const head = bytes.subarray(0, end);
  const text = textOf(head) ?? editedText(head);
  const behind = bytes.length - end;
  if (text === null || (behind !== 0 && behind !== 8)) {
    return { request: hexRows(bytes), key3: "", conversation: 0, choice: { format: "hex" } };
  }
  const key3 = hex(bytes.subarray(end), " ");
  return { request: text, key3, conversation: 0, choice: {} };
}

const LARGEST_HEAD = 0x8000;

const EMPTY = new Uint8Array(0);

/** Of a whole head and nothing else, all printable ASCII with CRLF: then reading the text gives these bytes again. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST_HEAD) return null;
  const text = fromLatin1(bytes);
  if (bytes.length === 0) return "";
  return /^(?:GET \/[!-~]* HTTP\/1\.1|HTTP\/1\.1 \d{3} [ -~]*[!-~])\r\n(?:[!-9;-~]+: [!-~](?:[ -~]*[!-~])?\r\n)*\r\n$/.test(
    text,
  )
    ? text.replaceAll("\r\n", "\n")
    : null;
}

/** Of a head that was edited into something else, as long as its text is read as these bytes. */
function editedText(bytes: Uint8Array): string | null {
  const text = fromLatin1(bytes.subarray(0, LARGEST_HEAD));
  if (!/^(?:[ -~]*\r\n)+$/.test(text)) return null;
  const plain = text.replaceAll("\r\n", "\n");
  const [read, ...others] = READERS.get()?.read(plain, {}) ?? [];
  const isSame = read?.request && equals(read.request, bytes) && !read.response;
  return isSame && others.length === 0 ? plain : null;
}

/** Sixteen bytes a row, of the first ones where they are too many. */
function hexRows(bytes: Uint8Array): string {
  const rows: string[] = [];
  const shown = bytes.length > LARGE ? SHOWN : bytes.length;
  for (let at = 0; at < shown; at += 16) rows.push(hex(bytes.subarray(at, at + 16), " "));
  return rows.join("\n");
}
