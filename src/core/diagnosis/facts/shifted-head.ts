import type { Span } from "../../bytes/span.ts";
import type { Head } from "../../http/head.ts";

/** A head that was read from a later byte on, with its places counted from the first one. */
export function shifted(head: Head, by: number): Head {
  if (by === 0) return head;
  const move = ([start, end]: Span): Span => [start + by, end + by];
  return {
    startLine: move(head.startLine),
    fields: head.fields.map(({ line, name, value }) => ({
      line: move(line),
      name: move(name),
      value: move(value),
    })),
    notFields: head.notFields.map(move),
    bareLf: head.bareLf.map((at) => at + by),
    bareCr: head.bareCr.map((at) => at + by),
    end: head.end === null ? null : head.end + by,
  };
}
