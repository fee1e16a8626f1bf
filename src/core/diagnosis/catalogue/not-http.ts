import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { laterHttpVersion } from "../../http/pseudo-fields.ts";
import { readStatusCode } from "../../http/start-line.ts";
import {
  defineFinding,
  type Entry,
  type Example,
  type Occurrence,
  type Rules,
  rulesOf,
} from "../define/define-finding.ts";
import { captured, draftRequest } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { http2Head } from "../facts/http2-facts.ts";
import type { ResponseFacts } from "../facts/response-facts.ts";
import { quote } from "../words.ts";
import flashPolicyRequest from "./flash-policy-request.ts";
import http2WithoutExtendedConnect from "./http2-without-extended-connect.ts";
import plainToTlsPort from "./plain-to-tls-port.ts";
import tlsCertRejected from "./tls-cert-rejected.ts";
import tlsToPlainPort from "./tls-to-plain-port.ts";

export default defineFinding({
  code: "not-http",
  doubtedBy: ["start-line", "cut", "redacted"],
  detect: (facts) => {
    const { request, response } = facts;
    const found: NoHttp[] = [];
    // Others that know what the bytes are say more than this one.
    const isExplained = (other: Entry) => other.find(facts).length > 0;
    if (
      request?.refusals.includes("not-http") &&
      ![tlsToPlainPort, tlsCertRejected, flashPolicyRequest].some(isExplained) &&
      http2Head(request) === null
    ) {
      const { bytes, head } = request;
      const empty = bytes.every((byte) => byte <= 0x20);
      found.push({ in: "request", span: head.startLine, bytes, empty });
    }
    const unreadable = response && response.bytes.length > 0 && response.startsAt === null;
    if (
      unreadable &&
      ![plainToTlsPort, tlsCertRejected, http2WithoutExtendedConnect].some(isExplained) &&
      http2Head(response) === null
    ) {
      found.push({
        in: "response",
        span: response.head.startLine,
        bytes: response.bytes,
        empty: false,
      });
    }
    if (response?.startsAt === 0 && isOddly(response, rulesOf(facts))) {
      const span: Span = [0, Math.min(8, response.head.startLine[1])];
      const { bytes } = response;
      const isSeen = /^.{0,4}http/is.test(textOf(bytes, span));
      found.push({ in: "response", span, bytes, empty: false, tolerated: true, isSeen });
    }
    return found;
  },
  level: ({ empty, tolerated, isSeen }, rules) =>
    empty ? "info" : tolerated && (rules === "hixie" || isSeen) ? "warning" : "error",
  section: ({ in: place }) => ({
    hixie: place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 step 28",
    byKey: place === "request" ? "RFC 6455 §4.2.1 item 1" : "RFC 6455 §4.1, second list, item 1",
  }),
  title: ({ empty, in: place, tolerated }) =>
    empty
      ? "There is nothing to read yet"
      : place === "request"
        ? "The first line is no request line"
        : tolerated
          ? "The status line does not begin as one of HTTP"
          : "The answer is no HTTP response",
  why: ({ bytes, span, empty, in: place, tolerated, isSeen }, rules) =>
    empty
      ? "No character but white space has been given. A handshake begins with a line such as “GET /demo HTTP/1.1”."
      : place === "request"
        ? `It reads ${quote(bytes, span)}. Expected: “GET”, a space, a resource name, a space, and usually “HTTP/1.1”.`
        : tolerated
          ? `It begins with ${quote(bytes, span)}. ${rules === "hixie" ? "A client of this draft looks only at the code between the first two spaces; all others want “HTTP/” there." : `A status line begins with “HTTP/”, a version, and a space.${isSeen ? " Chromium puts up with this one, other clients do not." : ""}`}`
          : `It begins with ${quote(bytes, span)}, and “HTTP/” is nowhere near. Expected: “HTTP/1.1 101”, and fields behind that line.`,
  fix: ({ in: place }) =>
    place === "request"
      ? "Give the request from its first line on. If the server really received this, something else speaks on that port: compare scheme and port with what the client opened."
      : "Something that speaks another protocol answers on that port, or the server sends frames before its handshake. Compare host and port with where the server listens.",
});

interface NoHttp extends Occurrence {
  readonly span: Span;
  readonly bytes: Uint8Array;
  readonly empty: boolean;
  /** A code stands where it should, and the draft asks for no more. */
  readonly tolerated?: boolean;
  /** “HTTP” stands where Chromium looks for it: at most four bytes from the start. */
  readonly isSeen?: boolean;
}

/** Whether a status line that has a code begins otherwise than with “HTTP/”, or from hybi-04 on with a version. */
function isOddly({ bytes, head, status }: ResponseFacts, rules: Rules): boolean {
  if (!equalsIgnoringCase(bytes, [0, 5], "http/")) return true;
  // HTTP/2 has a finding of its own.
  if (rules === "hixie" || status === null || laterHttpVersion(bytes, head.startLine)) return false;
  return readStatusCode(bytes, head.startLine) === null;
}

export const example: Example = () => draftRequest((text) => text.replace(/^.*\r\n/, ""));

export const counterExample: Example = () =>
  captured("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
