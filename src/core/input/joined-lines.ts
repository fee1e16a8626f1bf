/**
 * A head in one line, as a log, a chat or a field of one line makes of it: `HTTP/1.1 101 Switching Protocols; Upgrade: websocket; …`.
 * It is parted before each name that is known, when at least two of a handshake's are there: other lines name a host, too.
 */
import type { Loss } from "./conversation.ts";
import { sideOfName } from "./known-names.ts";
import type { Line } from "./lines.ts";

export interface Parted {
  readonly lines: readonly Line[];
  readonly lost: readonly Omit<Loss, "in">[];
}

const START = /(?:[A-Z]{3,20} \S+ HTTP\/1\.[01]|HTTP\/1\.[01] \d{3}\b)/;
const FIELD = /([;,|\s]+)([A-Za-z][\w-]{1,40}): ?/g;
const OF_HANDSHAKE = /^(?:upgrade|connection|(?:sec-)?websocket-[\w-]+)$/i;
/** Spaces within them are data, and cannot be told from those between lines. */
const NUMBERED_KEY = /\bsec-websocket-key[12]:/i;
/** Two line ends, whatever stands for one. */
const BLANK = / *(?:[;,|] *[;,|]| {2}) */;

/** Nobody joins more; a log of megabytes is not searched. */
const LONGEST = 1 << 14;

export function partJoined(lines: readonly Line[]): Parted {
  const lost: Omit<Loss, "in">[] = [];
  const parted = lines.flatMap((line) => {
    const parts = partsOf(line);
    if (parts.length > 1) {
      const note = "A head stood in one line; it was parted before the names of its fields.";
      lost.push({ what: "line-endings", at: line.at, note });
    }
    return parts;
  });
  return lost.length > 0 ? { lines: parted, lost } : { lines, lost };
}

function partsOf(line: Line): readonly Line[] {
  const { text, at, end } = line;
  if (text.length > LONGEST || !text.includes("HTTP/") || NUMBERED_KEY.test(text)) return [line];
  const start = START.exec(text);
  if (!start) return [line];
  const fields = [...text.slice(start.index).matchAll(FIELD)].filter(
    ([, , name = ""]) => sideOfName(name) !== null || /^(?:sec|x)-/i.test(name),
  );
  if (fields.filter(([, , name = ""]) => OF_HANDSHAKE.test(name)).length < 2) return [line];
  const parts: Line[] = [];
  let from = 0;
  for (const { index, 1: gap = "" } of fields) {
    const to = start.index + index;
    parts.push({ text: text.slice(from, to), at: at + from, end: "\n" });
    from = to + gap.length;
  }
  const last = text.slice(from);
  const blank = BLANK.exec(last);
  if (!blank) return [...parts, { text: last.replace(/[;,| ]+$/, ""), at: at + from, end }];
  const behind = from + blank.index + blank[0].length;
  return [
    ...parts,
    { text: last.slice(0, blank.index), at: at + from, end: "\n" },
    { text: "", at: at + from + blank.index, end: "\n" },
    ...(behind < text.length ? [{ text: text.slice(behind), at: at + behind, end }] : []),
  ];
}
