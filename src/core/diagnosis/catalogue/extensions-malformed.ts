import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import {
  answeredExtensions,
  type ExtensionsIn,
  offeredExtensions,
} from "../facts/extension-facts.ts";
import { extensionExchange } from "../rfc-example.ts";
import { offset, quote } from "../words.ts";

interface Broken extends Occurrence {
  readonly in: "request" | "response";
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly span: Span;
  readonly isEmpty: boolean;
}

export default defineFinding({
  code: "extensions-malformed",
  level: "error",
  section: "RFC 6455 §9.1",
  doubtedBy: ["redacted", "cut", "charset", "replaced-bytes", "headers-merged"],
  detect: (facts) => [
    ...brokenIn(offeredExtensions(facts.request)),
    ...brokenIn(answeredExtensions(facts)),
  ],
  title: ({ isEmpty }) =>
    isEmpty
      ? "Sec-WebSocket-Extensions has an empty element"
      : "Sec-WebSocket-Extensions cannot be read",
  why: ({ bytes, at, span, isEmpty }) =>
    isEmpty
      ? `Between two commas, or at an end of the list, nothing stands (byte ${offset(at)}). Lists of HTTP may have such gaps; Chromium says “rejected by the parser” and fails.`
      : `The grammar breaks at byte ${offset(at)}, ${span[0] === span[1] ? "where something is missing" : `at ${quote(bytes, span)}`}. An extension is a token; behind each “;” stands a parameter, a token, and behind its “=” a token, in quotes or not. Who receives anything else fails the connection.`,
  fix: () =>
    "Write it as “permessage-deflate; server_max_window_bits=10”: commas between extensions, semicolons between parameters, nothing empty, and no field at all when there is no extension. Values in quotes hold a token and nothing else.",
});

function brokenIn(list: ExtensionsIn | null): Broken[] {
  const at = list && (list.brokenAt ?? (list.in === "response" ? list.emptyAt : null));
  if (!list || at === null) return [];
  const { in: place, bytes, brokenAt } = list;
  const isAtEnd = bytes[at] === undefined || bytes[at] === 0x0d || bytes[at] === 0x0a;
  const span: Span = [at, isAtEnd ? at : at + 1];
  return [{ in: place, bytes, at, span, isEmpty: brokenAt === null }];
}

export const example: Example = () =>
  extensionExchange("permessage-deflate; client_max_window_bits", "permessage-deflate;;");

export const counterExample: Example = () =>
  extensionExchange(
    "permessage-deflate; client_max_window_bits",
    'permessage-deflate; client_max_window_bits="12"',
  );

export const notJudged =
  "Empty elements of an offer, which servers have to pass over, and mostly do.";
