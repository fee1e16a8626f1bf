/** The lines of a head as bytes, with what text did to them. */
import { latin1 } from "../../bytes/ascii.ts";
import type { Loss } from "../conversation.ts";
import type { LinePlace } from "../finish.ts";
import type { Choice } from "../format.ts";
import { readAddress } from "../headers/header-list.ts";
import { encode, firstNonAscii } from "../losses/charset.ts";
import { redaction } from "../losses/redacted.ts";
import { isCutShort } from "./cut-line.ts";
import type { Line } from "./lines.ts";
import type { MessageText, Side } from "./message-text.ts";

export interface HeadBytes {
  /** Up to the blank line, which is in it. */
  readonly head: Uint8Array;
  readonly lost: readonly Loss[];
  readonly lines: readonly LinePlace[];
}

/** Ends every line with CRLF (or as chosen) and closes the head. */
export function headBytes({ side, head, blank }: MessageText, choice: Choice): HeadBytes {
  const lost: Loss[] = [];
  const asIs = choice.lineEndings === "as-is";
  const lines = blank ? [...head, blank] : head;
  const bare = lines.find(({ end }) => end === "\n");
  if (bare && !asIs) {
    const note = "The lines of the text end with LF alone, so CRLF was put in its place.";
    lost.push({ what: "line-endings", in: side, at: bare.at + bare.text.length, note });
  }
  let binary = "";
  const places: LinePlace[] = [];
  for (const [index, line] of head.entries()) {
    places.push({ inHead: binary.length, inText: line.at });
    const note = index === 0 ? null : redactionIn(line.text);
    if (note) lost.push({ what: "redacted", in: side, at: line.at, note });
    const end = asIs ? line.end || "\n" : "\r\n";
    const text = index === 0 ? withoutOrigin(line, side, lost) : line.text;
    const isText = line.end !== "\r\n" && !asIs && !choice.binary;
    const kept = isText ? withoutEdges(text, line.at, side, lost) : text;
    binary += encodeLine(kept, line.at, side, choice, lost) + end;
  }
  if (blank) {
    binary += asIs ? blank.end : "\r\n";
  } else {
    const last = head.at(-1);
    const note = "The text ends with its last header, so the blank line behind it was put there.";
    lost.push({
      what: "line-endings",
      in: side,
      at: last ? last.at + last.text.length : null,
      note,
    });
    const isStartAlone = head.length === 1;
    if (last && (isStartAlone || isCutShort(last.text))) {
      const note = isStartAlone
        ? "The text is one line without headers, so more of it may have been there."
        : "The text stops in its last header, so more of it may have been there.";
      lost.push({ what: "cut", in: side, at: last.at + last.text.length, note });
    }
    binary += asIs ? "\n" : "\r\n";
  }
  return { head: latin1(binary), lost, lines: places };
}

/** Terminals fill lines with spaces, and tables put a tab or more spaces behind the name. What stands at the edge of a key may be a part of it. */
function withoutEdges(text: string, at: number, side: Side, lost: Loss[]): string {
  if (/^\s*sec-websocket-key[12]\s*:/i.test(text)) return text;
  const plain = text.replace(/[ \t]+$/, "").replace(/^([^\s:]+):(?:[ \t]*\t[ \t]*| {2,})/, "$1: ");
  if (plain !== text.trimEnd() || /[ \t]{2}$|\t$/.test(text)) {
    if (!lost.some(({ what }) => what === "edge-spaces")) {
      const note = "White space at the edges of values was taken for the text's own, and left out.";
      lost.push({ what: "edge-spaces", in: side, at, note });
    }
    return plain;
  }
  return text;
}

/** Chrome's "view source" shows the address in the request line, where the wire has the path alone. */
function withoutOrigin({ text, at }: Line, side: Side, lost: Loss[]): string {
  const match = /^([A-Z]+) (wss?:\/\/\S*) (HTTP\/\S+)\s*$/i.exec(text);
  const address = match && readAddress(match[2] as string);
  if (!match || !address || side !== "request") return text;
  const note =
    "A browser's panel shows the whole address in the request line; only its path was sent.";
  lost.push({ what: "start-line", in: side, at, note });
  return `${match[1]} ${address.target} ${match[3]}`;
}

function redactionIn(line: string): string | null {
  const colon = line.indexOf(":");
  return colon < 1 ? null : redaction(line.slice(0, colon), line.slice(colon + 1));
}

function encodeLine(text: string, at: number, side: Side, choice: Choice, lost: Loss[]): string {
  const first = firstNonAscii(text);
  if (first < 0 || choice.binary) return text;
  let line = text;
  const once = (what: Loss["what"], index: number, note: string) => {
    // Nobody asks in which character set an ellipsis was sent.
    const isKnown = lost.some(
      (loss) => loss.what === what || (loss.what === "redacted" && loss.at === at),
    );
    if (!isKnown) lost.push({ what, in: side, at: at + index, note });
  };
  const noBreak = line.indexOf("\u00a0");
  if (noBreak >= 0 && !choice.charset) {
    once(
      "repeated-spaces",
      noBreak,
      "No-break spaces stand in the text; they were read as spaces.",
    );
    line = line.replaceAll("\u00a0", " ");
  }
  const invisible = line.search(/[\u200b-\u200f\u2060\ufeff]/);
  if (invisible >= 0) {
    once("charset", invisible, "Characters that nobody sees stood in the text and were left out.");
    line = line.replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
  }
  const replaced = line.indexOf("\ufffd");
  if (replaced >= 0) {
    once(
      "replaced-bytes",
      replaced,
      "U+FFFD in a header stands for bytes that were not valid UTF-8.",
    );
  }
  const charset = choice.charset ?? "utf-8";
  const encoded = encode(line, charset);
  const note = `The head has characters above U+007F; they were taken to be ${charset} on the wire.`;
  if (firstNonAscii(line) >= 0 && replaced < 0) once("charset", first, note);
  return encoded ?? (encode(line, "utf-8") as string);
}
