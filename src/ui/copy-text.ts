import { announce } from "./announce.ts";

/** Copies a text, and says so; `what` completes "Copied …". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied ${what}.`);
  } catch {
    announce(`The browser did not allow copying. Here it is: ${text.slice(0, 2000)}`);
  }
}
