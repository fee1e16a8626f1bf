/** A message from a console or a log, alone: who prints it, what it means, and what to capture next. */
import { CAPTURES, type KnownMessage } from "./messages/known-message.ts";
import { MESSAGES } from "./messages/messages.ts";
import { statusMessage, statusMessagesOf, WITHOUT_STATUS } from "./messages/status-messages.ts";
import { SYMPTOMS } from "./messages/symptoms.ts";
import { VAGUE_MESSAGES } from "./messages/vague-messages.ts";

export interface Explanation {
  /** The known text, "…" where it varies. */
  readonly message: string;
  readonly by: string;
  /** Codes of the catalogue, the likeliest first. */
  readonly codes: readonly string[];
  readonly meaning: string;
  /** What this one says with its own values; null when it has none. */
  readonly detail: string | null;
  readonly capture: string;
}

/** All that are known of a text, the most specific first; none when nothing is. Never throws. */
export function explainMessage(text: string): readonly Explanation[] {
  const plain = simplified(text.slice(0, LONGEST));
  const found = whole([...MESSAGES, ...SYMPTOMS], plain);
  const status = statusMessage(plain);
  if (status) {
    const [pattern] = status.texts;
    found.push({ known: status, pattern, length: pattern.length });
  }
  if (found.length === 0) found.push(...cutOff(plain));
  if (found.length === 0) found.push(...whole(VAGUE_MESSAGES, plain));
  return found
    .sort((a, b) => b.length - a.length)
    .map(({ known, pattern }) => explained(known, pattern, text));
}

/** Those that name a cause, of words that are about other things, too, as a page is. Never throws. */
export function explainWords(text: string): readonly Explanation[] {
  return whole(MESSAGES, simplified(text.slice(0, LONGEST)))
    .sort((a, b) => b.length - a.length)
    .map(({ known, pattern }) => explained(known, pattern, text));
}

/** Those that stand in the text, each by the longest of its patterns that does. */
function whole(messages: readonly KnownMessage[], plain: string): Found[] {
  return messages.flatMap((known) => {
    const texts = known.texts.filter((piece) => matched(plain, plainPattern(piece)) === "all");
    const [pattern] = texts.sort(byLength);
    return pattern === undefined ? [] : [{ known, pattern, length: pattern.length }];
  });
}

/** How much of a message has to be there when its end is missing: shorter pieces stand in other texts too. */
const ENOUGH = 12;

/** Those of which the text has the beginning, and ends there: a log or a column that was too narrow. */
function cutOff(text: string): Found[] {
  const plain = text.replace(/[.… ]+$/, "");
  return [...MESSAGES, ...SYMPTOMS, WITHOUT_STATUS].flatMap((known) => {
    const cut = known.texts.map((pattern) => ({ pattern, length: lengthOf(plain, pattern) }));
    const [most] = cut.sort((a, b) => b.length - a.length);
    return most && most.length >= ENOUGH && !isName(most) ? [{ known, ...most }] : [];
  });
}

/** Whether it is the whole name of a field and no more, with which other messages end, too. */
function isName({ pattern, length }: Omit<Found, "known">): boolean {
  const plain = plainPattern(pattern);
  return (
    /^sec-websocket-[a-z]+$/.test(plain.slice(0, length)) && !/^[a-z]/.test(plain.slice(length))
  );
}

interface Found {
  readonly known: KnownMessage;
  readonly pattern: string;
  /** Of what was found of it, or of all. */
  readonly length: number;
}

function lengthOf(plain: string, pattern: string): number {
  const much = matched(plain, plainPattern(pattern));
  return much === "all" ? pattern.length : much;
}

/** What is printed when this is the cause, the likeliest causes of each message only: for whoever searches by it. */
export function messagesOf(code: string): readonly string[] {
  const texts = MESSAGES.filter(({ codes }) => codes.slice(0, 3).includes(code)).flatMap((known) =>
    known.texts.map((text) => text.replaceAll("*", "…")),
  );
  return [...texts, ...statusMessagesOf(code)];
}

/** Nobody's message is longer; a log of megabytes is not read for one. */
const LONGEST = 4000;

function explained(known: KnownMessage, pattern: string, text: string): Explanation {
  const { by, codes, meaning, capture } = known;
  const message = pattern.replaceAll("*", "…");
  return { message, by, codes, meaning, detail: mismatch(text), capture: CAPTURES[capture] };
}

/** WebKit names what it wanted first, and what it got second. */
function mismatch(text: string): string | null {
  const values = /(location|origin|protocol) mismatch: (\S+) != (\S*)/i.exec(text);
  if (values === null) return null;
  const [, what, wanted, got] = values;
  return `The client's ${what} was “${wanted}”, the server said ${got ? `“${got}”` : "nothing"}.`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told colours with ESC
const COLOUR = /(?:\x1b|\u241b)\[[\d;]*m/g;

/**
 * Lower case, one space where there are several and none around colons, no quotes and no colours: whoever logs a message has those
 * of his own.
 */
function simplified(text: string): string {
  return text
    .replace(COLOUR, "")
    .toLowerCase()
    .replace(/[«‹]\s?|\s?[»›]|\\*["“”„'‘’‚`´]|&(?:#39|#34|apos|quot);/g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?: ?/g, ":");
}

/** Patterns are few and never change, and every text is held against all of them. */
const PLAIN = new Map<string, string>();

function plainPattern(pattern: string): string {
  const known = PLAIN.get(pattern) ?? simplified(pattern);
  PLAIN.set(pattern, known);
  return known;
}

/** Whether the pieces between the stars stand in the text, in their order; or how many characters of them do before it ends. */
function matched(text: string, pattern: string): "all" | number {
  let at = 0;
  let length = 0;
  for (const piece of pattern.split("*")) {
    const found = placeOf(text, piece, at);
    if (found < 0) return length + lengthAtEnd(text.slice(at), piece);
    at = found + piece.length;
    length += piece.length;
  }
  return "all";
}

/** Where it begins a word: -1 when nowhere. A name may be the end of a longer one. */
function placeOf(text: string, piece: string, from: number): number {
  const isWord = /^[\w-]/.test(piece);
  let at = text.indexOf(piece, from);
  while (at > 0 && isWord && /[\w-]/.test(text.charAt(at - 1))) at = text.indexOf(piece, at + 1);
  return at;
}

/** Of the longest beginning of the piece with which the text ends. */
function lengthAtEnd(text: string, piece: string): number {
  for (let length = Math.min(piece.length - 1, text.length); length > 0; length--) {
    const start = text.length - length;
    if (placeOf(text, piece.slice(0, length), start) === start) return length;
  }
  return 0;
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
