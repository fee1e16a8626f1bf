/**
 * What stands behind a head in a text: the 8 bytes of key3, the 16 of a digest, the content of an ordinary message, or frames. The
 * first two have a known length, which is what makes them readable; frames seldom survive as text.
 */
import { concat, latin1 } from "../../bytes/ascii.ts";
import { readHead } from "../../http/head.ts";
import type { Loss } from "../conversation.ts";
import type { Choice } from "../format.ts";
import type { Side } from "../text/message-text.ts";
import { contentLength } from "../wire/split-bytes.ts";
import { encode, firstNonAscii } from "./charset.ts";
import { readTextBytes, remains, remainsOfDecoder, type TextBytes, visible } from "./text-bytes.ts";

/** What stands behind a head in the text. */
export interface BodyText {
  readonly text: string;
  readonly at: number;
  /** Whether CRLF came through. */
  readonly lineEndsKept: boolean;
  /** Whether the tool prints a dot for what it cannot print. */
  readonly dots: boolean;
  /** Whether it has one character a byte. */
  readonly binary: boolean;
}

/** Bytes when the format carries them; null when it never does. */
export type Body = BodyText | Uint8Array | null;

export interface Tail {
  /** All readings of the bytes that belong to the message, the likeliest first. */
  readonly readings: readonly TextBytes[];
  /** What to say when none of them is used. */
  readonly lost: readonly Loss[];
}

const NAMES = { request: "key3", response: "the digest" } as const;
/** How many bytes of hixie-76 stand behind a head. */
export const COUNTS = { request: 8, response: 16 } as const;
const ABSENT = {
  request: "The eight bytes of key3, behind the blank line of the request, are not in the paste.",
  response: "The 16 bytes of the digest, behind the head of the response, are not in the paste.",
} as const;

/** key3 behind a request, or the digest behind a response. */
export function readTail(side: Side, body: Body, choice: Choice): Tail {
  const count = COUNTS[side];
  const loss = (what: Loss["what"], at: number | null, note: string): Loss => ({
    what,
    in: side,
    at,
    note,
  });
  const what = side === "request" ? "key3" : "cut";
  if (body === null) return { readings: [], lost: [loss(what, null, ABSENT[side])] };
  if (body instanceof Uint8Array) {
    if (body.length >= count) {
      return {
        readings: [{ bytes: body.subarray(0, count), charset: null, needsProof: false, rest: "" }],
        lost: [],
      };
    }
    const note =
      body.length === 0
        ? ABSENT[side]
        : `Only ${body.length} of the ${count} bytes of ${NAMES[side]} are in the paste.`;
    return { readings: [], lost: [loss(what, null, note)] };
  }
  const { text, at, lineEndsKept, dots } = body;
  const charset = choice.binary ? "latin1" : choice.charset;
  const options = { count, charset, lineEndsKept, dots };
  const readings = readTextBytes(text, options);
  const left = visible(text);
  if (left.trim() === "") return { readings, lost: [loss(what, at, ABSENT[side])] };
  const note = `${capital(NAMES[side])} is ${count} bytes, and text does not keep them: ${JSON.stringify(left)} is what remains.`;
  const known =
    remains(text, options) ?? (side === "response" ? remainsOfDecoder(text, options) : null);
  const damaged = loss(side === "request" ? "key3" : "replaced-bytes", at, note);
  return { readings, lost: [known ? { ...damaged, remains: known } : damaged] };
}

const QUESTION_MARK = 0x3f;
const DOT = 0x2e;

