import { type RefObject, useEffect, useState } from "react";

/** Up to this many rows are simply all there: what is prerendered needs no measuring. */
const ALL = 80;
const MARGIN = 16;

interface VisibleRows {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
  /** Of one row, in CSS pixels. */
  readonly height: number;
  reveal(row: number): void;
}

/** Which rows of equal height to draw in a scrolling element. */
export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): VisibleRows {
  const [view, setView] = useState({ top: 0, visible: ALL, height: 24 });
  const windowed = count > ALL;

  useEffect(() => {
    const element = scroller.current;
    if (!element || !windowed) return;
    const measure = (): void => {
      const height = element.querySelector("[role=row]")?.clientHeight || 24;
      const visible = Math.ceil(element.clientHeight / height);
      setView({ top: Math.floor(element.scrollTop / height), visible, height });
    };
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", measure);
      resized.disconnect();
    };
  }, [scroller, windowed]);

  const reveal = (row: number): void => {
    const element = scroller.current;
    if (!element) return;
    const height = element.querySelector("[role=row]")?.clientHeight || view.height;
    const top = row * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + height - element.clientHeight;
    }
  };

  if (!windowed) return { first: 0, end: count, height: view.height, reveal };
  const first = Math.max(0, Math.min(view.top - MARGIN, count - 1));
  const end = Math.min(count, view.top + view.visible + MARGIN);
  return { first, end, height: view.height, reveal };
}
