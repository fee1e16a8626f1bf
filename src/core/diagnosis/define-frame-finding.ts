/** Findings on the frames behind a handshake, in the words that the decoder of frames has for them. */
import { defineFinding, type Entry } from "./define-finding.ts";
import type { Finding } from "./finding.ts";
import { frameStreams } from "./frame-facts.ts";

/** `takes`: which of the decoder's codes are reported here. */
export function defineFrameFinding(
  code: string,
  takes: (decoded: Pick<Finding, "code" | "level">) => boolean = (decoded) => decoded.code === code,
): Entry {
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
    fix: ({ finding }) => finding.fix,
  });
}
