import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import { length, type Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";

const NAMES = [
  "Upgrade",
  "Connection",
  "Sec-WebSocket-Origin",
  "Sec-WebSocket-Location",
  "Sec-WebSocket-Protocol",
  "Sec-WebSocket-Key1",
  "Sec-WebSocket-Key2",
];

/** Most names are told apart by their length. */
const BY_LENGTH = new Map(
  NAMES.map(({ length }) => [
    length,
    NAMES.filter((name) => name.length === length).map((name) => ({
      name,
      lowerCase: name.toLowerCase(),
    })),
  ]),
);

export default defineFinding({
  code: "header-name-case",
  level: "info",
  section: "hybi-00 §1.2",
  detect: ({ heads }) =>
    heads.flatMap(({ in: place, bytes, head, generation }) => {
      if (generation !== "hixie-76") return [];
      const span = head.fields.find(({ name }) => isOtherwiseWritten(bytes, name))?.name;
      return span ? [{ in: place, span, seen: textOf(bytes, span) }] : [];
    }),
  title: () => "Field names are written in another case than the draft's",
  why: ({ seen, in: place }) =>
    `“${seen}”, for one. Names are compared without regard to case, so this is right. A few ${place === "request" ? "servers" : "clients"} look for the draft's own spelling, and find nothing.`,
  fix: () =>
    "Nothing to do, unless the other side is such a one: then write names as the draft does.",
});

function isOtherwiseWritten(bytes: Uint8Array, name: Span): boolean {
  for (const known of BY_LENGTH.get(length(name)) ?? NONE) {
    if (equalsIgnoringCase(bytes, name, known.lowerCase)) return !spells(bytes, name, known.name);
  }
  return false;
}

function spells(bytes: Uint8Array, [start]: Span, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[start + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

export const example: Example = () =>
  draftExchange((text) => text.replace("Sec-WebSocket-Origin", "Sec-Websocket-Origin"));

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/ninenines/cowboy/pull/262",
  "https://github.com/TooTallNate/Java-WebSocket",
];
