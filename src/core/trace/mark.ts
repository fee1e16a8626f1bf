/** Which bytes came from which part of a request. */
import type { Span } from "../bytes/span.ts";

/**
 * The parts of a request, of which each draft has some; host and path make one. "digest" is where the keys, and what goes with
 * them, are mixed; "guid" is the constant of RFC 6455.
 */
export type Source =
  | "key"
  | "key1"
  | "key2"
  | "key3"
  | "origin"
  | "host"
  | "subprotocol"
  | "extensions"
  | "guid"
  | "digest";

/** Bytes that one source is made of. */
export interface Mark {
  readonly span: Span;
  readonly source: Source;
}

/** Bytes of the request that stand in the response again, one for one; A–Z may have become a–z. */
export interface Copied {
  readonly from: Span;
  readonly to: Span;
  readonly source: Source;
}

/** A field of the response. */
export interface ResponseLine {
  readonly name: string;
  readonly line: Span;
  readonly value: Span;
}
