/**
 * The wire log of Apache's HttpClient: `>> "GET / HTTP/1.1[\r][\n]"`, a line of the head or a piece of what stands behind it in quotes,
 * behind an arrow for its direction; what cannot be printed is in brackets, by name or in hex.
 */
import { latin1 } from "../bytes/ascii.ts";
import { encode } from "./charset.ts";
import type { Format } from "./format.ts";
import { joinBytes } from "./join-bytes.ts";
import { readStreams } from "./wire.ts";

const ROW = /(>>|<<) "(.*)"\s*$/;
const ESCAPE = /\[(?:\\([rnt])|0x([0-9a-f]{1,2}))\]/gi;
const NAMED: Record<string, string> = { r: "\r", n: "\n", t: "\t" };

export const wireLog: Format = {
  id: "wire-log",
  name: "HttpClient wire log",
  detect: ({ text }) => /(?:>>|<<) "[^\n]*\[\\n\]"/.test(text),
  read: ({ lines }) => {
    const rows = lines.flatMap(({ text }) => {
      const [, arrow, shown = ""] = ROW.exec(text) ?? [];
      return arrow === undefined ? [] : [{ isSent: arrow === ">>", bytes: bytesOf(shown) }];
    });
    const bytes = (isSent: boolean) =>
      joinBytes(rows.filter((row) => row.isSent === isSent).map((row) => row.bytes));
    return readStreams({ bytes: bytes(true) }, { bytes: bytes(false) }, wireLog.name);
  },
};

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
