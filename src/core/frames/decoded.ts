import type { Span } from "../bytes/span.ts";
import type { Finding } from "../diagnosis/finding.ts";

export type FrameType = "text" | "binary" | "continuation" | "close" | "ping" | "pong" | "reserved";

/** One frame as it stood on the wire; each generation adds the fields of its own header. */
export interface DecodedFrame {
  readonly span: Span;
  readonly type: FrameType;
  /** Unmasked, still compressed. */
  readonly payload: Uint8Array;
  readonly [field: string]: unknown;
}

export interface Message {
  readonly type: "text" | "binary";
  readonly text?: string;
  readonly data?: Uint8Array;
  /** Indices into `Decoded.frames`. */
  readonly frames: readonly number[];
}

export interface Decoded {
  readonly frames: readonly DecodedFrame[];
  readonly messages: readonly Message[];
  readonly state: "open" | "closed" | "failed";
  /** Bytes of a frame that has not ended, or behind a close; null when there are none. */
  readonly rest: Span | null;
  readonly findings: readonly Finding[];
}
