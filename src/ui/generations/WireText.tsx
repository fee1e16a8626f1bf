/** A message as it goes over the wire: its head as text with every control byte visible, and what stands behind the head as hex. */
import type { ReactNode } from "react";
import type { Message } from "../../core/across/as-each-generation.ts";
import { isControl } from "../../core/bytes/ascii.ts";
import { hex, hexByte } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";

interface Props {
  readonly message: Message;
  /** Where raw bytes begin; null when there are none. */
  readonly rawAt: number | null;
}

/** A longer message is cut. */
const LONGEST = 4096;

export function WireText({ message: { bytes, marks }, rawAt }: Props): ReactNode {
  const shown = bytes.subarray(0, LONGEST);
  const drawn: ReactNode[] = [];
  const draw = ([start, end]: Span, source?: string): void => {
    if (start >= end) return;
    const content =
      rawAt !== null && start >= rawAt
        ? hex(shown.subarray(start, end), " ")
        : withControls(decodeUtf8(shown.subarray(start, end)).text);
    drawn.push(
      <span key={start} className={source && `sourced ${source}`}>
        {content}
      </span>,
    );
  };
  let done = 0;
  for (const { span, source } of marks) {
    const end = Math.min(span[1], shown.length);
    if (span[0] >= shown.length) break;
    drawPlain(done, span[0]);
    draw([span[0], end], source);
    done = end;
  }
  drawPlain(done, shown.length);
  return (
    <pre className="wire" translate="no">
      {drawn}
      {bytes.length > shown.length && `… ${bytes.length - shown.length} bytes more`}
    </pre>
  );

  /** Parted where raw bytes begin: what a client sent behind key3 is no text either. */
  function drawPlain(start: number, end: number): void {
    const raw = Math.min(Math.max(rawAt ?? end, start), end);
    draw([start, raw]);
    draw([raw, end]);
  }
}

/** Written as in a string of most languages; a LF, bare or not, ends the line that is seen, too. */
function withControls(text: string): ReactNode {
  return pieces(text).map((piece, index) =>
    isControl(piece.charCodeAt(0)) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
      <span key={index} className="control">
        {Array.from(piece, escaped).join("") + (piece.endsWith("\n") ? "\n" : "")}
      </span>
    ) : (
      piece
    ),
  );
}

/** Runs of control bytes, to the end of a line at most, and what stands between them. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let last = "";
  for (const character of text) {
    const goesOn =
      last !== "" &&
      !last.endsWith("\n") &&
      isControl(last.charCodeAt(0)) === isControl(character.charCodeAt(0));
    if (goesOn) found.pop();
    last = goesOn ? last + character : character;
    found.push(last);
  }
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(control: string): string {
  return ESCAPES[control] ?? `\\x${hexByte(control.charCodeAt(0))}`;
}