/** Says what was guessed to make bytes of the characters; nothing for ASCII without the marks that stand for other bytes. */
export function guess(
  side: Side,
  at: number | null,
  { bytes, charset, isWritten = false }: TextBytes,
  proved: boolean,
): readonly Loss[] {
  if (charset === null) {
    const isDoubtful = (byte: number) => byte === QUESTION_MARK || byte === DOT;
    if (proved || isWritten || !bytes.some(isDoubtful)) return [];
    const note = `${capital(NAMES[side])} has a "?" or a ".", which may stand for a byte that could not be shown.`;
    const known = Array.from(bytes, (byte) => (isDoubtful(byte) ? null : byte));
    return [{ what: "replaced-bytes", in: side, at, note, remains: known }];
  }
  const how = proved ? "as the digest proves" : "which is a guess";
  const note = `${capital(NAMES[side])} has characters above U+007F; they were read as ${charset}, ${how}.`;
  return [{ what: "charset", in: side, at, note, remains: [...bytes] }];
}

/** What stands behind 16 bytes of a digest that was sent as hex or base64. */
const ENCODED_REST = /^(?:[0-9a-f]{16}|[0-9a-f]{24}|[\w+/]{6}==|[\w+/]{11}=)(?=[\r\n]|$)/i;

/** Frames behind the bytes of a handshake. Text is taken for bytes only where it has controls, one character a byte. */
export function readBehind(
  side: Side,
  text: string,
  at: number,
  isExact: boolean,
): { readonly bytes: Uint8Array | null; readonly lost: readonly Loss[] } {
  const into = side === "request" ? "clientBytes" : "serverBytes";
  if (text.trim() === "") return { bytes: null, lost: [] };
  const [encoded] = side === "response" ? (ENCODED_REST.exec(text) ?? []) : [];
  if (encoded !== undefined && text.slice(encoded.length).trim() === "")
    return { bytes: latin1(encoded), lost: [] };
  const binary = encode(text, "latin1");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: frames begin with control characters
  if (binary === null || !/[\x00-\x08\x0e-\x1f\x80-\x9f\xff]/.test(binary)) {
    const note = "Text behind the response was left out: it does not keep the bytes of frames.";
    const lost =
      side === "response" ? [{ what: "replaced-bytes", in: into, at, note } as const] : [];
    return { bytes: null, lost };
  }
  if (isExact) return { bytes: latin1(binary), lost: [] };
  const note = "The bytes behind the handshake were read from text, one byte a character.";
  return { bytes: latin1(binary), lost: [{ what: "charset", in: into, at, note }] };
}

/** A message that is no handshake, with its content as UTF-8, and what of it is missing. */
export function readContent(
  side: Side,
  head: Uint8Array,
  body: Body,
): { readonly bytes: Uint8Array; readonly lost: readonly Loss[] } {
  if (body === null) return { bytes: head, lost: [] };
  if (body instanceof Uint8Array) return { bytes: concat(head, body), lost: [] };
  // A form that was chosen wrongly may have characters that are no bytes.
  const binary = body.binary ? encode(body.text, "latin1") : null;
  const content = binary ?? (encode(body.text, "utf-8") as string);
  const length = contentLength(head, readHead(head)) ?? content.length;
  // Line ends that a text has behind its content are not in it.
  const isLonger = content.slice(length).trim() === "";
  const bytes = concat(head, isLonger ? content.slice(0, length) : content);
  const lost: Loss[] = [];
  const add = (what: Loss["what"], at: number, note: string) =>
    lost.push({ what, in: side, at, note });
  const replaced = body.text.indexOf("\ufffd");
  const foreign = body.binary ? -1 : firstNonAscii(body.text);
  if (replaced >= 0) {
    const note = "U+FFFD in the content stands for bytes that were not valid UTF-8.";
    add("replaced-bytes", body.at + replaced, note);
  } else if (foreign >= 0) {
    const note =
      "The content has characters above U+007F; they were taken to be utf-8 on the wire.";
    add("charset", body.at + foreign, note);
  }
  // Each line may have lost its CR.
  if (content.length + content.split("\n").length - 1 < length) {
    const note = `The head announces ${length} bytes of content, and ${content.length} are in the paste.`;
    add("cut", body.at, note);
  }
  return { bytes, lost };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
