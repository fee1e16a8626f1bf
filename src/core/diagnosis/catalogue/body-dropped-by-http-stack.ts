import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define-finding.ts";
import { draftExchange, draftRequest } from "../example.ts";
import { bodyNeverCame } from "../missing-body.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "body-dropped-by-http-stack",
  level: "info",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count"],
  detect: (facts) => {
    const { response } = facts;
    if (!response || !bodyNeverCame(facts)) return NONE;
    const { bytes, head } = response;
    const span = find(bytes, head.fields, "x-powered-by") ?? find(bytes, head.fields, "server");
    return span ? [{ in: "response" as const, span, bytes }] : NONE;
  },
  title: () => "An HTTP library may have dropped the eight bytes",
  why: ({ bytes, span }) =>
    `The eight bytes did not reach the program, and the answer was made by ${quote(bytes, span)}. For HTTP a GET without Content-Length has no body, so libraries hand over the head and drop what follows, or take it for the next request.`,
  fix: () =>
    "Take the raw connection. Node: the head argument of “upgrade”, then the socket. PHP: a socket server of its own, not mod_php or FPM. Python: the socket below WSGI. Haskell: a raw WAI response. IIS, servlets: not possible with this draft.",
});

export const example: Example = () => ({
  ...draftExchange(() => "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: PHP/5.3.3\r\n\r\n"),
  ...draftRequest((text) => text.slice(0, -8)),
});

export const counterExample: Example = () => draftRequest((text) => text.slice(0, -8));

export const reports = [
  "https://github.com/yesodweb/wai/issues/68",
  "https://github.com/http-party/node-http-proxy/issues/97",
];
