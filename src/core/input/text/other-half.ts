/**
 * One message as bytes and the other as text: a command with the request in it and the answer below, a request copied from a panel and
 * the dump of what came back. A format of bytes reads its own half; the other is found by its first line.
 */
import type { Conversation } from "../conversation.ts";
import type { Choice, Format, Pasted } from "../format.ts";
import { isBlank, type Line } from "./lines.ts";
import { type Side, startLine } from "./message-text.ts";
import { rawText } from "./raw-text.ts";

/** The format, which reads what its half lacks from the text around it. */
export function withOtherHalf(format: Format): Format {
  return {
    ...format,
    read: (pasted, choice) => complete(format.read(pasted, choice), pasted, choice),
  };
}

function complete(
  found: readonly Conversation[],
  pasted: Pasted,
  choice: Choice,
): readonly Conversation[] {
  const [half, ...others] = found;
  if (!half || others.length > 0) return found;
  if ((half.request === undefined) === (half.response === undefined)) return found;
  const lines = headOf(pasted.lines, half.request ? "response" : "request");
  if (lines.length === 0) return found;
  const { text, bytes, binary } = pasted;
  const [other] = rawText.read({ text, bytes, binary, lines }, choice);
  if (!other) return found;
  const lost = [...half.lost, ...other.lost];
  return [{ ...half, ...other, format: half.format, exact: lost.length === 0, lost }];
}

const FIELD = /^[\w-]{1,80}:/;

/** A head, from a start line with a field below it on, and the paragraph behind its blank line. */
function headOf(lines: readonly Line[], side: Side): readonly Line[] {
  const start = lines.findIndex((line, i) => {
    const own = startLine(line);
    return own?.side === side && own.from === 0 && FIELD.test(lines[i + 1]?.text ?? "");
  });
  if (start < 0) return [];
  const blank = indexOfBlank(lines, start);
  return lines.slice(start, indexOfBlank(lines, blank + 1));
}

function indexOfBlank(lines: readonly Line[], from: number): number {
  const index = lines.findIndex((line, i) => i >= from && isBlank(line));
  return index < 0 ? lines.length : index;
}
