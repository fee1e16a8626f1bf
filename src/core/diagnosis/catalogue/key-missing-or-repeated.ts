import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";

export default defineFinding({
  code: "key-missing-or-repeated",
  level: "error",
  section: "hybi-00 §5.1, Sec-WebSocket-Key1 and -Key2",
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("key-missing-or-repeated")) return NONE;
    const found: { in: "request"; span: Span | null; name: string; times: number }[] = [];
    for (const [name, fields] of [
      ["Sec-WebSocket-Key1", request.key1s],
      ["Sec-WebSocket-Key2", request.key2s],
    ] as const) {
      if (fields.length === 1) continue;
      // The first is in order; it is the second that should not be there.
      found.push({ in: "request", span: fields[1]?.line ?? null, name, times: fields.length });
    }
    return found;
  },
  title: ({ name, times }) => (times === 0 ? `${name} is missing` : `${name} comes ${times} times`),
  why: ({ name, times }) =>
    times === 0
      ? `The request has one numbered key, but no ${name}. Both are needed: each gives four bytes of the challenge. Several servers take such a request for hixie-75 and read the eight bytes behind it as a frame.`
      : `${name} stands in the head ${times} times. It must come once: servers disagree on whether the first counts, the last, or all of them joined with commas.`,
  fix: ({ times }) =>
    times === 0
      ? "Let the client send both keys. If it does, look for a proxy or a parser on the way that drops fields it does not know."
      : "Let the client send it once, and look for a proxy that adds fields a second time.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace(/Sec-WebSocket-Key2: .*\r\n/, ""));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Sec-WebSocket-Key2", "sec-websocket-key2"));
