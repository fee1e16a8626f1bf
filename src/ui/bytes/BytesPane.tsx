import { memo, type ReactNode, useState } from "react";
import type { Span } from "../../core/bytes/span.ts";
import type { Mark } from "../../core/trace/mark.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import { Pane } from "../Pane.tsx";
import type { Selection } from "../state.ts";
import { BytesView, type Editing } from "./BytesView.tsx";

const COPYING = onDemand(() => import("./CopyMenu.tsx"));

interface Props {
  readonly place: "request" | "response";
  readonly title: string;
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly marks: readonly Mark[];
  readonly describe: (at: number) => string;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly editing?: Editing | undefined;
  readonly folds?: boolean;
}

export const BytesPane = memo(function BytesPane(props: Props): ReactNode {
  const { place, title, label, bytes, marks, describe, selection, onSelect, editing } = props;
  const copying = useOnDemand(COPYING, true);
  const [typesText, setTypesText] = useState(false);
  const span = selection?.in === place ? within(selection.span, bytes.length) : null;
  return (
    <Pane
      title={title}
      folds={props.folds ?? true}
      aside={
        <>
          <span className="dim">{bytes.length === 1 ? "1 byte" : `${bytes.length} bytes`}</span>
          {copying && <copying.CopyMenu place={place} bytes={bytes} selection={span} />}
        </>
      }
    >
      <BytesView
        label={label}
        place={place}
        bytes={bytes}
        marks={marks}
        describe={describe}
        selection={span}
        editable={place === "request"}
        onSelect={(next) => onSelect(next && { in: place, span: next })}
        editing={editing}
        typesText={typesText}
      />
      {place === "request" && (
        <label className="switch">
          <input
            type="checkbox"
            checked={typesText}
            onChange={(event) => setTypesText(event.target.checked)}
          />
          Type text, not hex digits
        </label>
      )}
    </Pane>
  );
});

/** A link may name bytes that a shorter request does not have. */
function within([start, end]: Span, length: number): Span | null {
  return start < length ? [start, Math.min(end, length)] : null;
}
