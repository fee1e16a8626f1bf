/**
 * Painting bytes of the byte views without touching their elements: the CSS Custom Highlight API draws ranges of text in the
 * colours of `::highlight(lit-key1)` and its like (styles/bytes.css).
 */
import type { Place } from "../../core/trace/provenance.ts";

/** An event of a byte view: other rows are drawn now. */
export const DRAWN = "bytesdrawn";

const SOURCES = [
  "key",
  "key1",
  "key2",
  "key3",
  "origin",
  "host",
  "subprotocol",
  "extensions",
  "digest",
  "none",
] as const;

/** Text that a byte takes in a half row: two hex digits and the space between bytes, or one character. */
const WIDTH = { hex: 3, text: 1 } as const;

/** Lights these places in all byte views below `root`, and nothing else in them. */
export function paintBytes(root: Element, lit: ReadonlySet<Place>): void {
  if (typeof Highlight === "undefined") return;
  const painted = new Map(SOURCES.map((source) => [source, new Highlight()]));
  for (const view of root.querySelectorAll("[data-bytes]")) {
    const bytes = bytesIn(lit, view.getAttribute("data-bytes") ?? "");
    if (bytes.size === 0) continue;
    for (const run of view.querySelectorAll("[data-run]")) {
      const text = run.firstChild;
      if (!text) continue;
      const width = isHex(run) ? WIDTH.hex : WIDTH.text;
      const first = Number(run.getAttribute("data-run"));
      const length = Math.ceil((text.textContent?.length ?? 0) / width);
      const highlight = painted.get(sourceOf(run));
      for (let from = 0; from < length; from++) {
        if (!bytes.has(first + from)) continue;
        let to = from + 1;
        while (to < length && bytes.has(first + to)) to += 1;
        highlight?.add(rangeOf(text, from * width, to * width - (width === WIDTH.hex ? 1 : 0)));
        from = to;
      }
    }
  }
  for (const [source, highlight] of painted) show(`lit-${source}`, highlight);
}

/** Offsets of the bytes of one view among these places. */
function bytesIn(lit: ReadonlySet<Place>, view: string): ReadonlySet<number> {
  const start = `${view}:`;
  const bytes = new Set<number>();
  for (const place of lit)
    if (place.startsWith(start)) bytes.add(Number(place.slice(start.length)));
  return bytes;
}

/** To set a highlight that is empty, and was, would have the page painted for nothing. */
function show(name: string, highlight: Highlight): void {
  const before = CSS.highlights.get(name);
  if (highlight.size === 0 && (before === undefined || before.size === 0)) return;
  CSS.highlights.set(name, highlight);
}

function rangeOf(text: Node, start: number, end: number): StaticRange {
  return new StaticRange({
    startContainer: text,
    startOffset: start,
    endContainer: text,
    endOffset: end,
  });
}

function isHex(run: Element): boolean {
  return run.parentElement?.classList.contains("bytes-hex") ?? false;
}

function sourceOf(run: Element): (typeof SOURCES)[number] {
  return SOURCES.find((source) => run.classList.contains(source)) ?? "none";
}

/** Offset of the byte under a point of a byte view; all bytes of a half row are equally wide. */
export function byteAt(target: EventTarget | null, x: number): number | null {
  const half = target instanceof Element ? target.closest("[data-half]") : null;
  if (!half) return null;
  const { left, width } = half.getBoundingClientRect();
  const count = Array.from(half.children, lengthOf).reduce((sum, length) => sum + length, 0);
  const column = Math.floor(((x - left) / width) * count);
  return Number(half.getAttribute("data-half")) + Math.min(count - 1, Math.max(0, column));
}

function lengthOf(run: Element): number {
  return Math.ceil((run.textContent?.length ?? 0) / (isHex(run) ? WIDTH.hex : WIDTH.text));
}
