import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftRequest, exchangeOf } from "../example.ts";
import { bodyNeverCame } from "../facts/missing-body.ts";

export default defineFinding({
  code: "body-in-second-packet",
  level: "warning",
  section: "hybi-00 §5.1",
  doubtedBy: ["cut", "byte-count"],
  detect: (facts) => {
    const { request, response, suspects } = facts;
    if (!request || !response || !bodyNeverCame(facts)) return NONE;
    const without = suspects.some(({ mistakes }) => mistakes.includes("body-missing"));
    const failed = response.status !== null && response.status >= 400;
    if (!without && !failed) return NONE;
    const { end } = request.head;
    return [
      {
        in: "request" as const,
        span: end ? ([end - 2, end] as const) : null,
        without,
        status: response.status,
      },
    ];
  },
  title: () => "The server may not have waited for the eight bytes",
  why: ({ without, status }) =>
    without
      ? "The request was captured without the eight bytes, and the digest is the one that comes out without them. So the server computed from what its first read gave it; most likely they came in the next packet."
      : `The request was captured without the eight bytes, and the server answered ${status}. Browsers and proxies often send them in a packet of their own; a server that reads once finds them missing.`,
  fix: () =>
    "Read until CR LF CR LF and eight bytes behind it are there, with a time limit. A client of your own sends head and key3 in one write.",
});

export const example: Example = () =>
  exchangeOf((text) => text.slice(0, -8), "\x84\xf7(\xbf]#\x8a\x8d\xfa\x8e\x96\xfe\xa1z2%");

export const counterExample: Example = () => draftRequest((text) => text.slice(0, -8));

export const reports = [
  "https://github.com/nori0428/mod_websocket/issues/4",
  "https://github.com/zaphoyd/websocketpp/issues/101",
  "https://github.com/anismiles/websocket-android-phonegap/pull/1",
  "https://github.com/TooTallNate/Java-WebSocket/issues/63",
];
