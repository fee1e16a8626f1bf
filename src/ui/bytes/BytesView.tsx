// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn row by row on demand, nor fold its rows in two
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell (aria-activedescendant)
/**
 * Bytes as offset, hex and text: one composite widget with one tab stop. Rows are all of one height, so only those near the
 * window are drawn. A row is a few runs of bytes with one source each, not an element a byte: what is lit or selected is painted
 * over them (paint-bytes.ts), and where the pointer is is reckoned from its place in the row. A row takes only strings and
 * numbers: a keystroke elsewhere draws no row again.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { hexByte } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import type { Mark, Source } from "../../core/trace/mark.ts";
import { nameOfByte } from "../../explain/characters.ts";
import { announce } from "../announce.ts";
import { BytesRow, ROW } from "./BytesRow.tsx";
import type { editBytes } from "./edit-bytes.ts";
import { byteAt, DRAWN } from "./paint-bytes.ts";
import { useVisibleRows } from "./visible-rows.ts";

export interface Editing {
  readonly editBytes: typeof editBytes;
  readonly onEdit: (bytes: Uint8Array) => void;
}

/** What bytes are of: the request, the response that must come out, or the one that came. */
export type BytesPlace = "request" | "response" | "received";

interface Props {
  readonly label: string;
  readonly place: BytesPlace;
  readonly bytes: Uint8Array;
  readonly marks: readonly Mark[];
  /** Offset of the byte that is marked as wrong. */
  readonly wrongAt?: number | null;
  readonly selection: Span | null;
  readonly onSelect: (span: Span | null) => void;
  /** Whether these are the reader's to edit. */
  readonly editable: boolean;
  /** What a keystroke makes of the bytes; absent until that part has come. */
  readonly editing?: Editing | undefined;
  /** Whether keys type text, and not hex digits. */
  readonly typesText?: boolean;
  /** What a byte belongs to, for the line below: "Sec-WebSocket-Key1". */
  readonly describe: (at: number) => string;
}

