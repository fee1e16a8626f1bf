import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Entry, type Example, type Occurrence } from "../define-finding.ts";
import { captured, draftRequest } from "../example.ts";
import { http2Head } from "../http2-facts.ts";
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
    if (response?.startsAt === 0 && !startsAsHttp(response.bytes)) {
      const span: Span = [0, Math.min(8, response.head.startLine[1])];
      found.push({ in: "response", span, bytes: response.bytes, empty: false, tolerated: true });
    }
    return found;
  },
  level: ({ empty, tolerated }) => (empty ? "info" : tolerated ? "warning" : "error"),
  section: ({ in: place }) => (place === "request" ? "hybi-00 §5.1" : "hybi-00 §4.1 step 28"),
  title: ({ empty, in: place, tolerated }) =>
    empty
      ? "There is nothing to read yet"
      : place === "request"
        ? "The first line is no request line"
        : tolerated
          ? "The status line does not begin with “HTTP/”"
          : "The answer is no HTTP response",
  why: ({ bytes, span, empty, in: place, tolerated }) =>
    empty
      ? "No character but white space has been given. A handshake begins with a line such as “GET /demo HTTP/1.1”."
      : place === "request"
        ? `It reads ${quote(bytes, span)}. Expected: “GET”, a space, a resource name, a space, and usually “HTTP/1.1”.`
        : tolerated
          ? `It begins with ${quote(bytes, span)}. A client of this draft looks only at the code between the first two spaces; all others want “HTTP/” there.`
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
}

function startsAsHttp(bytes: Uint8Array): boolean {
  return equalsIgnoringCase(bytes, [0, 5], "http/");
}

export const example: Example = () => draftRequest((text) => text.replace(/^.*\r\n/, ""));

export const counterExample: Example = () =>
  captured("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
