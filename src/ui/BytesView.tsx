// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn row by row on demand, nor fold its rows in two
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell (aria-activedescendant)
/**
 * Bytes as offset, hex and text: one composite widget with one tab stop. Rows are all of one height, so only those near the
 * window are drawn. A row takes only strings and numbers: a keystroke elsewhere draws no row again.
 */
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { hexByte } from "../core/bytes/hex.ts";
import type { Span } from "../core/bytes/span.ts";
import type { Mark, Source } from "../core/trace/step.ts";
import { nameOfByte, visible } from "../explain/characters.ts";
import type { editBytes } from "./edit-bytes.ts";
import { useVisibleRows } from "./visible-rows.ts";

const ROW = 16;
export interface Editing {
  readonly editBytes: typeof editBytes;
  readonly onEdit: (bytes: Uint8Array) => void;
}

interface Props {
  readonly label: string;
  readonly place: "request" | "response";
  readonly bytes: Uint8Array;
  readonly marks: readonly Mark[];
  readonly selection: Span | null;
  readonly onSelect: (span: Span | null) => void;
  /** What a keystroke makes of the bytes; absent when these are not the reader's to edit. */
  readonly editing?: Editing | undefined;
  /** Whether keys type text, and not hex digits. */
  readonly typesText?: boolean;
  /** What a byte belongs to, for the line below: "Sec-WebSocket-Key1". */
  readonly describe: (at: number) => string;
}

export function BytesView(props: Props): ReactNode {
  const { label, place, bytes, marks, selection, onSelect, editing, describe } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const anchor = useRef<number | null>(null);
  /** The next hex digit goes into the low half of the active byte. */
  const lowNibble = useRef(false);
  // An editable view has a place behind its last byte, where one can go on typing.
  const last = editing ? bytes.length : Math.max(0, bytes.length - 1);
  const at = Math.min(active, last);
  const rowCount = Math.ceil(bytes.length / ROW);
  const { first, end, height, reveal } = useVisibleRows(grid, rowCount);
  const sources = useMemo(() => sourceOf(bytes.length, marks), [bytes.length, marks]);

  const move = (to: number, extend: boolean): void => {
    const target = Math.min(last, Math.max(0, to));
    if (extend) {
      anchor.current ??= at;
      onSelect(between(anchor.current, target));
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

  const onKeyDown = (event: KeyboardEvent): void => {
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
    const hit = hitOf(event);
    if (hit === null || event.button !== 0) return;
    if (event.shiftKey) {
      move(hit, true);
      return;
    }
    anchor.current = hit;
    setActive(hit);
    onSelect([hit, hit + 1]);
  };

  const onPointerOver = (event: PointerEvent): void => {
    const hit = hitOf(event);
    if (hit === null || anchor.current === null || event.buttons !== 1) return;
    setActive(hit);
    onSelect(between(anchor.current, hit));
  };

  const rows: ReactNode[] = [];
  for (let row = first; row < end; row++) {
    const start = row * ROW;
    const stop = Math.min(start + ROW, bytes.length);
    rows.push(
      <Row
        key={row}
        id={id}
        place={place}
        start={start}
        data={String.fromCharCode(...bytes.subarray(start, stop))}
        sources={sources.slice(start, stop)}
        active={focused && at >= start && at < stop ? at - start : -1}
        from={selection ? clip(selection[0] - start) : 0}
        to={selection ? clip(selection[1] - start) : 0}
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
        onPointerOver={onPointerOver}
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
            ? says(bytes, focused || !selection ? [at, at + 1] : selection, selection, describe)
            : "Click a byte, or move with the arrow keys; Shift selects."}
      </p>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly place: string;
  readonly start: number;
  readonly data: string;
  readonly sources: readonly (Source | undefined)[];
  readonly active: number;
  readonly from: number;
  readonly to: number;
  readonly digits: number;
}

const Row = memo(DrawnRow, (before, after) => {
  const { sources, ...rest } = before;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every(
    (key) => before[key] === after[key],
  );
  return same && sources.join() === after.sources.join();
});

function DrawnRow(props: RowProps): ReactNode {
  const { id, place, start, data, sources, active, from, to, digits } = props;
  const half = (name: string, first: number, hex: boolean): ReactNode => (
    <span className={`bytes-half ${name}`} role="presentation" aria-hidden={hex ? undefined : true}>
      {Array.from(data.slice(first, first + 8), (character, i) => {
        const column = first + i;
        const byte = character.charCodeAt(0);
        const source = sources[column];
        const selected = column >= from && column < to;
        return (
          <span
            key={column}
            {...(hex && {
              id: `${id}-${start + column}`,
              role: "gridcell",
              "aria-colindex": column + 1,
              "aria-selected": selected,
            })}
            className={source && `sourced ${source}`}
            data-at={`${place}:${start + column}`}
            data-byte={start + column}
            data-active={(hex && column === active) || undefined}
            data-pinned={selected || undefined}
            data-control={byte < 0x20 || byte > 0x7e || undefined}
          >
            {hex ? hexByte(byte) : visible(byte)}
          </span>
        );
      })}
    </span>
  );
  return (
    <div className="bytes-row" role="row" aria-rowindex={start / ROW + 1}>
      <span className="bytes-offset" role="rowheader">
        {start.toString(16).padStart(digits, "0")}
      </span>
      <span className="bytes-offset second" aria-hidden="true">
        {(start + 8).toString(16).padStart(digits, "0")}
      </span>
      {half("bytes-hex first", 0, true)}
      {half("bytes-hex second", 8, true)}
      {half("bytes-text first", 0, false)}
      {half("bytes-text second", 8, false)}
    </div>
  );
}

function between(from: number, to: number): Span {
  return [Math.min(from, to), Math.max(from, to) + 1];
}

function clip(column: number): number {
  return Math.min(ROW, Math.max(0, column));
}

function hitOf(event: PointerEvent): number | null {
  const cell = event.target instanceof Element ? event.target.closest("[data-byte]") : null;
  return cell ? Number(cell.getAttribute("data-byte")) : null;
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

function sourceOf(length: number, marks: readonly Mark[]): readonly (Source | undefined)[] {
  const sources: (Source | undefined)[] = new Array(length);
  for (const { span, source } of marks) sources.fill(source, span[0], span[1]);
  return sources;
}

function says(
  bytes: Uint8Array,
  [start, end]: Span,
  selection: Span | null,
  saysWhere: (at: number) => string,
): string {
  const offset = (at: number): string => `0x${at.toString(16).toUpperCase()}`;
  if (selection && selection[1] - selection[0] > 1) {
    const [from, to] = selection;
    return `${to - from} bytes selected, ${offset(from)} to ${offset(to - 1)} (${from} to ${to - 1}): ${saysWhere(from)}`;
  }
  if (start >= bytes.length) return "Behind the last byte: what you type is added.";
  const byte = bytes[start] as number;
  const hint = end - start === 1 ? ` (${start})` : "";
  return `${offset(start)}${hint} · ${hexByte(byte).toUpperCase()} · ${nameOfByte(byte)} · ${saysWhere(start)}`;
}
