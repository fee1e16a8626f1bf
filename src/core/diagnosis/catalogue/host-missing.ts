import { find } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";

export default defineFinding({
  code: "host-missing",
  level: "error",
  section: { hixie: "hybi-00 §5.1, Host", byKey: "RFC 6455 §4.2.1 item 2" },
  doubtedBy: ["cut", "redacted", "start-line"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("host-missing")) return NONE;
    return [{ in: "request", span: find(request.bytes, request.head.fields, "host") }];
  },
  title: ({ span }) => (span ? "Host is empty" : "There is no Host field"),
  why: (_, rules) =>
    rules === "by-key"
      ? "HTTP/1.1 asks for Host in every request, and RFC 6455 again: the name in the URL, and the port unless it is the usual one. A server answers 400, or cannot tell which of its sites is meant."
      : "The server has to say in Sec-WebSocket-Location where the client has come to, and knows that from Host alone: the name in the URL, and the port unless it is the usual one. Servers that go on answer “ws://undefined/…”, which no client accepts.",
  fix: () =>
    "In the client, send the host of the URL, with “:port” when it is not 80 (443 for wss). Behind a proxy, let Host through, in nginx:\n    proxy_set_header Host $http_host;",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Host: example.com\r\n", ""));

export const counterExample: Example = () => draftRequest((text) => text.replace("Host:", "host:"));
