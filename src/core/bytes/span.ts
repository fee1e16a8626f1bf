/** A half-open range of byte offsets: `start` is in it, `end` is not. */
export type Span = readonly [start: number, end: number];

export function length(span: Span): number {
  return span[1] - span[0];
}

/** A view on the bytes of a span: no copy. */
export function slice(bytes: Uint8Array, span: Span): Uint8Array {
  return bytes.subarray(span[0], span[1]);
}

export function contains([start, end]: Span, at: number): boolean {
  return at >= start && at < end;
}
