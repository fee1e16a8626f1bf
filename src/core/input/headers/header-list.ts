/**
 * A head that is put together again from names and values, which is all that panels, HAR files and programs keep: the request line
 * from an address, the fields in the order in which they were shown.
 */
import { latin1 } from "../../bytes/ascii.ts";
import type { Loss } from "../conversation.ts";
import type { DraftMessage, LinePlace } from "../finish.ts";
import type { Choice } from "../format.ts";
import { encode, isAscii } from "../losses/charset.ts";
import { redaction } from "../losses/redacted.ts";
import type { Side } from "../text/message-text.ts";

export interface HeaderField {
  readonly name: string;
  readonly value: string;
  /** Where it stands in the paste, or null. */
  readonly at: number | null;
  /** The line as it is sent, where the format has it. */
  readonly line?: string;
}

export interface HeaderList {
  readonly side: Side;
  /** Null: not in the paste, and a common one is put there. */
  readonly startLine: string | null;
  readonly fields: readonly HeaderField[];
  /** key3 or the digest, where the format shows them as bytes. */
  readonly body: Uint8Array | null;
  /** What this format does to every head. */
  readonly lost: readonly Omit<Loss, "in">[];
}

const COMMON = {
  request: "GET / HTTP/1.1",
  response: "HTTP/1.1 101 Switching Protocols",
} as const;

/** The head as bytes, each line ended by CRLF. */
export function draftOf(
  { side, startLine, fields, body, lost: said }: HeaderList,
  choice: Choice,
): DraftMessage {
  const at = fields[0]?.at ?? null;
  const lost: Loss[] = said.map((loss) => ({ ...loss, in: side }));
  const add = (what: Loss["what"], place: number | null, note: string) =>
    lost.push({ what, in: side, at: place, note });
  if (startLine === null) {
    const kind = side === "request" ? "request" : "status";
    add("start-line", at, `The paste has no ${kind} line, so "${COMMON[side]}" was put there.`);
  }
  let binary = `${encodeAs(startLine ?? COMMON[side], choice)}\r\n`;
  const lines: LinePlace[] = [];
  for (const field of fields) {
    const { name, value } = field;
    if (field.at !== null) lines.push({ inHead: binary.length, inText: field.at });
    if (!isAscii(value) && !choice.charset && !lost.some(({ what }) => what === "charset")) {
      add(
        "charset",
        field.at,
        "A header has characters above U+007F; they were taken to be utf-8 on the wire.",
      );
    }
    const note = redaction(name, value);
    if (note) add("redacted", field.at, note);
    binary += `${encodeAs(field.line ?? `${name}: ${value}`, choice)}\r\n`;
  }
  return { head: latin1(`${binary}\r\n`), body, lost, lines };
}

function encodeAs(text: string, { charset = "utf-8" }: Choice): string {
  // A line end in a value would begin another field.
  const line = text.replace(/[\r\n]+/g, " ");
  return encode(line, charset) ?? (encode(line, "utf-8") as string);
}

export interface Address {
  readonly host: string;
  /** Path and query, as they stand in a request line. */
  readonly target: string;
  readonly secure: boolean;
}

const URL = /^(wss?|https?):\/\/([^/?#\s]+)([^#\s]*)/i;

/** The parts of a ws:, wss:, http: or https: address, or null. A fragment is never sent. */
export function readAddress(text: string): Address | null {
  const match = URL.exec(text.trim());
  if (!match) return null;
  const [, scheme = "", authority = "", rest = ""] = match;
  const target = rest.startsWith("/") ? rest : `/${rest}`;
  return {
    host: authority.slice(authority.lastIndexOf("@") + 1),
    target,
    secure: /s$/i.test(scheme),
  };
}
