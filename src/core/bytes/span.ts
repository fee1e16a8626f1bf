/** A half-open range of byte offsets: `start` is in it, `end` is not. */
export type Span = readonly [start: number, end: number];

export function length([start, end]: Span): number {
  return end - start;
}

/** A view on the bytes of a span: no copy. */
export function slice(bytes: Uint8Array, [start, end]: Span): Uint8Array {
  return bytes.subarray(start, end);
}

export function contains([start, end]: Span, at: number): boolean {
  return at >= start && at < end;
}
