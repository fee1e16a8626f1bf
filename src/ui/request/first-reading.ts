import { latin1 } from "../../core/bytes/ascii.ts";
import type { Conversation, Loss } from "../../core/input/conversation.ts";

/** A start line, fields and one blank line, all ASCII, with CRLF or LF throughout. */
const PLAIN = /^[A-Z]+ [ -~]+ HTTP\/\d\.\d(\r?\n)(?:[!-9;-~]+:[ -~]*\1)+\1$/;

/** What may be quoted-printable. */
const ENCODED = /=[\dA-F]{2}/;

/**
 * The one shape of text that needs no reader: what the page shows before its readers have come. Null for every other. Says the
 * same as they do, in fewer words.
 */
export function firstReading(text: string): Conversation | null {
  const lineEnd = PLAIN.exec(text)?.[1];
  if (!lineEnd || ENCODED.test(text)) return null;
  const lost: Loss[] = [];
  if (lineEnd === "\n") {
    lost.push({
      what: "line-endings",
      in: "request",
      at: text.indexOf("\n"),
      note: "The lines end with LF alone; they were read as CRLF.",
    });
  }
  if (/^sec-websocket-key[12]:/im.test(text)) {
    lost.push({ what: "key3", in: "request", at: text.length, note: "key3 is not in the text." });
  }
  return {
    request: latin1(text.replaceAll(lineEnd, "\r\n")),
    format: "raw HTTP text",
    exact: lost.length === 0,
    lost,
  };
}
