import type { ReactNode } from "react";

const HOME = "https://datatracker.ietf.org/doc/html/";

const DOCUMENTS: readonly (readonly [
  start: RegExp,
  address: (match: RegExpExecArray) => string,
])[] = [
  [/^hybi-(\d\d)/, ([, number]) => `draft-ietf-hybi-thewebsocketprotocol-${number}`],
  [/^hixie-75/, () => "draft-hixie-thewebsocketprotocol-75"],
  [/^RFC (\d+)/, ([, number]) => `rfc${number}`],
];

/**
 * Sections as findings cite them, each `§` a link to that place in its document: a citation that names none is of the one before it.
 */
export function SectionLinks({ sections }: { readonly sections: string }): ReactNode {
  const citations = sections.split("; ");
  return citations.map((citation, index) => {
    const named = citations.slice(0, index + 1).findLast((other) => !other.startsWith("§"));
    return (
      <span key={citation}>
        {index > 0 && "; "}
        {linked(citation, documentOf(named ?? citation))}
      </span>
    );
  });
}

function linked(citation: string, document: string | null): ReactNode {
  if (document === null) return citation;
  return citation.split(/(§[\d.]*\d)/).map((piece) =>
    piece.startsWith("§") ? (
      <a key={piece} href={`${HOME}${document}#section-${piece.slice(1)}`} rel="noopener">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}

function documentOf(citation: string): string | null {
  for (const [start, address] of DOCUMENTS) {
    const match = start.exec(citation);
    if (match) return address(match);
  }
  return null;
}