export function BytesView(props: Props): ReactNode {
  const { label, place, bytes, marks, selection, onSelect, editable, editing, describe } = props;
  const wrongAt = props.wrongAt ?? -1;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const anchor = useRef<number | null>(null);
  /** The next hex digit goes into the low half of the active byte. */
  const lowNibble = useRef(false);
  /** Keys that were pressed before the part that edits had come: they take effect when it has. */
  const [waiting, setWaiting] = useState<readonly KeyboardEvent[]>([]);
  // An editable view has a place behind its last byte, where one can go on typing.
  const last = editable ? bytes.length : Math.max(0, bytes.length - 1);
  const at = Math.min(active, last);
  const rowCount = Math.ceil(bytes.length / ROW);
  const { first, end, height, reveal } = useVisibleRows(grid, rowCount);

  const move = (to: number, extend: boolean): void => {
    const target = Math.min(last, Math.max(0, to));
    if (extend) {
      anchor.current ??= at;
      const span = between(anchor.current, target);
      onSelect(span);
      announce(`${span[1] - span[0]} bytes selected.`, { unseen: true });
    } else anchor.current = null;
    setActive(target);
    reveal(Math.floor(target / ROW));
  };

  const edit = (event: KeyboardEvent): boolean => {
    if (!editing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const span = selection ?? [at, Math.min(at + 1, bytes.length)];
    const edited = editing.editBytes(bytes, span, at, event.key, {
      text: props.typesText ?? false,
      lowNibble: lowNibble.current,
    });
    if (!edited) return false;
    lowNibble.current = edited.lowNibble;
    setActive(edited.at);
    if (selection) onSelect(null);
    editing.onEdit(edited.bytes);
    return true;
  };

  const mustWait = (event: KeyboardEvent): boolean => {
    if (types(event, props.typesText ?? false)) return editable && (!editing || waiting.length > 0);
    return waiting.length > 0 && moveOf(event, at, last) !== null;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!mustWait(event)) {
      press(event);
      return;
    }
    setWaiting((keys) => [...keys, event]);
    event.preventDefault();
    event.stopPropagation();
  };

  const press = (event: KeyboardEvent): void => {
    if (edit(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    lowNibble.current = false;
    const step = moveOf(event, at, last);
    if (step !== null) move(step, event.shiftKey);
    else if (event.key === "Enter" || event.key === " ") onSelect([at, at + 1]);
    else if (event.key === "Escape") onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPointerDown = (event: PointerEvent): void => {
    const hit = byteAt(event.target, event.clientX);
    if (hit === null || event.button !== 0) return;
    if (event.shiftKey) {
      move(hit, true);
      return;
    }
    anchor.current = hit;
    setActive(hit);
    onSelect([hit, hit + 1]);
  };

  const onPointerMove = (event: PointerEvent): void => {
    const hit = byteAt(event.target, event.clientX);
    if (hit === null || anchor.current === null || event.buttons !== 1) return;
    setActive(hit);
    onSelect(between(anchor.current, hit));
  };

  // One at a time: each is typed into the bytes that the one before it made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it calls is of this very drawing
  useEffect(() => {
    const [next] = waiting;
    if (!editing || !next) return;
    setWaiting((keys) => keys.slice(1));
    press(next);
  }, [editing, waiting]);

  // What is lit has to be painted over rows that scrolling has drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the rows that are drawn
  useEffect(() => {
    grid.current?.dispatchEvent(new Event(DRAWN, { bubbles: true }));
  }, [first, end, focused, at]);

  const rows: ReactNode[] = [];
  for (let row = first; row < end; row++) {
    const start = row * ROW;
    const stop = Math.min(start + ROW, bytes.length);
    const isActive = focused && at >= start && at < stop;
    rows.push(
      <BytesRow
        key={row}
        id={id}
        start={start}
        data={String.fromCharCode(...bytes.subarray(start, stop))}
        sources={sourcesOf(marks, start, stop)}
        wrong={wrongAt >= start && wrongAt < stop ? wrongAt - start : -1}
        active={isActive ? at - start : -1}
        name={isActive ? sayByte(bytes, at, describe) : ""}
        digits={bytes.length > 0xfff ? (bytes.length > 0xfffff ? 8 : 5) : 3}
      />,
    );
  }

  return (
    <div className="bytes">
      <div
        ref={grid}
        className="bytes-scroll"
        role="grid"
        aria-label={label}
        data-bytes={place}
        aria-rowcount={rowCount}
        aria-colcount={ROW}
        aria-multiselectable="true"
        aria-activedescendant={focused && at < bytes.length ? `${id}-${at}` : undefined}
        tabIndex={0}
        data-points={focused && at < bytes.length ? `${place}:${at}` : undefined}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
      >
        {first > 0 && <div role="presentation" style={{ height: first * height }} />}
        {rows}
        {end < rowCount && (
          <div role="presentation" style={{ height: (rowCount - end) * height }} />
        )}
      </div>
      <p className="bytes-says" aria-live="off">
        {bytes.length === 0
          ? "No bytes."
          : focused || selection
            ? says(bytes, focused || !selection ? at : selection[0], selection, describe)
            : "Click a byte, or move with the arrow keys; Shift selects."}
      </p>
    </div>
  );
}

function between(from: number, to: number): Span {
  return [Math.min(from, to), Math.max(from, to) + 1];
}

/** Whether a key is one that may edit; what it does is for the part that edits to say. */
function types({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, text: boolean): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return /^(?:[!-~]|Delete|Backspace|Insert)$/.test(key) || (text && key === " ");
}

/** Where a key moves to, or null when it does not move. */
function moveOf(event: KeyboardEvent, at: number, last: number): number | null {
  const all = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowRight":
      return at + 1;
    case "ArrowLeft":
      return at - 1;
    case "ArrowDown":
      return at + ROW > last ? at : at + ROW;
    case "ArrowUp":
      return at < ROW ? at : at - ROW;
    case "PageDown":
      return at + 8 * ROW;
    case "PageUp":
      return at - 8 * ROW;
    case "Home":
      return all ? 0 : at - (at % ROW);
    case "End":
      return all ? last : at - (at % ROW) + ROW - 1;
    default:
      return null;
  }
}

/** Of each byte from `start` to `stop`. */
function sourcesOf(
  marks: readonly Mark[],
  start: number,
  stop: number,
): readonly (Source | undefined)[] {
  return Array.from(
    { length: stop - start },
    (_, i) => marks.find(({ span }) => span[0] <= start + i && start + i < span[1])?.source,
  );
}

function says(
  bytes: Uint8Array,
  start: number,
  selection: Span | null,
  describe: (at: number) => string,
): string {
  if (selection && selection[1] - selection[0] > 1) {
    const [from, to] = selection;
    return `${to - from} bytes selected, ${offset(from)} to ${offset(to - 1)} (${from} to ${to - 1}): ${describe(from)}`;
  }
  if (start >= bytes.length) return "Behind the last byte: what you type is added.";
  return sayByte(bytes, start, describe);
}

function sayByte(bytes: Uint8Array, at: number, describe: (at: number) => string): string {
  const byte = bytes[at] as number;
  return `${offset(at)} (${at}) · ${hexByte(byte).toUpperCase()} · ${nameOfByte(byte)} · ${describe(at)}`;
}

function offset(at: number): string {
  return `0x${at.toString(16).toUpperCase()}`;
}
