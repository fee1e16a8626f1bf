import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { http2Head } from "../facts/http2-facts.ts";
import { splitStartLine } from "../facts/start-line.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "method-not-get",
  level: "error",
  section: { hixie: "hybi-00 §5.1", byKey: "RFC 6455 §4.2.1 item 1" },
  doubtedBy: ["start-line", "redacted"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("method-not-get")) return NONE;
    // Heads of HTTP/2 have no request line.
    if (http2Head(request)) return NONE;
    const { bytes, head } = request;
    const [method] = splitStartLine(bytes, head.startLine);
    return [{ in: "request" as const, span: method, bytes }];
  },
  title: ({ bytes, span }) => `The method is ${quote(bytes, span)}, not GET`,
  why: ({ bytes, span }) =>
    `The request begins with ${quote(bytes, span)}. A handshake begins with the four bytes “GET ”, in upper case; a server aborts on anything else.`,
  fix: () =>
    "Let the client send GET. Browsers always do; a client written by hand, an HTTP library used for the handshake, or a redirect that kept POST does not.",
});

export const example: Example = () => draftRequest((text) => text.replace("GET", "POST"));

export const counterExample: Example = () => draftRequest();
