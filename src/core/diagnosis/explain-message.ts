/** A message from a console or a log, alone: who prints it, what it means, and what to capture next. */
import { BROWSER_MESSAGES } from "./messages/browser-messages.ts";
import { CAPTURES, type KnownMessage } from "./messages/known-message.ts";
import { LIBRARY_MESSAGES } from "./messages/library-messages.ts";
import { statusMessage, statusMessagesOf } from "./messages/status-messages.ts";

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
  const found: { explanation: Explanation; length: number }[] = [];
  for (const known of [...BROWSER_MESSAGES, ...LIBRARY_MESSAGES]) {
    const pattern = known.texts
      .filter((piece) => matches(plain, simplified(piece)))
      .sort(byLength)[0];
    if (pattern === undefined) continue;
    found.push({ explanation: explained(known, pattern, text), length: pattern.length });
  }
  const status = statusMessage(plain);
  if (status) {
    const [text] = status.texts;
    found.push({ explanation: explained(status, text, text), length: text.length });
  }
  return found.sort((a, b) => b.length - a.length).map(({ explanation }) => explanation);
}

/** What is printed when this is the cause, the likeliest causes of each message only: for whoever searches by it. */
export function messagesOf(code: string): readonly string[] {
  const texts = [...BROWSER_MESSAGES, ...LIBRARY_MESSAGES]
    .filter(({ codes, isSymptom }) => !isSymptom && codes.slice(0, 2).includes(code))
    .flatMap((known) => known.texts.map((text) => text.replaceAll("*", "…")));
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

/** Straight quotes, single ones, lower case, one space where there are several. */
function simplified(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„"‘’`´]/g, "'")
    .replace(/\s+/g, " ");
}

/** Whether the pieces between the stars stand in the text, in their order. */
function matches(text: string, pattern: string): boolean {
  let at = 0;
  for (const piece of pattern.split("*")) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}
