import { isGraphic } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { splitStartLine } from "../facts/start-line.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "target-not-escaped",
  section: { hixie: "hybi-00 §5.1", byKey: "RFC 6455 §4.2.1 item 1; RFC 9112 §3.2" },
  doubtedBy: ["start-line", "charset", "replaced-bytes", "redacted"],
  detect: ({ request }) => {
    if (!request || request.generation === "unknown") return NONE;
    const { bytes, head, resource, refusals } = request;
    if (refusals.includes("target-not-escaped")) {
      return [
        { in: "request" as const, span: oddByte(bytes, head.startLine), bytes, refused: true },
      ];
    }
    // A space in the name cuts it short: what follows is then no HTTP version.
    if (resource === null) return NONE;
    const [, , rest] = splitStartLine(bytes, head.startLine);
    if (bytes.subarray(...rest).indexOf(0x20) < 0) return NONE;
    return [{ in: "request" as const, span: rest, bytes, refused: false }];
  },
  level: ({ refused }) => (refused ? "error" : "warning"),
  title: ({ refused }) =>
    refused
      ? "The resource name holds a byte that must be escaped"
      : "The resource name seems to hold a space",
  why: ({ bytes, span, refused }) =>
    refused
      ? `${quote(bytes, span)} stands in the resource name. Only U+0021 to U+007E may; everything else is written as %XX.`
      : `Behind the resource name, where “HTTP/1.1” is expected, stands ${quote(bytes, span)}. A server of this draft ends the name at the first space and goes on with a shorter one; stricter servers refuse the line.`,
  fix: () =>
    "Escape what you put into the URL: encodeURIComponent(name) in JavaScript, rawurlencode in PHP, urllib.parse.quote in Python.",
});

/** The first byte behind the method that may not stand in a resource name. */
function oddByte(bytes: Uint8Array, line: Span): Span {
  const [, [start, end]] = splitStartLine(bytes, line);
  let at = start;
  while (at < end && isGraphic(bytes[at] as number)) at += 1;
  return [at, at + 1];
}

export const example: Example = () => draftRequest((text) => text.replace("/demo", "/d\xe9mo"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("/demo", "/d%C3%A9mo"));

export const reports = ["https://github.com/igrigorik/em-websocket/issues/38"];
