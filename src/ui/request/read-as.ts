import { generationName } from "../../core/generation.ts";
import type { Head } from "../../core/http/head.ts";
import type { Analysis } from "../analysis.ts";

interface Chip {
  readonly text: string;
  readonly bad?: boolean;
}

/** What the box was read as, in a few words each. */
export function readAs({
  conversation,
  pending,
  walk: { head },
  generation,
  request,
}: Analysis): readonly Chip[] {
  if (pending) return [{ text: "reading…" }];
  if (!conversation) return [{ text: "nothing to read yet" }];
  const chips: Chip[] = [{ text: conversation.format }];
  if (!head) return chips;
  chips.push(
    lineEndings(
      conversation.lost.some(({ what }) => what === "line-endings"),
      head,
    ),
  );
  chips.push({ text: generationName(generation) });
  if (generation === "hixie-76" && head.end !== null) {
    const behind = request.length - head.end;
    const more = behind === 9 ? "1 byte" : `${behind - 8} bytes`;
    const text = behind > 8 ? `key3 and ${more} more` : `key3: ${behind} of 8 bytes`;
    chips.push(behind >= 8 ? { text } : { text, bad: true });
  }
  return chips;
}

function lineEndings(assumed: boolean, head: Head): Chip {
  if (assumed) return { text: "LF, read as CRLF" };
  if (head.bareLf.length === 0) return { text: "CRLF" };
  return { text: head.bareLf.length > head.fields.length ? "LF" : "CRLF and LF mixed", bad: true };
}
