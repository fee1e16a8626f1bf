import type { Span } from "../../bytes/span.ts";
import { isByKey } from "../compare/by-key.ts";
import { defineFinding, type Example, type Occurrence } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { textOf } from "../facts/header-words.ts";

export default defineFinding({
  code: "http10",
  doubtedBy: ["start-line"],
  detect: ({ request, response }): readonly SpokenBy[] => {
    const found: SpokenBy[] = [];
    if (request && request.generation !== "unknown") {
      const [, end] = request.head.startLine;
      const span: Span = [Math.max(0, end - 8), end];
      const version = textOf(request.bytes, span);
      if (/^HTTP\/(0\.\d|1\.0)$/.test(version)) {
        found.push({ in: "request", span, version, refused: request.refusals.includes("http10") });
      }
    }
    // Of refusals it tells something when the request was one that needs HTTP/1.1.
    if (response?.status === 101 || (response?.status && isByKey(request?.generation))) {
      const { status } = response;
      const [start] = response.head.startLine;
      const span: Span = [start, start + 8];
      const version = textOf(response.bytes, span);
      const refusedWith = status === 101 ? null : status;
      if (version === "HTTP/1.0") found.push({ in: "response", span, version, refusedWith });
    }
    return found;
  },
  // From hybi-04 on a handshake is a request of HTTP/1.1 or later; how the browsers of today take such an answer, `judge` says.
  level: ({ in: place, refused = false }, rules) =>
    refused ? "error" : rules === "hixie" ? "info" : place === "request" ? "error" : "warning",
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §5.1" : "hybi-00 §1.2",
    byKey: place === "request" ? "RFC 6455 §4.2.1 item 1" : "RFC 9110 §7.8",
  }),
  title: ({ in: place, version }) => `The ${place} speaks ${version}`,
  why: ({ in: place, refusedWith = null }, rules) =>
    refusedWith !== null
      ? `The server answered ${refusedWith} as HTTP/1.0, which has no Upgrade. So do servers that were made for pages alone, such as Python's http.server and wsgiref or the development server of Flask and Django, and old proxies: what answered may be unable to open a WebSocket.`
      : place === "request"
        ? `${rules === "hixie" ? "Clients of this draft write HTTP/1.1. A server of the draft does not look at it, but several do and refuse 1.0." : "HTTP/1.0 has no Upgrade: a server takes such a request for one of a page, or refuses it. No WebSocket client writes it."} It is the mark of a proxy that speaks HTTP/1.0 to its backends, as nginx does unless told otherwise.`
        : `${rules === "hixie" ? "The draft lets any version stand there, and WebKit accepted it." : "A 101 is a response of HTTP/1.1; HTTP/1.0 does not know the code."} Clients of later versions want HTTP/1.1.`,
  fix: () => "nginx:\n    proxy_http_version 1.1;\nIn a server, answer with “HTTP/1.1 101”.",
});

interface SpokenBy extends Occurrence {
  readonly version: string;
  /** By the reference: draft 75 writes its first line out, and a strict server compares it. */
  readonly refused?: boolean;
  /** The status of a response that is no 101. */
  readonly refusedWith?: number | null;
}

export const example: Example = () => draftRequest((text) => text.replace("HTTP/1.1", "HTTP/1.0"));

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/hispanico/ansible-nginx-revproxy/pull/50",
  "https://github.com/ninenines/gun/issues/59",
  "https://github.com/alganet/lint-http/pull/941",
];

export const notJudged = "What else stands for a version, which is no HTTP.";
