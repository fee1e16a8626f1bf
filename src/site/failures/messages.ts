/** What is printed when something fails, by cause and by text: for a reader who has nothing but a message. */
import { explainMessage, messagesOf } from "../../core/diagnosis/explain-message.ts";
import type { KnownMessage } from "../../core/diagnosis/messages/known-message.ts";
import { SYMPTOMS } from "../../core/diagnosis/messages/symptoms.ts";

export interface Printed {
  readonly text: string;
  /** Who prints it. */
  readonly by: string;
  /** The likeliest cause first; only those that have a page. */
  readonly codes: readonly string[];
}

/** How many causes of a message are worth a look. */
const CAUSES = 4;

/** All messages that lead to one of these codes, each once, sorted by their text. */
export function printedFor(codes: readonly string[]): Printed[] {
  const texts = new Set(codes.flatMap((code) => messagesOf(code)));
  const letters = (text: string): string => text.replace(/[^a-z0-9 ]/gi, "");
  return [...texts]
    .map((text) => printed(text, codes))
    .sort((a, b) => letters(a.text).localeCompare(letters(b.text), "en"));
}

/** The messages of one code, in the order in which it is likely to be seen behind them. */
export function printedOf(code: string): Printed[] {
  return [...new Set(messagesOf(code))].map((text) => printed(text, [code]));
}

/** What is seen of a code where nothing is printed. */
export function symptomsOf(code: string): KnownMessage[] {
  return SYMPTOMS.filter(({ codes }) => codes.includes(code));
}

function printed(text: string, codes: readonly string[]): Printed {
  const explanation = explainMessage(text).find(({ codes: causes }) =>
    causes.some((cause) => codes.includes(cause)),
  );
  if (!explanation) throw new Error(`nothing explains the message ${text}`);
  const causes = explanation.codes.filter((code) => codes.includes(code));
  return { text, by: explanation.by, codes: causes.slice(0, CAUSES) };
}
