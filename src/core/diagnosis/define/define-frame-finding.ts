/** Findings on the frames behind a handshake, in the words that the decoder of frames has for them. */

import { frameStreams } from "../facts/frame-facts.ts";
import type { Finding } from "../finding.ts";
import { defineFinding, type Entry } from "./define-finding.ts";

interface FrameFinding {
  readonly code: string;
  /** Which of the decoder's findings are reported here; left out: those of that code. */
  readonly takes?: (decoded: Pick<Finding, "code" | "level">) => boolean;
  /** What to do in the usual libraries, behind what the decoder advises. */
  readonly inLibraries?: string;
}

export function defineFrameFinding({
  code,
  takes = (decoded) => decoded.code === code,
  inLibraries,
}: FrameFinding): Entry {
  return defineFinding({
    code,
    doubtedBy: ["charset", "replaced-bytes", "cut", "line-endings", "byte-count"],
    detect: (facts) =>
      frameStreams(facts).flatMap(({ from, findings }) =>
        findings
          .filter(takes)
          .map((finding) => ({ in: "frames" as const, span: finding.span, from, finding })),
      ),
    level: ({ finding }) => finding.level,
    section: ({ finding }) => finding.section,
    title: ({ finding }) => finding.title,
    why: ({ finding, from }) => `In what the ${from} sends behind the handshake: ${finding.why}`,
    fix: ({ finding }) => (inLibraries ? `${finding.fix}\n${inLibraries}` : finding.fix),
  });
}
