import type { ReactNode } from "react";
import { hexByte } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import type { ComparedPart, Match } from "../../core/diagnosis/compare/comparison.ts";
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
  const wanted = ({ expected: span, differsAt }: ComparedPart): Half => ({
    bytes: expected,
    span,
    from: differsAt?.[0],
  });
  const got = ({ received: span, differsAt }: ComparedPart): Half => ({
    bytes: received,
    span,
    from: differsAt?.[1],
  });
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
                <Bytes of={wanted(part)} beside={got(part)} {...part} />
              </td>
              <td>
                <Bytes of={got(part)} beside={wanted(part)} {...part} />
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

interface Half {
  readonly bytes: Uint8Array;
  /** Null when it has no such part. */
  readonly span: Span | null;
  /** Offset of the first byte that differs. */
  readonly from: number | undefined;
}

interface BytesProps extends Pick<ComparedPart, "kind" | "match"> {
  readonly of: Half;
  readonly beside: Half;
}

/** The digest as hex, all else as text, with the bytes marked that differ. */
function Bytes({ of: { bytes, span, from }, beside, kind, match }: BytesProps): ReactNode {
  if (!span) return <span className="dim">nothing</span>;
  const [start, end] = span;
  const shown = Math.min(end, start + LONGEST);
  const isHex = kind === "digest";
  const differs = (at: number): boolean =>
    from !== undefined && (at === from || (at > from && isAligned(span, beside) && isOther(at)));
  const isOther = (at: number): boolean =>
    bytes[at] !== beside.bytes[(beside.from ?? 0) + at - (from ?? 0)];
  const pieces: ReactNode[] = [];
  for (let at = start; at < shown; ) {
    const isMarked = differs(at);
    let to = at + 1;
    while (to < shown && differs(to) === isMarked) to += 1;
    const drawn = Array.from(bytes.subarray(at, to), isHex ? hexByte : visible);
    const text = drawn.join(isHex ? " " : "");
    if (at > start && isHex) pieces.push(" ");
    pieces.push(
      isMarked ? (
        <mark key={at} className={match}>
          {text}
        </mark>
      ) : (
        text
      ),
    );
    at = to;
  }
  return (
    <code translate="no">
      {pieces}
      {shown < end && ` … ${end - shown} bytes more`}
    </code>
  );
}

/** Of parts of two lengths only the first byte that differs tells something: all behind it have moved. */
function isAligned([start, end]: Span, { span }: Half): boolean {
  return span !== null && span[1] - span[0] === end - start;
}
