import { find, portNumber, splitHost } from "../../hixie76/request.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest } from "../example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "host-invalid",
  level: "error",
  section: { hixie: "hybi-00 §5.1, Host", byKey: "RFC 6455 §4.2.1 item 2; RFC 9112 §3.2" },
  doubtedBy: ["redacted", "charset", "replaced-bytes", "headers-merged"],
  detect: ({ request }) => {
    if (!request?.refusals.includes("host-invalid")) return NONE;
    const { bytes, head } = request;
    const host = find(bytes, head.fields, "host");
    if (host === null) return NONE;
    const { port } = splitHost(bytes, host);
    const badPort = port !== null && portNumber(bytes, port) > 0xffff;
    return [{ in: "request" as const, span: badPort ? port : host, bytes, badPort }];
  },
  title: ({ badPort }) => (badPort ? "The port in Host is no port" : "Host is nobody's name"),
  why: ({ bytes, span, badPort }) =>
    badPort
      ? `Behind the colon stands ${quote(bytes, span)}. A port is a decimal number of at most 65535.`
      : `Host says ${quote(bytes, span)}. Expected: a host name or address without spaces or control characters, and a port behind a colon unless it is the usual one.`,
  fix: () =>
    "Let the client send the host and port of the URL it opens. Some servers answer all the same, with a Location that no client accepts.",
});

export const example: Example = () =>
  draftRequest((text) => text.replace("Host: example.com", "Host: example.com:70000"));

export const counterExample: Example = () =>
  draftRequest((text) => text.replace("Host: example.com", "Host: example.com:8080"));

export const notJudged =
  "Whether the name is the server's own: the draft has a server compare it, and a request does not say what the server is called.";
