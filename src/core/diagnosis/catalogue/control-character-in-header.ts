import { TAB } from "../../bytes/ascii.ts";
import { hexByte } from "../../bytes/hex.ts";
import { contains } from "../../bytes/span.ts";
import type { Head } from "../../http/head.ts";
import { defineFinding, type Example } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { offset, quote } from "../words.ts";

export default defineFinding({
  code: "control-character-in-header",
  section: { hixie: "hybi-00 §1.2", byKey: "RFC 9110 §5.5" },
  doubtedBy: ["charset", "replaced-bytes"],
  detect: ({ heads }) =>
    heads.flatMap(({ in: place, bytes, head, controls }) =>
      firstOfEachLine(head, controls).map(({ line, at }) => ({
        in: place,
        span: [at, at + 1] as const,
        line,
        at,
        byte: bytes[at] as number,
        bytes,
      })),
    ),
  // RFC 9110 has no NUL in a value, and browsers fail over one in an answer.
  level: ({ byte, in: place }, rules) =>
    byte === TAB
      ? "info"
      : byte === 0 && place === "response" && rules === "by-key"
        ? "error"
        : "warning",
  title: ({ byte }) =>
    byte === TAB
      ? "A line of the head holds a tab"
      : "A line of the head holds a control character",
  why: ({ bytes, line, at, byte }, rules) =>
    `At offset ${offset(at)} stands ${hexByte(byte).toUpperCase()}, in ${quote(bytes, line)}. ${rules === "hixie" ? "The draft's grammar lets it pass; many HTTP parsers do not" : byte === TAB ? "Within a value a tab counts as a space; some parsers refuse it" : "HTTP lets none stand in a head"}${byte === TAB ? ", and some count a tab as a space, which changes a key" : ", and a NUL ends the line for those written in C"}.`,
  fix: () => "Take it out of the value, or escape it (%09 in a URL or cookie).",
});

/** One for each line, so that a line of them is one finding. */
function firstOfEachLine(head: Head, controls: readonly number[]) {
  if (controls.length === 0) return [];
  const lines = [head.startLine, ...head.fields.map(({ line }) => line), ...head.notFields];
  return lines.flatMap((line) => {
    const at = controls.find((control) => contains(line, control));
    return at === undefined ? [] : [{ line, at }];
  });
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Cookie: a=\x01b\r\nOrigin:"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Cookie: a=%01b\r\nOrigin:"));

export const notJudged = "CR and LF, which have findings of their own.";
