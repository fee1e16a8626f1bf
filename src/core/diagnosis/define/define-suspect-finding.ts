/**
 * Findings about a wrong digest or a wrong accept. The suspects have tried all known mistakes against the bytes that came; here each
 * of them gets its public code, and the sentence of the one that made exactly these bytes.
 */

import type { Facts } from "../facts/facts.ts";
import type { Suspect } from "../suspect.ts";
import { defineFinding, type Entry, type Occurrence } from "./define-finding.ts";

interface SuspectFinding {
  readonly code: string;
  /** Ids of suspects. */
  readonly mistakes: readonly string[];
  readonly title: string;
  /** Why the mistake may not be one after all, in a sentence; null when nothing speaks against it. */
  readonly doubt?: (facts: Facts) => string | null;
}

/** In place of the 16 bytes of a hixie-76 answer. */
export function defineDigestFinding(
  definition: SuspectFinding & { readonly section: string },
): Entry {
  return define(definition, ({ response }) => (response?.comparable ? response.reply : null));
}

/** In Sec-WebSocket-Accept. */
export function defineAcceptFinding(definition: SuspectFinding): Entry {
  const section = "RFC 6455 §4.1, second list, item 4; §4.2.2 item 5.4";
  return define({ ...definition, section }, ({ accept }) => accept?.span ?? null);
}

interface Explained extends Occurrence {
  readonly suspect: Suspect;
  /** How many mistakes make the same bytes. */
  readonly ties: number;
  readonly isHarmless: boolean;
}

function define(
  {
    code,
    mistakes,
    section,
    title,
    doubt = () => null,
  }: SuspectFinding & { readonly section: string },
  placeOf: (facts: Facts) => Occurrence["span"],
): Entry {
  return defineFinding<Explained>({
    code,
    level: ({ isHarmless }) => (isHarmless ? "warning" : "error"),
    section,
    doubtedBy: ["replaced-bytes", "charset", "cut", "redacted"],
    detect: (facts) => {
      const { suspects, accept } = facts;
      const span = placeOf(facts);
      if (span === null) return [];
      // A break too many behind a right accept: what it does to the rest of the head has findings of its own.
      const isHarmless = accept?.is === "right";
      const why = doubt(facts);
      return suspects
        .filter((suspect) => suspect.mistakes.some((id) => mistakes.includes(id)))
        .map((suspect) => ({
          in: "response",
          span,
          suspect,
          ties: suspects.length,
          isHarmless,
          ...(why !== null && { doubt: why }),
        }));
    },
    title: () => title,
    why: ({ suspect, ties }) =>
      `${ties === 1 ? "" : `${ties} known mistakes make these bytes; this is one of them. `}${suspect.sentence} What came is ${suspect.formula}.`,
    fix: ({ suspect }) => suspect.fix,
  });
}
