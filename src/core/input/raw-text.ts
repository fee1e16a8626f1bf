/** HTTP as text, one message or several, nothing in front of the lines. */
import type { Format } from "./format.ts";
import { startLine } from "./message-text.ts";
import { readText } from "./text-conversations.ts";

export const rawText: Format = {
  id: "http-text",
  name: "raw HTTP text",
  detect: ({ lines }) => lines.some((line) => startLine(line) !== null),
  read: ({ lines }, choice) => readText(lines, { format: rawText.name, choice }),
};
