/**
 * Findings about a wrong digest. The suspects have tried all known mistakes against the bytes that came; here each of them gets its
 * public code, and the sentence of the one that made exactly these bytes.
 */
import { defineFinding, type Entry, type Occurrence } from "./define-finding.ts";
import type { Suspect } from "./suspects/suspect.ts";

interface Explained extends Occurrence {
  readonly suspect: Suspect;
  /** How many mistakes make the same bytes. */
  readonly ties: number;
}

export function defineDigestFinding(definition: {
  readonly code: string;
  /** Ids of suspects. */
  readonly mistakes: readonly string[];
  readonly section: string;
  readonly title: string;
}): Entry {
  const { code, mistakes, section, title } = definition;
  return defineFinding<Explained>({
    code,
    level: "error",
    section,
    doubtedBy: ["replaced-bytes", "charset", "cut", "redacted"],
    detect: ({ response, suspects }) =>
      suspects
        .filter((suspect) => suspect.mistakes.some((id) => mistakes.includes(id)))
        .map((suspect) => ({
          in: "response",
          span: response?.reply ?? null,
          suspect,
          ties: suspects.length,
        })),
    title: () => title,
    why: ({ suspect, ties }) =>
      `${ties === 1 ? "" : `${ties} known mistakes make these bytes; this is one of them. `}${suspect.sentence} What came is ${suspect.formula}.`,
    fix: ({ suspect }) => suspect.fix,
  });
}
