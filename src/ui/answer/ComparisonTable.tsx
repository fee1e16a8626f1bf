import type { ReactNode } from "react";
import { hexByte } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import type { ComparedPart, Match } from "../../core/diagnosis/comparison.ts";
import { visible } from "../../explain/characters.ts";

interface Props {
  readonly parts: readonly ComparedPart[];
  readonly expected: Uint8Array;
  readonly received: Uint8Array;
}

const MATCHES: Readonly<Record<Match, readonly [glyph: string, word: string]>> = {
  same: ["✓", "same"],
  allowed: ["≈", "allowed"],
  different: ["✗", "different"],
  missing: ["✗", "missing"],
  unexpected: ["✗", "unexpected"],
};

/** Parts of more bytes than this are cut: a page of foreign bytes explains nothing. */
const LONGEST = 300;

export function ComparisonTable({ parts, expected, received }: Props): ReactNode {
  return (
    <section className="scroll-x" aria-label="Expected and received">
      <table className="comparison">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Expected</th>
            <th scope="col">Received</th>
            <th scope="col">Judged</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.name} ${part.expected} ${part.received}`} className={part.match}>
              <th scope="row">{part.name}</th>
              <td>
                <Bytes bytes={expected} span={part.expected} from={part.differsAt?.[0]} {...part} />
              </td>
              <td>
                <Bytes bytes={received} span={part.received} from={part.differsAt?.[1]} {...part} />
              </td>
              <td>
                <Judged {...part} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Judged({ match, note, section }: ComparedPart): ReactNode {
  const [glyph, word] = MATCHES[match];
  return (
    <>
      <span className={match === "same" || match === "allowed" ? "good" : "bad"}>
        <span aria-hidden="true">{glyph}</span> {word}
      </span>
      {note && <span className="line-note dim"> {note} </span>}
      {match !== "same" && <span className="dim">{section}</span>}
    </>
  );
}

interface BytesProps extends Pick<ComparedPart, "kind" | "match"> {
  readonly bytes: Uint8Array;
  readonly span: Span | null;
  /** Offset of the first byte that differs. */
  readonly from: number | undefined;
}

/** The digest as hex, all else as text; the first byte that differs is marked. */
function Bytes({ bytes, span, from, kind, match }: BytesProps): ReactNode {
  if (!span) return <span className="dim">nothing</span>;
  const [start, end] = span;
  const shown = Math.min(end, start + LONGEST);
  const drawn = (first: number, last: number): string => {
    const part = Array.from(bytes.subarray(first, last), kind === "digest" ? hexByte : visible);
    return part.join(kind === "digest" ? " " : "");
  };
  const differs = from !== undefined && from >= start && from < shown;
  const gap = kind === "digest" ? " " : "";
  return (
    <code translate="no">
      {differs ? (
        <>
          {drawn(start, from)}
          {from > start && gap}
          <mark className={match}>{drawn(from, from + 1)}</mark>
          {gap}
          {drawn(from + 1, shown)}
        </>
      ) : (
        drawn(start, shown)
      )}
      {shown < end && ` … ${end - shown} bytes more`}
    </code>
  );
}
