import { length, type Span } from "../../bytes/span.ts";
import { findAll } from "../../hixie76/request.ts";
import type { Field } from "../../http/head.ts";
import { isByKey } from "../compare/by-key.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import type { MessageHead } from "../facts/facts.ts";
import { quote } from "../words.ts";

/** From hybi-04 on Connection and Sec-WebSocket-Extensions are lists, which may be spread over several fields; of an offer the subprotocols too. */
const ONCE_BY_KEY = {
  request: ["host", "origin", "sec-websocket-key", "sec-websocket-version"],
  response: ["sec-websocket-accept", "sec-websocket-protocol"],
} as const;

const ONCE = {
  request: ["host", "origin", "upgrade", "connection", "sec-websocket-protocol"],
  response: [
    "upgrade",
    "connection",
    "sec-websocket-origin",
    "sec-websocket-location",
    "sec-websocket-protocol",
    "websocket-origin",
    "websocket-location",
    "websocket-protocol",
    "sec-websocket-accept",
  ],
} as const;

export default defineFinding({
  code: "header-repeated",
  doubtedBy: ["headers-merged"],
  detect: ({ heads, request }) =>
    heads.flatMap((message) => {
      const generation = request ? request.generation : message.generation;
      if (isByKey(generation)) return repeatedIn(message, ONCE_BY_KEY[message.in], true);
      if (message.in === "request" && !request?.numberedKeys) return [];
      return repeatedIn(message, ONCE[message.in], false);
    }),
  // From hybi-04 on either side has to fail over those that stand once; an origin is the server's own affair.
  level: ({ isByKey, isEmpty, in: place, lowerCaseName }) =>
    (isByKey && lowerCaseName !== "origin") || (isEmpty && place === "response")
      ? "error"
      : "warning",
  section: ({ in: place, isByKey }) =>
    isByKey ? "RFC 6455 §11.3" : place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 step 41",
  title: ({ bytes, name }) => `The field ${quote(bytes, name)} comes more than once`,
  why: ({ bytes, value, first, in: place, isByKey, isEmpty }) =>
    `Here it says ${quote(bytes, value)}, before it said ${quote(bytes, first)}. ${
      isByKey
        ? place === "request"
          ? "It may stand there once. Servers answer 400, or join both with a comma and then read neither."
          : "It may stand there once, even when both say the same; browsers fail the connection over the second."
        : place === "request"
          ? "The draft expects one. The reference goes by the first; other servers take the last, or join them with a comma and then find neither."
          : `A client of the draft fails unless there is exactly one. WebKit let it pass and went by the first${isEmpty ? ", but fails over one that is empty" : ""}.`
    }`,
  fix: () =>
    "Find out who adds the second one: program, framework, or a proxy that sets the field without removing what was there (nginx: proxy_set_header; HAProxy: http-request set-header instead of add-header).",
});

interface Repeated extends Occurrence {
  readonly bytes: Uint8Array;
  readonly name: Span;
  readonly value: Span;
  /** What the first of them says. */
  readonly first: Span;
  readonly isByKey: boolean;
  readonly isEmpty: boolean;
  readonly lowerCaseName: string;
}

function repeatedIn(
  { in: place, bytes, head }: MessageHead,
  names: readonly string[],
  isByKey: boolean,
): readonly Repeated[] {
  const found: Repeated[] = [];
  for (const lowerCaseName of names) {
    const all = findAll(bytes, head.fields, lowerCaseName);
    for (const { line, name, value } of all.slice(1)) {
      const first = (all[0] as Field).value;
      const isEmpty = length(value) === 0;
      found.push({
        in: place,
        span: line,
        bytes,
        name,
        value,
        first,
        isByKey,
        isEmpty,
        lowerCaseName,
      });
    }
  }
  return found;
}

export const example: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Host: other.example\r\nOrigin:"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Origin:", "Cookie: a=b\r\nCookie: c=d\r\nOrigin:"));

export const reports = ["https://github.com/stomp-js/ng2-stompjs/issues/16"];

export const notJudged =
  "Cookie and other fields that may come more than once, and Upgrade of later versions, which has a finding of its own.";
