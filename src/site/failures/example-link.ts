/**
 * Examples as links into the debugger. An example is bytes, and its link holds what a reader would have to type for these very
 * bytes: text with key3 in its field where the debugger reads that as the same bytes, and a hex dump where it does not. An example
 * of a damaged paste is given as one: text without its line ends, and without the eight bytes that it lost.
 */
import { concat, fromLatin1 } from "../../core/bytes/ascii.ts";
import { hex } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import { readHead } from "../../core/http/head.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { withKey3 } from "../../core/input/key3.ts";
import { readPasteAs } from "../../core/input/read-paste.ts";
import { MORE_EXAMPLES } from "../../ui/examples/more-examples.ts";
import { DEFAULT_STATE, DEFLATE, formatLink } from "../../ui/link/link.ts";
import type { Input } from "../../ui/state.ts";

// Once all modules of a build have run, no further one can be loaded.
await Promise.all([MORE_EXAMPLES.load(), DEFLATE.load()]);

/** The fragment that opens the conversation in the debugger, with these bytes of the request selected. */
export async function exampleLink(
  conversation: Conversation,
  selected: Span | null = null,
): Promise<string> {
  const link = await formatLink({
    input: exampleInput(conversation),
    cursor: {
      ...DEFAULT_STATE.cursor,
      step: "read-request",
      selection: selected && { in: "request", span: selected },
    },
  });
  if (link === null) throw new Error("an example is too long for a link");
  return link;
}

/** What to type for a conversation. */
export function exampleInput(conversation: Conversation): Input {
  const { response, exact } = conversation;
  const boxes = exact
    ? { ...requestBoxes(conversation), answer: answerBox(conversation) }
    : { ...pastedRequest(conversation), answer: response ? pastedHead(response) : "" };
  return { ...DEFAULT_STATE.input, ...boxes };
}

type RequestBoxes = Pick<Input, "request" | "key3">;

function requestBoxes({ request, clientBytes }: Conversation): RequestBoxes {
  if (!request) return { request: "", key3: "" };
  if (clientBytes) return { request: hexRows(concat(request, clientBytes)), key3: "" };
  const end = readHead(request).end ?? request.length;
  const text = fromLatin1(request.subarray(0, end));
  const key3 = request.subarray(end);
  const [read] = readPasteAs(text, {});
  const opened = read && key3.length > 0 ? withKey3(read, key3) : read;
  if (opened?.exact && isSame(opened.request, request)) return { request: text, key3: hex(key3) };
  return { request: hexRows(request), key3: "" };
}

/** What curl says of a server that closes without a byte: a box that is empty would mean that nobody knows the answer. */
const NOTHING = "curl: (52) Empty reply from server";

function answerBox({ response, serverBytes }: Conversation): string {
  if (!response) return "";
  if (response.length === 0) return NOTHING;
  const bytes = concat(response, serverBytes ?? "");
  const text = fromLatin1(bytes);
  const [read] = readPasteAs(text, { side: "response" });
  return read?.exact && isSame(read.response, bytes) ? text : hexRows(bytes);
}

function pastedRequest({ request, lost }: Conversation): RequestBoxes {
  if (!request) return { request: "", key3: "" };
  const isKey3Lost = lost.some(({ what, in: place }) => what === "key3" && place === "request");
  const key3 = request.subarray(readHead(request).end ?? request.length);
  return { request: pastedHead(request), key3: isKey3Lost ? "" : hex(key3) };
}

function pastedHead(message: Uint8Array): string {
  const head = message.subarray(0, readHead(message).end ?? message.length);
  return fromLatin1(head).replaceAll("\r\n", "\n");
}

function isSame(read: Uint8Array | undefined, bytes: Uint8Array): boolean {
  return read !== undefined && hex(read) === hex(bytes);
}

/** Sixteen bytes a row. */
function hexRows(bytes: Uint8Array): string {
  return hex(bytes, " ").replace(/((?:.. ){15}..) /g, "$1\n");
}
