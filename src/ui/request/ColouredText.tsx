import { memo, type ReactNode } from "react";
import type { Mark } from "../../core/trace/mark.ts";
import type { TextMap } from "./text-map.ts";

interface Props {
  readonly text: string;
  readonly map: TextMap;
  readonly marks: readonly Mark[];
}

/** The same text as the field above it, in the colours of its sources. */
export const ColouredText = memo(function ColouredText({ text, map, marks }: Props): ReactNode {
  const pieces: ReactNode[] = [];
  let done = 0;
  for (const { span, source } of marks) {
    const start = map.indexOf(span[0]);
    const end = start + span[1] - span[0];
    if (start < done) continue;
    pieces.push(text.slice(done, start));
    pieces.push(
      <span key={span[0]} className={`sourced ${source}`} data-at={`request:${span.join("-")}`}>
        {text.slice(start, end)}
      </span>,
    );
    done = end;
  }
  pieces.push(text.slice(done), "\n");
  return (
    <pre aria-hidden="true" translate="no">
      {pieces}
    </pre>
  );
});
