import type { Step } from "../../core/trace/step.ts";
import type { Selection } from "../state.ts";

export interface PictureProps<S extends Step> {
  readonly step: S;
  /** Pins bytes. */
  readonly onSelect: (selection: Selection | null) => void;
}
