/**
 * `curl --trace` and `--trace-ascii`: sections that say who sent how many bytes, with rows that begin with an offset. The first shows
 * every byte; the second has a row for each line, and the offset of the next row tells whether CRLF stood between them.
 */
import type { Conversation } from "../conversation.ts";
import { readDumps } from "../dumps/dump.ts";
import { findRows } from "../dumps/dump-rows.ts";
import type { Choice, Format, Pasted } from "../format.ts";
import { dropStart, type Line } from "../text/lines.ts";
import { readText } from "../text/text-conversations.ts";
import { joinBytes } from "../wire/join-bytes.ts";
import { readStreams } from "../wire/wire.ts";

const SECTION = /(=>|<=) (?:Send|Recv) (header|data|SSL data), (\d+) bytes/;
const INFO = /^(?:\S+ )?(?:\[\S+\] )?== Info:/;
const ROW = /^([0-9a-f]{4,8}): /;
const HEX_ROW = /^[0-9a-f]{4,8}: (?:[0-9a-f]{2} ){1,16}/;

interface Section {
  readonly isSent: boolean;
  readonly length: number;
  readonly rows: Line[];
}

export const curlTrace: Format = {
  id: "curl-trace",
  name: "curl --trace",
  detect: ({ text }) => SECTION.test(text),
  read: (pasted, choice) => {
    const sections = readSections(pasted);
    const rows = sections.flatMap((section) => section.rows);
    return rows.every(({ text }) => HEX_ROW.test(text))
      ? readHex(sections)
      : readAscii(sections, choice);
  },
};

function readSections({ lines }: Pasted): Section[] {
  const sections: Section[] = [];
  let open: Section | null = null;
  for (const line of lines) {
    const header = line.text.length < 200 ? SECTION.exec(line.text) : null;
    if (header) {
      open = { isSent: header[1] === "=>", length: Number(header[3]), rows: [] };
      if (header[2] !== "SSL data") sections.push(open);
    } else if (INFO.test(line.text)) {
      open = null;
    } else if (open && ROW.test(line.text)) {
      open.rows.push(line);
    }
  }
  return sections;
}

function readHex(sections: readonly Section[]): Conversation[] {
  const bytes = (isSent: boolean) =>
    joinBytes(
      sections
        .filter((section) => section.isSent === isSent)
        .flatMap(({ rows, length }) =>
          readDumps(findRows(rows)).map((dump) => dump.bytes.subarray(0, length)),
        ),
    );
  return readStreams({ bytes: bytes(true) }, { bytes: bytes(false) }, curlTrace.name);
}

function readAscii(sections: readonly Section[], choice: Choice): Conversation[] {
  const lines = sections.flatMap(linesOf);
  return readText(lines, { format: curlTrace.name, choice, dots: true, spacesKept: true });
}

function linesOf({ rows, length }: Section): Line[] {
  const lines: Line[] = [];
  rows.forEach((row, index) => {
    const header = ROW.exec(row.text) as RegExpExecArray;
    const offset = Number.parseInt(header[1] as string, 16);
    const next = rows[index + 1];
    const nextOffset = next ? Number.parseInt(ROW.exec(next.text)?.[1] as string, 16) : length;
    const line = dropStart(row, header[0].length);
    const isEnded = nextOffset - offset - line.text.length === 2;
    const open = lines.at(-1);
    const end = isEnded ? "\r\n" : "";
    if (open?.end === "") lines[lines.length - 1] = { ...open, text: open.text + line.text, end };
    else lines.push({ ...line, end });
  });
  return lines;
}
