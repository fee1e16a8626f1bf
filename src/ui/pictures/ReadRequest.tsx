import type { ReactNode } from "react";
import { fromLatin1 } from "../../core/bytes/ascii.ts";
import { hex } from "../../core/bytes/hex.ts";
import { type Span, slice } from "../../core/bytes/span.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { ReadRequestStep } from "../../core/trace/hixie76-step.ts";
import type { PictureProps } from "./picture-props.ts";

/** What the server takes, in the order in which it needs it. */
const TAKEN = [
  ["H", "path", "resource", "host"],
  ["H", "Host", "host", "host"],
  ["O", "Origin", "origin", "origin"],
  ["P", "subprotocol", "subprotocol", "subprotocol"],
  ["1", "Key 1", "key1", "key1"],
  ["2", "Key 2", "key2", "key2"],
  ["3", "key3", "key3", "key3"],
] as const;

/** More fields than this are counted, not listed. */
const LISTED = 40;

export function ReadRequest({ step, onSelect }: PictureProps<ReadRequestStep>): ReactNode {
  const { request, head } = step;
  const text = (span: Span): string => decodeUtf8(slice(request, span)).text;
  const taken: ReadonlySet<number> = new Set(step.marks.map(({ span }) => span[0]));
  const others = head.fields.filter(({ value }) => !taken.has(value[0]));
  return (
    <>
      <ul className="parts">
        {TAKEN.map(([letter, name, part, source]) => {
          const span = step[part];
          if (!span && part === "subprotocol") return null;
          return (
            <li
              key={name}
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
              <code>
                {span ? (part === "key3" ? hex(slice(request, span), " ") : text(span)) : "missing"}
              </code>
            </li>
          );
        })}
      </ul>
      {(others.length > 0 || head.notFields.length > 0) && (
        <dl className="notes">
          {others.length > 0 && (
            <>
              <dt>Also there</dt>
              <dd>
                {others
                  .slice(0, LISTED)
                  .map(({ name }) => fromLatin1(slice(request, name)))
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
                  <code key={line[0]}>{text(line).slice(0, 200)} </code>
                ))}
              </dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}
