import { type ReactNode, useId, useMemo, useState } from "react";
import type { Span } from "../../core/bytes/span.ts";
import type { ComparedPart } from "../../core/diagnosis/compare/comparison.ts";
import { readHead } from "../../core/http/head.ts";
import { placeInHead } from "../analysis.ts";
import { BytesView } from "../bytes/BytesView.tsx";
import { CopyMenu } from "../bytes/CopyMenu.tsx";

interface Props {
  /** With what the server sent behind it. */
  readonly bytes: Uint8Array;
  /** What it was compared in; none without something to compare it with. */
  readonly parts: readonly ComparedPart[];
}

/** The answer that came, byte by byte, with the first one marked that a client minds. */
export function ReceivedBytes({ bytes, parts }: Props): ReactNode {
  const id = useId();
  const [selection, setSelection] = useState<Span | null>(null);
  const head = useMemo(() => readHead(bytes), [bytes]);
  const wrongAt = wrongByte(parts);

  const describe = (at: number): string => {
    const isBehind = head.end !== null && at >= head.end;
    const part = isBehind && parts.find(({ received }) => received && contains(received, at));
    const place = part ? part.name : placeInHead(bytes, head, at, "status line");
    return at === wrongAt ? `${place}, the first byte that is wrong` : place;
  };

  return (
    <section aria-labelledby={id}>
      <div className="received">
        <h3 id={id}>Its bytes</h3>
        <span className="dim">{bytes.length === 1 ? "1 byte" : `${bytes.length} bytes`}</span>
        <CopyMenu place="received" bytes={bytes} selection={selection} />
      </div>
      {wrongAt !== null && <p className="note">{wrongWords(wrongAt, bytes.length)}</p>}
      <BytesView
        label="Bytes of the answer that came"
        place="received"
        bytes={bytes}
        marks={NOTHING}
        wrongAt={wrongAt}
        describe={describe}
        selection={selection}
        onSelect={setSelection}
        editable={false}
      />
    </section>
  );
}

const NOTHING: readonly never[] = [];

/** Null when none is, or when what is wrong is a part that did not come. */
function wrongByte(parts: readonly ComparedPart[]): number | null {
  const wrong = parts.find(({ match }) => match !== "same" && match !== "allowed");
  return wrong?.differsAt?.[1] ?? wrong?.received?.[0] ?? null;
}

function wrongWords(at: number, length: number): string {
  const offset = `0x${at.toString(16).toUpperCase()} (${at})`;
  return at < length
    ? `The first byte that is wrong, at offset ${offset}, has a frame around it.`
    : `It ends before offset ${offset}, where more was expected.`;
}

function contains([start, end]: Span, at: number): boolean {
  return at >= start && at < end;
}
