import type { ReactNode } from "react";
import type { Key } from "../../../core/trace/hixie76-step.ts";
import type { Selection } from "../../state.ts";

/** Stands where a picture of a key would, when there is no key to draw. */
export function MissingKey(): ReactNode {
  return (
    <p className="dim">
      There is no key to take apart: the request has none, or two of the same name.
    </p>
  );
}

export function pinKey(key: Key, onSelect: (selection: Selection) => void): void {
  onSelect({ in: "request", span: [key.offset, key.offset + key.bytes.length] });
}
