/**
 * Messages in the strings of a program or its log. A string of bytes is exact; a string of characters was decoded by somebody, and
 * what it has above U+007F is a guess again.
 */
import { CR, LF } from "../../bytes/ascii.ts";
import { encodeUtf8 } from "../../bytes/utf8.ts";
import type { Conversation } from "../conversation.ts";
import type { Choice, Format } from "../format.ts";
import type { Line } from "../text/lines.ts";
import { readText } from "../text/text-conversations.ts";
import { type Piece, readWire } from "../wire/wire.ts";
import { unescapeText } from "./escapes.ts";
import { findChains } from "./find-chains.ts";
import { START } from "./start-words.ts";
import type { Chain } from "./string-chain.ts";
import { withTail } from "./string-tail.ts";

export const strings: Format = {
  id: "strings",
  name: "escaped string",
  detect: ({ text }) => text.search(START) >= 0,
  read: ({ text }, choice) => read(text, findChains(text), choice),
};

function read(text: string, chains: readonly Chain[], choice: Choice): Conversation[] {
  // Where \r is written out before line ends that are none, as socat does, each line would be a string.
  const isByLine = chains.some(({ codes, end }) => codes.at(-1) === CR && text[end] === "\n");
  if (chains.length === 0 || isByLine) return [];
  const plain = chains.map((chain, i) =>
    withTail(text, unescapeAgain(chain), chains[i + 1]?.start ?? text.length, choice),
  );
  const pieces = plain.map((chain) => (hasLines(text, chain) ? null : pieceOf(chain, choice)));
  if (pieces.every((piece) => piece !== null)) return readWire(pieces, strings.name, choice);
  const lines = plain.flatMap(linesOf);
  const lost = plain.flatMap((chain) => chain.lost).toSorted((a, b) => (a.at ?? -1) - (b.at ?? -1));
  return readText(lines, { format: strings.name, choice, spacesKept: true, lost });
}

/** Whether the line ends in the quotes are the text's own: LF, whatever they were. */
function hasLines(text: string, { codes, at }: Chain): boolean {
  return !codes.includes(CR) && codes.some((code, i) => code === LF && text[at[i] ?? 0] === "\n");
}

/** The bytes of a chain, or null when it has characters that may have been other bytes. */
function pieceOf(
  { codes, isBytes, characters, highestByte, lost, label }: Chain,
  choice: Choice,
): Piece | null {
  if (characters.size === 0) return { bytes: Uint8Array.from(codes), lost, label };
  // \x8d beside "ÿ" is how JavaScript and Python show characters; \xff beside "é", how Ruby and Go show bytes that are UTF-8 in part.
  const isUtf8 = isBytes || highestByte >= 0xa0 || choice.charset === "utf-8";
  if (!isUtf8) return null;
  const bytes = codes.flatMap((code, index) =>
    characters.has(index) ? [...encodeUtf8(String.fromCodePoint(code))] : [code & 0xff],
  );
  return { bytes: Uint8Array.from(bytes), lost, label };
}

/** A string in a string: the first reading leaves `\r\n` behind. */
function unescapeAgain(chain: Chain): Chain {
  if (chain.codes.includes(10) || chain.codes.includes(13)) return chain;
  const text = chain.codes.map((code) => String.fromCodePoint(code)).join("");
  if (!/\\(?:r|n|x0d|u000d)/i.test(text)) return chain;
  const inner = unescapeText(text, 0, null, true);
  return {
    ...chain,
    codes: inner.codes,
    at: inner.at.map((index) => chain.at[index] ?? chain.start),
    characters: new Set(inner.characters),
    highestByte: inner.highestByte,
  };
}

function linesOf({ codes, at }: Chain): Line[] {
  const lines: Line[] = [];
  let text = "";
  let start = 0;
  codes.forEach((code, index) => {
    if (code !== 10) {
      text += String.fromCodePoint(code);
      return;
    }
    const crlf = text.endsWith("\r");
    lines.push({
      text: crlf ? text.slice(0, -1) : text,
      at: at[start] as number,
      end: crlf ? "\r\n" : "\n",
    });
    text = "";
    start = index + 1;
  });
  if (text !== "") lines.push({ text, at: at[start] as number, end: "" });
  return lines;
}
