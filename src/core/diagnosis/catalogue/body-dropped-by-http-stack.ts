import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE, type Occurrence } from "../define/define-finding.ts";
import { draftExchange, draftRequest } from "../example.ts";
import { bodyNeverCame } from "../facts/missing-body.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "body-dropped-by-http-stack",
  level: "info",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count"],
  detect: (facts): readonly Dropped[] => {
    const { request, response, conversation } = facts;
    if (!request || !bodyNeverCame(facts)) return NONE;
    if (find(request.bytes, request.head.fields, "content-length")) return NONE;
    // Nobody answered, or nobody is known to have.
    if (!response || conversation.response?.length === 0) {
      return [{ in: "request", span: null, by: null }];
    }
    const { bytes, head } = response;
    const span = find(bytes, head.fields, "x-powered-by") ?? find(bytes, head.fields, "server");
    return span ? [{ in: "response", span, by: quote(bytes, span) }] : NONE;
  },
  title: () => "An HTTP library may have dropped the eight bytes",
  why: ({ by }) =>
    `${by ? `The eight bytes did not reach the program, and the answer was made by ${by}.` : "The head is whole, and nothing stands behind it."} For HTTP a GET without Content-Length has no body, so libraries hand over the head and drop what follows, or take it for the next request. What they log looks like this.`,
  fix: () =>
    "Take the raw connection. Node: the head argument of “upgrade”, then the socket. PHP: a socket server of its own, not mod_php or FPM. Python: the socket below WSGI. Haskell: a raw WAI response. IIS, servlets: not possible with this draft.",
});

interface Dropped extends Occurrence {
  /** What made the answer. */
  readonly by: string | null;
}

export const example: Example = () => ({
  ...draftExchange(() => "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: PHP/5.3.3\r\n\r\n"),
  ...draftRequest((text) => text.slice(0, -8)),
});

export const counterExample: Example = () => draftRequest();

export const reports = [
  "https://github.com/yesodweb/wai/issues/68",
  "https://github.com/http-party/node-http-proxy/issues/97",
];
