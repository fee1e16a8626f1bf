import { useSyncExternalStore } from "react";

const QUERY = "(min-width: 1200px)";

/** Whether the panes stand side by side. The prerendered page assumes so; its style sheet folds for narrow screens by itself. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => true,
  );
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
