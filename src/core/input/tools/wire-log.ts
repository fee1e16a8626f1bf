/**
 * The wire log of Apache's HttpClient: `>> "GET / HTTP/1.1[\r][\n]"`, a line of the head or a piece of what stands behind it in quotes,
 * behind an arrow for its direction; what cannot be printed is in brackets, by name or in hex. Where somebody took the arrows off,
 * start lines tell the direction.
 */
import { latin1 } from "../../bytes/ascii.ts";
import type { Format } from "../format.ts";
import { encode } from "../losses/charset.ts";
import type { Line } from "../text/lines.ts";
import type { Side } from "../text/message-text.ts";
import { joinBytes } from "../wire/join-bytes.ts";
import { readStreams } from "../wire/wire.ts";

const ROW = /(>>|<<) "(.*)"\s*$/;
/** Without an arrow: in quotes, or beginning the line; what stands behind a head has quotes and no line end. */
const BARE_ROW = /^(?:[^"]*\s)?"(.*\[\\n\])"\s*$|^(\S.*\[\\n\])\s*$/;
const BARE_BYTES = /^(?:[^"]*\s)?"(.*)"\s*$/;
const BLANK = "[\\r][\\n]";
const SIDES = ["request", "response"] as const;
const STARTS = { request: /^[A-Z]+ \S+ HTTP\//, response: /^HTTP\// } as const;
const ESCAPE = /\[(?:\\([rnt])|0x([0-9a-f]{1,2}))\]/gi;
const NAMED: Record<string, string> = { r: "\r", n: "\n", t: "\t" };

export const wireLog: Format = {
  id: "wire-log",
  name: "HttpClient wire log",
  detect: ({ text }) =>
    text.includes("[\\n]") &&
    (/(?:>>|<<) "[^\n]{0,4096}\[\\n\]"/.test(text) ||
      /HTTP\/[^\n]{0,4096}\[\\r\]\[\\n\]"?[ \t\r]*$/m.test(text)),
  read: ({ lines }) => {
    const rows = rowsWithArrows(lines) ?? bareRows(lines);
    const bytes = (isSent: boolean) =>
      joinBytes(rows.filter((row) => row.isSent === isSent).map((row) => row.bytes));
    return readStreams({ bytes: bytes(true) }, { bytes: bytes(false) }, wireLog.name);
  },
};

interface Row {
  readonly isSent: boolean;
  readonly bytes: Uint8Array;
}

/** Null when there is none. */
function rowsWithArrows(lines: readonly Line[]): readonly Row[] | null {
  const rows = lines.flatMap(({ text }) => {
    const [, arrow, shown = ""] = ROW.exec(text) ?? [];
    return arrow === undefined ? [] : [{ isSent: arrow === ">>", bytes: bytesOf(shown) }];
  });
  return rows.length > 0 ? rows : null;
}

function bareRows(lines: readonly Line[]): readonly Row[] {
  const rows: Row[] = [];
  let isSent = true;
  let isHeadOver = false;
  for (const { text } of lines) {
    const [, quoted, plain] = BARE_ROW.exec(text) ?? [];
    const shown: string | undefined =
      quoted ?? plain ?? (isHeadOver ? BARE_BYTES.exec(text)?.[1] : undefined);
    if (shown === undefined) continue;
    const starts: Side | undefined = SIDES.find((side) => STARTS[side].test(shown));
    if (!starts && rows.length === 0) continue;
    if (starts) isSent = starts === "request";
    isHeadOver = shown === BLANK || (isHeadOver && !starts);
    rows.push({ isSent, bytes: bytesOf(shown) });
  }
  return rows;
}

function bytesOf(shown: string): Uint8Array {
  const binary = encode(shown, "utf-8") as string;
  return latin1(
    binary.replace(ESCAPE, (_, name: string | undefined, digits: string | undefined) =>
      name === undefined
        ? String.fromCharCode(Number.parseInt(digits as string, 16))
        : (NAMED[name.toLowerCase()] as string),
    ),
  );
}
