/**
 * A head whose lines end at a CR of its own as well, as browsers read it. All places are those of the bytes as they came; a CR beside
 * another line end stays in its line, at the beginning or the end.
 */
import { CR, LF } from "../../bytes/ascii.ts";
import { type Head, readHead } from "../../http/head.ts";
import { shifted } from "./shifted-head.ts";

export function withCrLines(bytes: Uint8Array, head: Head): Head {
  if (head.bareCr.length === 0) return head;
  const [start] = head.startLine;
  // Not `slice`: that of a Buffer is no copy.
  const copy = new Uint8Array(bytes.subarray(start, head.end ?? bytes.length));
  for (const at of head.bareCr.map((place) => place - start)) {
    // An empty line would end the head.
    const isBehindEnd = copy[at - 1] === LF || copy[at - 1] === CR;
    const isBeforeEnd = copy[at + 1] === CR && copy[at + 2] === LF;
    if (!isBehindEnd && !isBeforeEnd) copy[at] = LF;
  }
  return shifted(readHead(copy), start);
}
