import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { captured, draftRequest } from "../example.ts";
import { quote } from "../words.ts";
import flashPolicyRequest from "./flash-policy-request.ts";
import tlsToPlainPort from "./tls-to-plain-port.ts";

export default defineFinding({
  code: "not-http",
  section: "hybi-00 §5.1",
  doubtedBy: ["start-line", "cut", "redacted"],
  detect: (facts) => {
    const { request } = facts;
    if (!request?.refusals.includes("not-http")) return NONE;
    // These two say more about the same bytes.
    const explained = [tlsToPlainPort, flashPolicyRequest].some(
      (other) => other.find(facts).length > 0,
    );
    if (explained) return NONE;
    const { bytes, head } = request;
    const span: Span = head.startLine;
    const empty = bytes.every((byte) => byte <= 0x20);
    return [{ in: "request" as const, span, bytes, empty }];
  },
  level: ({ empty }) => (empty ? "info" : "error"),
  title: ({ empty }) =>
    empty ? "There is nothing to read yet" : "The first line is no request line",
  why: ({ bytes, span, empty }) =>
    empty
      ? "No character but white space has been given. A handshake begins with a line such as “GET /demo HTTP/1.1”."
      : `It reads ${quote(bytes, span)}. Expected: “GET”, a space, a resource name, a space, and usually “HTTP/1.1”.`,
  fix: () =>
    "Give the request from its first line on. If the server really received this, something else speaks on that port: compare scheme and port with what the client opened.",
});

export const example: Example = () => draftRequest((text) => text.replace(/^.*\r\n/, ""));

export const counterExample: Example = () =>
  captured("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
