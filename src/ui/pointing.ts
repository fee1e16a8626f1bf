/**
 * Pointing at anything lights up what it came from and what came from it, in all panes. An element says which places it shows in
 * `data-at` ("request:12", "request:12-20", "key1.part word:0"); an element that only stands for places, as a focused grid does,
 * says so in `data-points`. One listener at the root looks for them and marks what is related, so that no pane needs to be drawn
 * again for it.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Place, Provenance } from "../core/trace/provenance.ts";
import type { Step } from "../core/trace/step.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";

const PROVENANCE = onDemand(() => import("../core/trace/provenance.ts"));

const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** `resting` is lit in the bytes while nothing is pointed at. */
export function usePointing(
  root: RefObject<HTMLElement | null>,
  steps: readonly Step[],
  resting: string,
): void {
  const module = useOnDemand(PROVENANCE, true);
  const related = useMemo(() => {
    let known: Provenance | null = null;
    return (places: readonly Place[]): ReadonlySet<Place> => {
      known ??= module?.provenance(steps) ?? null;
      return known?.related(places) ?? new Set(places);
    };
  }, [module, steps]);
  const hovered = useRef<Element | null>(null);

  const paint = useCallback(() => {
    if (!root.current) return;
    const places = placesAt(hovered.current) ?? placesAt(document.activeElement);
    const lit = places ? related(places) : new Set(placesOf(resting));
    for (const element of root.current.querySelectorAll("[data-at]")) {
      const isLit = placesOf(element.getAttribute("data-at")).some((place) => lit.has(place));
      const value = isLit ? (places ? "pointed" : "step") : null;
      if (value === element.getAttribute("data-lit")) continue;
      if (value) element.setAttribute("data-lit", value);
      else element.removeAttribute("data-lit");
    }
  }, [root, related, resting]);

  useBrowserLayoutEffect(paint);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const hover = (event: PointerEvent): void => {
      const target = event.type === "pointerover" ? closest(event.target) : null;
      if (target === hovered.current) return;
      hovered.current = target;
      paint();
    };
    element.addEventListener("pointerover", hover);
    element.addEventListener("pointerleave", hover);
    element.addEventListener("focusin", paint);
    element.addEventListener("focusout", paint);
    return () => {
      element.removeEventListener("pointerover", hover);
      element.removeEventListener("pointerleave", hover);
      element.removeEventListener("focusin", paint);
      element.removeEventListener("focusout", paint);
    };
  }, [root, paint]);
}

function closest(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-at]") : null;
}

function placesAt(element: Element | null): readonly Place[] | null {
  if (!element?.isConnected) return null;
  const places = element.getAttribute("data-points") ?? element.getAttribute("data-at");
  return places ? placesOf(places) : null;
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

function expand(place: string): readonly Place[] {
  const range = /^(\w+):(\d+)-(\d+)$/.exec(place);
  if (!range) return [place];
  const [, name, start, end] = range;
  return Array.from(
    { length: Number(end) - Number(start) },
    (_, i) => `${name}:${Number(start) + i}`,
  );
}
