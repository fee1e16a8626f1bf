/**
 * The wire log of Apache's HttpClient: `>> "GET / HTTP/1.1[\r][\n]"`, a line of the head or a piece of what stands behind it in quotes,
 * behind an arrow for its direction; what cannot be printed is in brackets, by name or in hex. Where somebody took the arrows off,
 * start lines tell the direction.
 */
import { latin1 } from "../bytes/ascii.ts";
import { encode } from "./charset.ts";
import type { Format } from "./format.ts";
import { joinBytes } from "./join-bytes.ts";
import type { Line } from "./lines.ts";
import { readStreams } from "./wire.ts";

const ROW = /(>>|<<) "(.*)"\s*$/;
const BARE_ROW = /^\s*"?(.*\[\\n\])"?\s*$/;
const STARTS = { request: /^[A-Z]+ \S+ HTTP\//, response: /^HTTP\// } as const;
const ESCAPE = /\[(?:\\([rnt])|0x([0-9a-f]{1,2}))\]/gi;
const NAMED: Record<string, string> = { r: "\r", n: "\n", t: "\t" };

export const wireLog: Format = {
  id: "wire-log",
  name: "HttpClient wire log",
  detect: ({ text }) =>
    /(?:>>|<<) "[^\n]*\[\\n\]"/.test(text) || /HTTP\/[^\n]*\[\\r\]\[\\n\]"?\s*$/m.test(text),
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
  let isSent = true;
  return lines.flatMap(({ text }) => {
    const [, shown] = BARE_ROW.exec(text) ?? [];
    if (shown === undefined) return [];
    if (STARTS.request.test(shown)) isSent = true;
    if (STARTS.response.test(shown)) isSent = false;
    return [{ isSent, bytes: bytesOf(shown) }];
  });
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
