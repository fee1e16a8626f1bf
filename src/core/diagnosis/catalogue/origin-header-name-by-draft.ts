import { generationName } from "../../generation.ts";
import { isByKey, valuesIn } from "../compare/by-key.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { rfcRequest } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "origin-header-name-by-draft",
  section: "RFC 6455 §4.1, first list, item 8; hybi-08 §5.1",
  doubtedBy: ["cut", "redacted", "headers-merged"],
  detect: ({ request }) => {
    if (!request || !isByKey(request.generation)) return NONE;
    const { bytes, head, generation } = request;
    const [older] = valuesIn(bytes, head, "sec-websocket-origin");
    const [newer] = valuesIn(bytes, head, "origin");
    const isLate = generation === "rfc6455";
    const span = isLate ? older : newer;
    if (!span || (isLate ? newer : older)) return NONE;
    const name = isLate ? "Sec-WebSocket-Origin" : "Origin";
    const other = isLate ? "Origin" : "Sec-WebSocket-Origin";
    // hybi-11 and -12 say version 8 and have Origin already.
    const isLawful = generation === "hybi-08";
    const draft = generationName(generation);
    return [{ in: "request" as const, span, bytes, name, other, draft, isLawful }];
  },
  level: ({ isLawful }) => (isLawful ? "info" : "warning"),
  title: ({ name, draft }) => `The page's origin stands in ${name}, in a request of ${draft}`,
  why: ({ bytes, span, name, other, isLawful }) =>
    `${name} says ${quote(bytes, span)}, and there is no ${other}. ${
      isLawful
        ? "Version 8 stands for drafts that say Sec-WebSocket-Origin and for two that say Origin, so both are right; a server that knows one name alone takes the other for a missing origin."
        : `This version calls it ${other}. A server that checks where a page comes from finds nothing, and refuses with 403 or lets everybody in.`
    }`,
  fix: () => `On the server, read Origin, and where it is missing Sec-WebSocket-Origin.
    const origin = request.headers.origin ?? request.headers["sec-websocket-origin"];
A client names it Sec-WebSocket-Origin up to hybi-10, Origin from hybi-11 on. Netty, Spring, gorilla and ws check Origin alone.`,
});

export const example: Example = () =>
  rfcRequest((text) => text.replace("Origin:", "Sec-WebSocket-Origin:"));

export const counterExample: Example = () => rfcRequest();

export const reports = [
  "https://github.com/netty/netty/issues/264",
  "https://github.com/zaphoyd/websocketpp/issues/2",
  "https://github.com/ostinelli/misultin/issues/92",
  "https://github.com/vti/protocol-websocket/pull/56",
  "https://github.com/AsyncHttpClient/async-http-client/issues/82",
  "https://github.com/Lawouach/WebSocket-for-Python/pull/49",
  "https://github.com/imanel/websocket-ruby/pull/23",
];

export const notJudged =
  "A request without any origin, which clients that are no browsers may send.";
