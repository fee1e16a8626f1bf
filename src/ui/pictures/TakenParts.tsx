import type { ReactNode } from "react";
import { fromLatin1 } from "../../core/bytes/ascii.ts";
import type { Span } from "../../core/bytes/span.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { find } from "../../core/hixie76/request.ts";
import type { Head } from "../../core/http/head.ts";
import type { Selection } from "../state.ts";

/** Something that the server takes from a request. */
export interface TakenPart {
  readonly letter: string;
  readonly name: string;
  readonly source: string;
  /** Null when it is not there. */
  readonly span: Span | null;
  /** What stands in its place then. */
  readonly missing?: string;
  /** How its bytes are shown; left out: as text. */
  readonly shown?: (bytes: Uint8Array) => string;
}

/** `host`: as the reference takes it; null when it refuses what stands there, or nothing does. */
export function hostPart(request: Uint8Array, head: Head, host: Span | null): TakenPart {
  const span = host ?? find(request, head.fields, "host");
  const shown = (bytes: Uint8Array): string => `${shortText(bytes)} (there, but refused)`;
  return { letter: "H", name: "Host", source: "host", span, shown: host ? shortText : shown };
}

interface Props {
  readonly request: Uint8Array;
  /** In the order in which the server needs them. */
  readonly parts: readonly TakenPart[];
  readonly onSelect: (selection: Selection | null) => void;
}

export function TakenParts({ request, parts, onSelect }: Props): ReactNode {
  return (
    <ul className="parts">
      {parts.map(({ letter, name, source, span, missing = "missing", shown = shortText }) => (
        <li
          key={`${name} ${span}`}
          className={source}
          data-at={span ? `request:${span[0]}-${span[1]}` : undefined}
        >
          <span className="letter">{letter}</span>
          {span ? (
            <button
              type="button"
              className="link"
              onClick={() => onSelect({ in: "request", span })}
            >
              {name}
            </button>
          ) : (
            <span>{name}</span>
          )}
          <code>{span ? shown(request.subarray(...span)) : missing}</code>
        </li>
      ))}
    </ul>
  );
}

/** More of a value than this is not drawn: the box and the bytes, to which its name leads, have all of it. */
export const LONGEST = 240;

export function shortText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes.subarray(0, LONGEST)).text;
  return bytes.length > LONGEST ? `${text} … and ${bytes.length - LONGEST} bytes more` : text;
}

/** More fields than this are counted, not listed. */
const LISTED = 40;

interface OtherLinesProps {
  readonly request: Uint8Array;
  readonly head: Head;
  /** What the server takes from it. */
  readonly parts: readonly TakenPart[];
}

/** Notes on the lines that the server reads and does not need. */
export function OtherLines({ request, head, parts }: OtherLinesProps): ReactNode {
  const others = head.fields.filter(
    ({ value: [start, end] }) =>
      !parts.some(({ span }) => span && span[0] >= start && span[0] < end),
  );
  if (others.length === 0 && head.notFields.length === 0) return null;
  return (
    <dl className="notes">
      {others.length > 0 && (
        <>
          <dt>Also there</dt>
          <dd>
            {others
              .slice(0, LISTED)
              .map(({ name }) => fromLatin1(request.subarray(...name)))
              .join(", ")}
            {others.length > LISTED && ` and ${others.length - LISTED} more`}
          </dd>
        </>
      )}
      {head.notFields.length > 0 && (
        <>
          <dt>No fields</dt>
          <dd>
            {head.notFields.slice(0, 5).map((line) => (
              <code key={line[0]}>{shortText(request.subarray(...line)).slice(0, 200)} </code>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
