import { fromLatin1 } from "../../core/bytes/ascii.ts";
import type { Span } from "../../core/bytes/span.ts";

/** The path of a request line that the reference does not take apart, since it refuses the method or the version. */
export function pathIn(request: Uint8Array, [start, end]: Span): Span | null {
  const line = fromLatin1(request.subarray(start, end));
  const [, method, path] = /^([^ ]+) (\/[^ ]*|[a-z]+:\/\/[^ ]*)/i.exec(line) ?? [];
  if (method === undefined || path === undefined) return null;
  const at = start + method.length + 1;
  return [at, at + path.length];
}
