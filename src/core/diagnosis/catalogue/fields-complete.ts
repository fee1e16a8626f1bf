import type { Span } from "../../bytes/span.ts";
import { isByKey, valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import type { RequestFacts } from "../facts/request-facts.ts";
import { quote } from "../words.ts";

const ABOUT_FIELDS = [
  "upgrade-not-websocket",
  "connection-not-upgrade",
  "connection-is-a-list",
  "host-missing",
  "host-invalid",
  "origin-missing-in-request",
  "subprotocol-invalid",
  "key-missing-or-repeated",
];

export default defineFinding({
  code: "fields-complete",
  level: "good",
  section: { hixie: "hybi-00 §5.1", byKey: "RFC 6455 §4.2.1" },
  detect: ({ request }) => {
    const fields = request && fieldsOf(request);
    if (!fields) return NONE;
    const { bytes } = request;
    const values: string[] = [];
    const missing: string[] = [];
    for (const { name, span } of fields) {
      if (span) values.push(`${name} ${quote(bytes, span)}`);
      else missing.push(`no ${name}`);
    }
    return [{ in: "request" as const, span: null, text: [...values, ...missing].join(", ") }];
  },
  title: () => "All fields are there",
  why: ({ text }, rules) =>
    rules === "hixie"
      ? `Upgrade, Connection, both keys, ${text}.`
      : `Upgrade, Connection, ${text}.`,
  fix: () => "Nothing to do.",
});

interface Named {
  readonly name: string;
  readonly span: Span | null;
}

/** What is told of them; null when one of those that must be there is not in order. */
function fieldsOf(request: RequestFacts): readonly Named[] | null {
  const { bytes, head, generation, refusals, host, origin, subprotocol } = request;
  if (isByKey(generation)) {
    if (refusals.length > 0) return null;
    const first = (name: string): Span | null => valuesIn(bytes, head, name)[0] ?? null;
    return [
      { name: "key", span: first("sec-websocket-key") },
      { name: "version", span: first("sec-websocket-version") },
      { name: "Host", span: first("host") },
      { name: "Origin", span: first("origin") ?? first("sec-websocket-origin") },
      { name: "subprotocol", span: first("sec-websocket-protocol") },
      { name: "extension", span: first("sec-websocket-extensions") },
    ];
  }
  if (host === null || origin === null) return null;
  if (ABOUT_FIELDS.some((code) => refusals.includes(code))) return null;
  return [
    { name: "Host", span: host },
    { name: "Origin", span: origin },
    { name: "subprotocol", span: subprotocol },
  ];
}

export const example: Example = () => draftRequest();

export const counterExample: Example = () => draftRequest((text) => text.replace("Host:", "Hist:"));
