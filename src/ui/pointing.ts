/**
 * Pointing at anything lights up what it came from and what came from it, in all panes. An element says which places it shows in
 * `data-at` ("request:12", "request:12-20", "key1.part word:0"); an element that only stands for places, as a focused grid does,
 * says so in `data-points`. One listener at the root looks for them and marks what is related, so that no pane needs to be drawn
 * again for it.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Place, Provenance } from "../core/trace/provenance.ts";
import type { Step } from "../core/trace/step.ts";
import { byteAt, DRAWN, paintBytes } from "./bytes/paint-bytes.ts";

/** `resting` is lit in the bytes while nothing is pointed at; `provenance` is null until it has come. */
export function usePointing(
  root: RefObject<HTMLElement | null>,
  steps: readonly Step[],
  provenance: ((steps: readonly Step[]) => Provenance) | null,
  resting: string,
): void {
  const related = useMemo(() => {
    let known: Provenance | null = null;
    return (places: readonly Place[]): ReadonlySet<Place> => {
      known ??= provenance?.(steps) ?? null;
      return known?.related(places) ?? new Set(places);
    };
  }, [provenance, steps]);
  /** What the pointer is on: the places, as an element says them. */
  const hovered = useRef<string | null>(null);

  const paint = useCallback(() => {
    if (!root.current) return;
    const at = hovered.current ?? placesAt(document.activeElement);
    const places = at === null ? null : placesOf(at);
    const lit = places ? related(places) : new Set(placesOf(resting));
    paintBytes(root.current, lit);
    for (const element of root.current.querySelectorAll("[data-at]")) {
      const isLit =
        places !== null &&
        placesOf(element.getAttribute("data-at")).some((place) => lit.has(place));
      if (isLit !== element.hasAttribute("data-lit")) element.toggleAttribute("data-lit", isLit);
    }
  }, [root, related, resting]);

  const points = useRef<MutationObserver>(null);
  useLayoutEffect(() => {
    // What has been drawn just now is painted here.
    points.current?.takeRecords();
    paint();
  });

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const hover = (event: PointerEvent): void => {
      const at = event.type === "pointermove" ? placesUnder(event) : null;
      if (at === hovered.current) return;
      hovered.current = at;
      paint();
    };
    element.addEventListener("pointermove", hover);
    element.addEventListener("pointerleave", hover);
    element.addEventListener("focusin", paint);
    element.addEventListener("focusout", paint);
    element.addEventListener(DRAWN, paint);
    // A caret moves within one element, and no render of the page tells.
    const observer = new MutationObserver(paint);
    observer.observe(element, { subtree: true, attributeFilter: ["data-points"] });
    points.current = observer;
    return () => {
      observer.disconnect();
      element.removeEventListener("pointermove", hover);
      element.removeEventListener("pointerleave", hover);
      element.removeEventListener("focusin", paint);
      element.removeEventListener("focusout", paint);
      element.removeEventListener(DRAWN, paint);
    };
  }, [root, paint]);
}

function placesUnder({ target, clientX }: PointerEvent): string | null {
  if (!(target instanceof Element)) return null;
  const view = target.closest("[data-bytes]");
  if (!view) return target.closest("[data-at]")?.getAttribute("data-at") ?? null;
  const byte = byteAt(target, clientX);
  return byte === null ? null : `${view.getAttribute("data-bytes")}:${byte}`;
}

/** Of what has the focus, or of what it is part of. */
function placesAt(focused: Element | null): string | null {
  const element = focused?.closest("[data-points], [data-at]");
  return element?.getAttribute("data-points") ?? element?.getAttribute("data-at") ?? null;
}

const cache = new Map<string, readonly Place[]>();

/** "request:3-5 word:0" are the places request:3, request:4 and word:0. */
function placesOf(attribute: string | null): readonly Place[] {
  if (!attribute) return [];
  let places = cache.get(attribute);
  if (!places) {
    places = attribute.split(" ").flatMap(expand);
    if (cache.size > 5000) cache.clear();
    cache.set(attribute, places);
  }
  return places;
}

/** Of a longer range only the beginning is lit: a request of megabytes may be one of them. */
const LONGEST = 4096;

function expand(place: string): readonly Place[] {
  const range = /^(\w+):(\d+)-(\d+)$/.exec(place);
  if (!range) return [place];
  const [, name, start, end] = range;
  return Array.from(
    { length: Math.min(LONGEST, Number(end) - Number(start)) },
    (_, i) => `${name}:${Number(start) + i}`,
  );
}
