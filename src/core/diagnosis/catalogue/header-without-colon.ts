import { COLON, LF, SP, TAB } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { isName } from "../../hixie76/request.ts";
import type { Head } from "../../http/head.ts";
import { isToken } from "../../http/list.ts";
import { isByKey } from "../compare/by-key.ts";
import { defineFinding, type Example } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { http2Head } from "../facts/http2-facts.ts";
import { quote } from "../words.ts";

/** A paste of megabytes need not be listed line by line. */
const MOST = 50;

export default defineFinding({
  code: "header-without-colon",
  doubtedBy: ["line-endings", "start-line", "cut", "charset", "redacted"],
  detect: ({ heads, generation }) =>
    heads.flatMap(({ in: place, bytes, head, generation: own }) =>
      brokenLines(bytes, head, own === "hixie-76" ? isName : isToken).map((span) => ({
        in: place,
        span,
        bytes,
        fault: faultOf(bytes, span),
        // §4.1 steps 33–34 let a client read any name that is not empty and ends with its colon.
        // Browsers of later versions pass all such lines over.
        tolerated:
          place === "response" &&
          (isByKey(generation) || (bytes[span[0]] !== COLON && bytes[span[1]] === COLON)),
      })),
    ),
  level: ({ tolerated }) => (tolerated ? "warning" : "error"),
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §1.2, §5.1" : "hybi-00 §4.1 steps 33–34",
    byKey: "RFC 9112 §5",
  }),
  title: ({ fault }) => TITLES[fault],
  why: ({ bytes, span, fault }, rules) =>
    `${quote(bytes, span)} ${REASONS[fault]} Each line of the head is a name of ${rules === "hixie" ? "U+0021 to U+007E" : "letters, digits and ! # $ % & ' * + - . ^ _ ` | ~"}, a colon, an optional space and a value.`,
  fix: ({ fault }) =>
    fault === "folded"
      ? "Write the value on one line. HTTP once allowed long fields to be folded; WebSocket never did."
      : "Mend the line or take it out. Output of another part of the program (a warning, a log line) that slipped into the head looks like this.",
});

function brokenLines(bytes: Uint8Array, head: Head, isNamed: typeof isToken): Span[] {
  const { fields, notFields, end } = head;
  // In HTTP/2 names may begin with a colon.
  const isHttp2 = notFields.length > 0 && http2Head({ bytes, head }) !== null;
  const spans = notFields.filter(([start]) => !isHttp2 || bytes[start] !== COLON);
  for (const { name } of fields) if (!isNamed(bytes, name)) spans.push(name);
  if (spans.length === 0) return spans;
  // What follows the last line end of a head without an end may be a digest.
  const lastLine = end ?? bytes.lastIndexOf(LF) + 1;
  return spans
    .filter(([start]) => start < lastLine)
    .sort((a, b) => a[0] - b[0])
    .slice(0, MOST);
}

type Fault = "folded" | "no-colon" | "empty-name" | "odd-name";

const TITLES: Readonly<Record<Fault, string>> = {
  folded: "A field is folded over two lines",
  "no-colon": "A line has no colon",
  "empty-name": "A field has no name",
  "odd-name": "A field name holds a character that no name may hold",
};

const REASONS: Readonly<Record<Fault, string>> = {
  folded: "begins with white space, as if it went on from the line above.",
  "no-colon": "has no colon.",
  "empty-name": "begins with its colon.",
  "odd-name": "is no field name.",
};

function faultOf(bytes: Uint8Array, [start, end]: Span): Fault {
  const first = bytes[start];
  if (first === SP || first === TAB) return "folded";
  if (first === COLON) return "empty-name";
  // A name ends where its colon stands; a line without one ends at its CR or LF.
  return bytes[end] === COLON ? "odd-name" : "no-colon";
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Upgrade: Web", "Upgrade Web"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Upgrade: Web", "Upgrade:Web"));
