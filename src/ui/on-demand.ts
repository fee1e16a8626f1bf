import { useEffect, useSyncExternalStore } from "react";

/** A module that is loaded when it is first wanted, and then stays. */
export interface OnDemand<T> {
  get(): T | null;
  load(): Promise<T>;
  subscribe(changed: () => void): () => void;
}

export function onDemand<T>(load: () => Promise<T>): OnDemand<T> {
  let loaded: T | null = null;
  let loading: Promise<T> | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => loaded,
    load() {
      loading ??= load().then((module) => {
        loaded = module;
        for (const changed of listeners) changed();
        return module;
      });
      return loading;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Null until it has come, and always in what is prerendered, so that both draw the same. */
export function useOnDemand<T>(module: OnDemand<T>, wanted: boolean): T | null {
  useEffect(() => {
    if (wanted) void module.load();
  }, [module, wanted]);
  return useSyncExternalStore(module.subscribe, module.get, () => null);
}
