/** What is said of a client and its judgement. */
import type { Judgement } from "../core/clients/judgement.ts";
import { type Generation, generationName } from "../core/generation.ts";

/** `generation`: the one that the answer is judged as. */
export function clientName(
  client: Judgement["client"],
  generation: Generation | "http" | "unknown",
): string {
  switch (client) {
    case "draft":
      return `A client that follows ${generationName(generation)}`;
    case "webkit-534":
      return "WebKit 534.34 (PhantomJS 1.9.8)";
    case "chromium-156":
      return "Chromium 156";
  }
}

/** What it does with the answer. */
export function deedOf({ accepts, waits, console }: Judgement): string {
  if (waits) return "waits for more bytes";
  if (!accepts) return "refuses it";
  return console === null ? "accepts it" : "accepts it, and fails at what follows";
}

export interface Printed {
  /** What to say of the lines below, or instead of them. */
  readonly note: string;
  /** As they stand in the browser's console, in order. */
  readonly lines: readonly string[];
}

/** Null when there is nothing to say of a console: for a client that is no browser, and where all is well. */
export function printedBy({ client, accepts, waits, console }: Judgement): Printed | null {
  if (client === "draft") return null;
  if (console === null) {
    return accepts || waits
      ? null
      : { note: "It prints nothing to its console: the connection just closes.", lines: [] };
  }
  if (console === "") {
    const note =
      "It prints that the connection failed, and no reason: that would quote bytes that are not UTF-8.";
    return { note, lines: [] };
  }
  const lines = console.split("\n");
  if (waits) return { note: "When the page gives up, it prints:", lines };
  return { note: "It prints:", lines };
}
