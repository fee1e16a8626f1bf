import { useSyncExternalStore } from "react";

/** Made once: each pane asks with each drawing, and to make one costs more than to draw the pane. */
let query: MediaQueryList | undefined;

function wide(): MediaQueryList {
  query ??= matchMedia("(min-width: 1200px)");
  return query;
}

/** Whether the panes stand side by side. The prerendered page assumes so; its style sheet folds for narrow screens by itself. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => wide().matches,
    () => true,
  );
}

function subscribe(changed: () => void): () => void {
  wide().addEventListener("change", changed);
  return () => wide().removeEventListener("change", changed);
}
