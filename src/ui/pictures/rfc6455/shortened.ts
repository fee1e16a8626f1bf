import { LONGEST } from "../TakenParts.tsx";

/** A name or a value that the trace has as text, as much of it as is drawn. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST)} … and ${text.length - LONGEST} characters more`;
}
