import { hex } from "../../bytes/hex.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftRequest } from "../example.ts";
import { lossOf } from "../facts.ts";
import { count } from "../words.ts";

export default defineFinding({
  code: "body-not-8-bytes",
  level: "error",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count", "charset", "replaced-bytes"],
  detect: ({ request, conversation }) => {
    if (!request?.refusals.includes("body-not-8-bytes")) return NONE;
    if (lossOf(conversation, "request", ["key3"])) return NONE;
    const { bytes, head } = request;
    if (head.end === null) return NONE;
    const span: Span = [head.end, bytes.length];
    return [{ in: "request" as const, span, body: bytes.subarray(...span) }];
  },
  title: ({ body }) =>
    `Behind the head ${body.length === 1 ? "is" : "are"} ${count(body.length, "byte")} instead of eight`,
  why: ({ body }) =>
    `Behind the empty line stand ${hex(body, " ")}: ${count(body.length, "byte")}. key3 is eight bytes of any values, CR, LF and NUL among them. A server that goes on with fewer computes another digest.`,
  fix: () =>
    "Count bytes, not characters, and read until there are eight. In the client, write head and key3 at once. In the server, keep the body away from text functions: trim, readLine, strlen and regular expressions stop at bytes that are part of it.",
});

export const example: Example = () => draftRequest((text) => text.slice(0, -1));

export const counterExample: Example = () => draftRequest();

export const reports = ["https://github.com/igrigorik/em-websocket/issues/38"];
