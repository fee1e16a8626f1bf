/**
 * Bytes that were shown as text, where their number is known: the 8 of key3, the 16 of a digest. One character a byte is the hope;
 * a wrong character set can be undone when that gives the right number of bytes. What cannot is kept with holes in it.
 */
import { fromLatin1, latin1 } from "../../bytes/ascii.ts";
import { decodeUtf8, encodeUtf8 } from "../../bytes/utf8.ts";
import { encode, isAscii } from "./charset.ts";
import { CHARSETS, type Charset } from "./charset-names.ts";
import { writtenBytes } from "./written-bytes.ts";

/** One way to read a text as bytes. */
export interface TextBytes {
  readonly bytes: Uint8Array;
  /** Null for ASCII: nothing was guessed. */
  readonly charset: Charset | "utf-8, twice" | null;
  /** A reading that is less likely than lost bytes: to be used only when the digest proves it, or the reader chose it. */
  readonly needsProof: boolean;
  /** Whether they are written as hex, so that no character stands for another. */
  readonly isWritten?: boolean;
  /** What of the text stands behind the bytes. */
  readonly rest: string;
}

export interface TextBytesOptions {
  readonly count: number;
  readonly charset?: Charset | undefined;
  /** Whether CRLF line ends came through: then LF, too, is what it was. */
  readonly lineEndsKept: boolean;
  /** Whether the tool prints a dot for what it cannot print. */
  readonly dots: boolean;
}

/** All ways to read `count` bytes from the start of a text, the likeliest first. None: it is damaged. */
export function readTextBytes(text: string, options: TextBytesOptions): readonly TextBytes[] {
  const written = readWritten(text, options);
  if (written) return [written];
  const all: TextBytes[] = [];
  for (const piece of pieces(text, options)) {
    const found = readWhole(piece, text.slice(piece.length), options);
    all.push(...found);
    if (found.some(({ needsProof }) => !needsProof)) break;
  }
  return all;
}

/** Bytes as people write down what text does not keep, where they are as many as expected. */
function readWritten(text: string, { count }: TextBytesOptions): TextBytes | null {
  const written = writtenBytes(text, count);
  if (!written) return null;
  const { bytes, length } = written;
  return { bytes, charset: null, needsProof: false, isWritten: true, rest: text.slice(length) };
}

/** The bytes that are left of a damaged text, each in its place, when it still has one character a byte; else null. */
export function remains(
  text: string,
  options: TextBytesOptions,
): readonly (number | null)[] | null {
  const trimmed = options.dots && options.lineEndsKept ? text.slice(0, options.count) : text;
  const piece = trimmed.length === options.count ? trimmed : trimLineEnds(trimmed);
  if (piece.length !== options.count) return null;
  return Array.from(piece, (character) => {
    const code = character.charCodeAt(0);
    return isDoubtful(character, piece, options) || code > 0xff ? null : code;
  });
}

/**
 * What a decoder of UTF-8 made of them: a null for each U+FFFD, and the bytes of the other characters. They are no longer in their
 * places, since several bytes become one U+FFFD. Null when the text shows no decoder at work: it has no U+FFFD, and its characters
 * above U+007F do not make the number of bytes.
 */
export function remainsOfDecoder(
  text: string,
  { count, lineEndsKept }: TextBytesOptions,
): readonly (number | null)[] | null {
  const piece = trimLineEnds(text);
  const isDecoded =
    piece.includes("\ufffd") || (!isAscii(piece) && encodeUtf8(piece).length === count);
  if (!isDecoded || piece.length > count) return null;
  return [...piece].flatMap((character) => {
    const isLost = character === "\ufffd" || (!lineEndsKept && /[\r\n]/.test(character));
    return isLost ? [null] : [...encodeUtf8(character)];
  });
}

/** What a damaged text shows, for a note: the first paragraph. */
export function visible(text: string): string {
  return trimLineEnds((text.slice(0, 256).split(/\r?\n\r?\n/, 1)[0] as string).slice(0, 64));
}

function trimLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end -= 1;
  return text.slice(0, end);
}

/** Where the bytes may end: with the text, before the line end that text boxes and loggers add, or with its first line. */
function pieces(text: string, { count, lineEndsKept }: TextBytesOptions): string[] {
  const short = text.slice(0, 8 * count);
  const firstLine = short.split(/\r?\n/, 1)[0] as string;
  const found =
    text.length <= 8 * count ? [text, text.replace(/\r?\n$/, ""), trimLineEnds(text)] : [];
  if (lineEndsKept && text.length > count) found.push(text.slice(0, count));
  if (isEncodedDigest(firstLine, count)) found.push(text.slice(0, count));
  found.push(firstLine);
  // A logger that prints "{…}" or quotes around a message.
  if (/[}\])"'>]$/.test(firstLine)) found.push(firstLine.slice(0, -1));
  return [...new Set(found)];
}

/** A digest that was sent as hex or base64 is longer than it should be, and its first bytes take its place. */
function isEncodedDigest(line: string, count: number): boolean {
  return count === DIGEST && ENCODED.test(line);
}

const DIGEST = 16;
const ENCODED = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[\w+/]{22}==|[\w+/]{27}=)$/i;

function readWhole(piece: string, rest: string, options: TextBytesOptions): TextBytes[] {
  const { count, lineEndsKept, charset } = options;
  if (piece.length > count * 4 || piece === "" || piece.includes("\ufffd")) return [];
  if (!lineEndsKept && /[\r\n]/.test(piece)) return [];
  if ([...piece].some((character) => isDoubtful(character, piece, options))) return [];
  if (isAscii(piece)) {
    return piece.length === count
      ? [{ bytes: latin1(piece), charset: null, needsProof: false, rest }]
      : [];
  }
  const found: TextBytes[] = [];
  const add = (binary: string | null, name: TextBytes["charset"]) => {
    if (binary?.length !== count) return;
    const known = found.some(({ bytes }) => fromLatin1(bytes) === binary);
    // Hardly any eight random bytes are UTF-8 with something else than ASCII in it.
    const needsProof = name === "utf-8" && !charset;
    if (!known) found.push({ bytes: latin1(binary), charset: name, needsProof, rest });
  };
  for (const name of charset ? [charset] : CHARSETS) add(encode(piece, name), name);
  if (!charset) add(encodeTwice(piece), "utf-8, twice");
  return found;
}

/** UTF-8 that was taken for one byte a character: "Ã¿" for FF. */
function encodeTwice(piece: string): string | null {
  const binary = encode(piece, "latin1") ?? encode(piece, "windows-1252");
  if (binary === null) return null;
  const { text, invalidAt } = decodeUtf8(latin1(binary));
  return invalidAt === null ? encode(text, "latin1") : null;
}

/** One "?" or "." in eight bytes is likely itself; several stand for what could not be shown. */
function isDoubtful(character: string, piece: string, options: TextBytesOptions): boolean {
  if (character === "\ufffd") return true;
  if (character === "\n" || character === "\r") return !options.lineEndsKept;
  if (character === ".") return options.dots || count(piece, ".") * 4 >= piece.length;
  return character === "?" && count(piece, "?") * 4 >= piece.length;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
