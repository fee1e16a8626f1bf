import type { FrameType } from "./decoded.ts";

/** A frame to be written; a decoded one will do. Each generation reads the fields that its header has. */
export interface Frame {
  readonly type: FrameType;
  /** Stands for its UTF-8; `payload` goes before it. */
  readonly text?: string;
  readonly payload?: Uint8Array;
  readonly [field: string]: unknown;
}
