import { fromLatin1 } from "../../bytes/ascii.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { answerField, answerFieldName, likeness } from "../facts/response-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "location-mismatch",
  doubtedBy: ["redacted", "cut", "edge-spaces", "charset", "headers-merged", "start-line"],
  detect: ({ response }) => {
    if (!response?.comparable || response.head.end === null) return NONE;
    const { bytes, wanted, rules } = response;
    const span = answerField(response, "location");
    const value = span && textOf(bytes, span);
    const expected = wanted.location && fromLatin1(wanted.location);
    const like = span && wanted.location ? likeness(bytes, span, wanted.location) : null;
    if (like === "same" && !response.takenAsSecure) return NONE;
    // Without the request, only what can be nobody's address is known to be wrong.
    if (value !== null && expected === null && /^wss?:\/\/[^/]+\//.test(value)) return NONE;
    const difference =
      like === "same"
        ? "tls-unknown"
        : like === "same-behind-spaces"
          ? "spaces"
          : differenceOf(value, expected);
    const name = answerFieldName(rules, "location");
    return [{ in: "response" as const, span, bytes, expected, difference, name, rules }];
  },
  level: ({ difference }) =>
    difference === "spaces" || difference === "tls-unknown" ? "warning" : "error",
  section: ({ rules }) =>
    rules === "hixie-75" ? "hixie-75 §4.1" : "hybi-00 §4.1 step 41, sec-websocket-location; §3.2",
  title: ({ name, difference }) =>
    difference === "missing"
      ? `${name} is missing`
      : difference === "spaces"
        ? `${name} has a space too many before it`
        : difference === "tls-unknown"
          ? `${name} says wss: right only if the page opened wss`
          : `${name} is not the address that the page opened`,
  why: ({ span, bytes, expected, name, difference }) => {
    if (span === null) {
      return `The response has no ${name}. It must say ${expected === null ? "the URL that the script opened" : `“${expected}”`}, to the letter.`;
    }
    if (difference === "tls-unknown") {
      return `It is the address of this request over TLS, ${quote(bytes, span)}. ${REASONS[difference]}`;
    }
    const wanted = expected === null ? "the URL that the script opened" : `“${expected}”`;
    const seen = `${name} says ${quote(bytes, span)}, expected is ${wanted}`;
    return `${seen}. ${REASONS[difference]}`;
  },
  fix: ({ difference }) =>
    difference === "scheme" || difference === "tls-unknown"
      ? "Take the scheme from the connection: behind a proxy that ends TLS, from X-Forwarded-Proto or a setting (Socket.IO 0.x: “match origin protocol”)."
      : "Build it from the request: ws:// or wss://, the Host field as it came with its port, and the resource name of the request line with its query. Behind a proxy, let Host through, in nginx:\n    proxy_set_header Host $http_host;",
});

type Difference =
  | "missing"
  | "spaces"
  | "tls-unknown"
  | "scheme"
  | "no-url"
  | "port"
  | "host"
  | "resource"
  | "query"
  | "case";

const REASONS: Readonly<Record<Difference, string>> = {
  missing: "",
  spaces: "The draft skips one space behind the colon, WebKit all of them.",
  "tls-unknown":
    "A request does not say whether it came over TLS. If it did not, the client fails here: it compares byte by byte.",
  scheme: "The scheme differs. The client compares byte by byte.",
  "no-url": "It is no ws: or wss: URL with a host and a path. The client compares byte by byte.",
  port: "The port differs: it is named when it is not the usual one, and only then.",
  host: "The host differs. The client compares byte by byte with the name it opened.",
  resource: "The path differs. The client compares byte by byte.",
  query: "The query differs: what follows “?” belongs to the resource name.",
  case: "They differ in letter case alone, and the client compares byte by byte.",
};

const URL = /^(\w+):\/\/([^/:]*|\[[^\]]*\])(?::(\d*))?(\/[^?]*)?(\?.*)?$/;

function differenceOf(value: string | null, expected: string | null): Difference {
  if (value === null) return "missing";
  const seen = URL.exec(value);
  const wanted = expected === null ? null : URL.exec(expected);
  if (!seen || !/^wss?$/.test(seen[1] as string) || !seen[4] || !wanted) {
    return seen && wanted && seen[4] ? "scheme" : "no-url";
  }
  if (seen[1] !== wanted[1] && value.replace(/^wss?/, "") === expected?.replace(/^wss?/, "")) {
    return "scheme";
  }
  if (value.toLowerCase() === expected?.toLowerCase()) return "case";
  const parts = ["host", "port", "resource", "query"] as const;
  return parts.find((_, i) => seen[i + 2] !== wanted[i + 2]) ?? "scheme";
}

export const example: Example = () =>
  draftExchange((text) => text.replace("ws://example.com/demo", "ws://localhost:8080/demo"));

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/socketio/socket.io/issues/42",
  "https://github.com/socketio/socket.io/pull/622",
  "https://github.com/socketio/socket.io/issues/169",
  "https://github.com/unfiltered/unfiltered/issues/100",
  "https://github.com/tornadoweb/tornado/issues/164",
  "https://github.com/webbit/webbit/issues/82",
  "https://github.com/mrjoes/tornadio/issues/10",
  "https://github.com/socketio/socket.io-client/issues/119",
  "https://github.com/motemen/Plack-Middleware-WebSocket/issues/2",
  "https://github.com/jaspervdj/websockets/pull/15",
];

export const notJudged =
  "Whether the page opened wss, as long as nobody says so: a request does not tell.";
