import type { Span } from "../../bytes/span.ts";
import { invalidUtf8At } from "../../bytes/utf8.ts";
import type { Head } from "../../http/head.ts";
import { defineFinding, type Example } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { offset, quote } from "../words.ts";

const MOST = 50;

export default defineFinding({
  code: "bits-in-header-value",
  doubtedBy: ["charset", "replaced-bytes", "redacted"],
  detect: ({ heads }) =>
    heads.flatMap(({ in: place, bytes, head, hasHighBytes, generation }) =>
      hasHighBytes
        ? brokenLines(bytes, head).map(({ line, at }) => ({
            in: place,
            span: [at, line[1]] as const,
            line,
            at,
            bytes,
            // Nobody decodes a status line.
            isTold: place === "response" ? line !== head.startLine : generation === "hixie-76",
          }))
        : [],
    ),
  // HTTP lets other bytes pass as they are; draft 75 does not speak of them in a request, nor 76 in a status line.
  level: ({ isTold }, rules) => (rules === "hixie" && isTold ? "error" : "warning"),
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 step 40",
    byKey: "RFC 9110 §5.5",
  }),
  title: () => "A line of the head is not UTF-8",
  why: ({ bytes, line, at, isTold }, rules) =>
    `${quote(bytes, line)} stops being UTF-8 at offset ${offset(at)}. ${
      rules === "by-key" || !isTold
        ? "HTTP lets bytes of any kind pass there, but libraries that decode them as UTF-8 throw, and others read other characters."
        : "The text of a handshake is UTF-8, and a side that cannot decode a field gives up."
    }`,
  fix: () =>
    "Keep fields to ASCII: escape other characters (%XX in a URL or cookie), and encode what you must send as UTF-8, not Latin-1 or Windows-1252.",
});

/** Lines in which UTF-8 breaks, and where. No sequence can go over a line end, so line by line is the same as all at once. */
function brokenLines(bytes: Uint8Array, head: Head): { line: Span; at: number }[] {
  const lines = [head.startLine, ...head.fields.map(({ line }) => line), ...head.notFields];
  const broken: { line: Span; at: number }[] = [];
  for (const line of lines) {
    const at = invalidUtf8At(bytes.subarray(...line));
    if (at !== null) broken.push({ line, at: line[0] + at });
  }
  return broken.sort((a, b) => a.at - b.at).slice(0, MOST);
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Cookie: name=Ren\xe9\r\nOrigin:"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Cookie: name=Ren\xc3\xa9\r\nOrigin:"));
