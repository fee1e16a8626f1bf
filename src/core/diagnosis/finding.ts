import type { Span } from "../bytes/span.ts";

/** error: the handshake fails; warning: some clients or intermediaries fail; info; good: worth knowing that it is right. */
export type Level = "error" | "warning" | "info" | "good";

/** Which bytes a span counts in. */
export type Place = "request" | "response" | "frames";

export interface Finding {
  readonly code: string;
  readonly level: Level;
  readonly in: Place;
  /** Offsets into the bytes of `in`, or null when what is missing has no place. */
  readonly span: Span | null;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly section: string;
}
