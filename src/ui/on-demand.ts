import { startTransition, useEffect, useReducer, useSyncExternalStore } from "react";

/** A module that is loaded when it is first wanted, and then stays. */
export interface OnDemand<T> {
  get(): T | null;
  load(): Promise<T>;
}

export function onDemand<T>(load: () => Promise<T>): OnDemand<T> {
  let loaded: T | null = null;
  let loading: Promise<T> | null = null;
  return {
    get: () => loaded,
    load() {
      loading ??= load().then(
        (module) => {
          loaded = module;
          return module;
        },
        (error: unknown) => {
          // The network may be back when it is wanted again.
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}

/**
 * Null until it has come, and always in what is prerendered, so that both draw the same. What has come is drawn as a transition:
 * several parts at once, and in pieces, so that a reader who types meanwhile need not wait.
 */
export function useOnDemand<T>(module: OnDemand<T>, wanted: boolean): T | null {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const drawn = useSyncExternalStore(untilDrawnAgain, module.get, () => null);
  const lacks = wanted && drawn === null;
  useEffect(() => {
    if (lacks) void module.load().then(() => startTransition(drawAgain));
  }, [module, lacks]);
  return drawn;
}

function untilDrawnAgain(): () => void {
  return () => {};
}
