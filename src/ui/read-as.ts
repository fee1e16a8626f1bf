import type { ReadRequestStep } from "../core/trace/step.ts";
import type { Analysis } from "./analysis.ts";

interface Chip {
  readonly text: string;
  readonly bad?: boolean;
}

/** What the box was read as, in a few words each. */
export function readAs({
  conversation,
  pending,
  steps,
  generation,
  request,
}: Analysis): readonly Chip[] {
  if (pending) return [{ text: "reading…" }];
  if (!conversation) return [{ text: "nothing to read yet" }];
  const chips: Chip[] = [{ text: conversation.format }];
  const read = steps[0] as ReadRequestStep | undefined;
  if (!read) return chips;
  chips.push(
    lineEndings(
      conversation.lost.some(({ what }) => what === "line-endings"),
      read,
    ),
  );
  chips.push({ text: generation });
  if (generation === "hixie-76" && read.head.end !== null) {
    const behind = request.length - read.head.end;
    const more = behind === 9 ? "1 byte" : `${behind - 8} bytes`;
    const text = behind > 8 ? `key3 and ${more} more` : `key3: ${behind} of 8 bytes`;
    chips.push(behind >= 8 ? { text } : { text, bad: true });
  }
  return chips;
}

function lineEndings(assumed: boolean, { head }: ReadRequestStep): Chip {
  if (assumed) return { text: "LF, read as CRLF" };
  if (head.bareLf.length === 0) return { text: "CRLF" };
  return { text: head.bareLf.length > head.fields.length ? "LF" : "CRLF and LF mixed", bad: true };
}
