/**
 * Heads of HTTP/2 and HTTP/3 as tools print them: nghttp, Wireshark, a browser's panel, the RFC's own examples. A head begins with a
 * pseudo-field, ":method: CONNECT" or ":status: 200", with whatever stands before each of its lines, and goes on as long as lines have
 * the same before them. Names and values may stand on a line each.
 */
import type { Loss } from "../conversation.ts";
import { finish } from "../finish.ts";
import type { Format } from "../format.ts";
import { isBlank, type Line } from "../text/lines.ts";
import type { Side } from "../text/message-text.ts";
import { pair } from "../text/text-conversations.ts";
import { draftOf, type HeaderField } from "./header-list.ts";

export const http2Fields: Format = {
  id: "http2",
  name: "HTTP/2 fields",
  detect: ({ text }) => PSEUDO.test(text) && /websocket/i.test(text),
  read: ({ lines }, choice) => {
    const heads = readHeads(lines);
    const messages = heads.map(({ side, fields: [first, ...fields] }) => ({
      side,
      draft: draftOf(
        {
          side,
          startLine: first ? `${first.name}: ${first.value}` : null,
          fields,
          body: null,
          lost: [{ ...BINARY, at: first?.at ?? null }],
        },
        choice,
      ),
    }));
    return pair(messages).map((draft) => finish(draft, http2Fields.name, choice));
  },
};

const BINARY: Omit<Loss, "in"> = {
  what: "headers-reordered",
  at: null,
  note: "HTTP/2 and HTTP/3 send their fields in binary; these lines are how a tool shows them.",
};

const NAMES = "method|scheme|authority|path|protocol|status";
const PSEUDO = new RegExp(`(?:^|[\\s[]):(?:${NAMES})(?:\\s*[:=]|\\s*$)`, "m");
/** What stands before it, its name, and its value. */
const PSEUDO_LINE = new RegExp(`^(.{0,80}?)(:(?:${NAMES}))\\s*(?:[:=]\\s?(.*))?$`);
const FIELD = /^([A-Za-z0-9-]+)\s*[:=]\s?(.*)$/;
const NAME_ALONE = /^(:?[A-Za-z][A-Za-z0-9-]*):?\s*$/;
const LONGEST = 65536;

interface Head {
  readonly side: Side;
  readonly fields: HeaderField[];
}

function readHeads(lines: readonly Line[]): readonly Head[] {
  const heads: Head[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const begins = line.text.length > LONGEST ? null : PSEUDO_LINE.exec(line.text);
    if (begins === null) {
      at += 1;
      continue;
    }
    const isPaired = (begins[3] ?? "").trim() === "";
    const { fields, end } = isPaired
      ? readPairs(lines, at)
      : readRows(lines, at, begins[1] as string);
    at = Math.max(end, at + 1);
    const side = fields.some(({ name }) => name === ":status") ? "response" : "request";
    if (fields.length > 0) heads.push({ side, fields: pseudoFirst(fields) });
  }
  return heads;
}

/** A field a line, each behind the same. */
function readRows(
  lines: readonly Line[],
  from: number,
  before: string,
): { readonly fields: HeaderField[]; readonly end: number } {
  const fields: HeaderField[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.text.length > LONGEST || shape(line.text.slice(0, before.length)) !== shape(before)) {
      break;
    }
    const text = line.text.slice(before.length);
    const [, , pseudo, pseudoValue = ""] = text.startsWith(":")
      ? (PSEUDO_LINE.exec(text) ?? [])
      : [];
    const [, name = pseudo, value = pseudoValue] = FIELD.exec(text) ?? [];
    // A second head of the same kind has the same names again.
    const isNext =
      pseudo !== undefined && fields.some((field) => field.name === pseudo || !isPseudo(field));
    if (name === undefined || isNext) break;
    const closed = before.endsWith("[") ? value.replace(/\]\s*$/, "") : value;
    fields.push({ name, value: closed.trim(), at: line.at });
  }
  return { fields, end: at };
}

/** A name on one line and its value on the next, as panels have it. */
function readPairs(
  lines: readonly Line[],
  from: number,
): { readonly fields: HeaderField[]; readonly end: number } {
  const fields: HeaderField[] = [];
  let at = from;
  for (; at + 1 < lines.length; at += 2) {
    const [line, next] = [lines[at] as Line, lines[at + 1] as Line];
    const [, name] = line.text.length > LONGEST ? [] : (NAME_ALONE.exec(line.text.trim()) ?? []);
    if (name === undefined || isBlank(next)) break;
    fields.push({ name, value: next.text.trim(), at: line.at });
  }
  return { fields, end: at };
}

/** Times and counters differ from line to line. */
function shape(text: string): string {
  return text.replace(/\d/g, "0");
}

function isPseudo({ name }: HeaderField): boolean {
  return name.startsWith(":");
}

/** RFC 9113 §8.3: they come before all others, though a panel may sort them. */
function pseudoFirst(fields: readonly HeaderField[]): HeaderField[] {
  return [...fields.filter(isPseudo), ...fields.filter((field) => !isPseudo(field))];
}
