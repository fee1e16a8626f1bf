/** What Chromium 156 made of some twelve hundred answers, against what the findings on fields, subprotocols, extensions and frames say. */
import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/core/diagnosis/catalogue/index.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";
import { GIVEN, OWN, type RecordedByChromium } from "../clients/chromium-recordings.ts";

const FRAMES = new Set([
  "masked-server-frame",
  "rsv1-without-deflate",
  "hixie-frames-after-rfc6455",
  "tls-bytes-as-frames",
  "crlf-after-head",
  "frames-malformed",
]);

const VALUE = "deflate-parameter-value";
const OLDER = ["generation-mismatch-new-client"];
const ACCEPTS = catalogue.map(({ code }) => code).filter((code) => code.startsWith("accept-"));
const ODD_ANSWERS = [
  "control-character-in-header",
  "plain-to-tls-port",
  "tls-cert-rejected",
  "http2-without-extended-connect",
];
/** A comma beside the right value makes two of it for the browser; for the findings it is a wrong one. */
const WRONG_ACCEPT = ["accept-comma-behind", "accept-line-comma-before", "accept-line-and-other"];

/** Which of the findings has to tell what the browser printed. */
const CAUSES: readonly (readonly [printed: RegExp, codes: readonly string[]])[] = [
  [/'Upgrade' header/, ["upgrade-not-websocket"]],
  [/'Connection' header/, ["connection-not-upgrade"]],
  [/'Sec-WebSocket-Accept' header must not appear more/, ["header-repeated"]],
  [/Sent non-empty 'Sec-WebSocket-Protocol'/, ["subprotocol-not-echoed"]],
  [/'Sec-WebSocket-Protocol' header must not appear more/, ["subprotocol-several"]],
  [/'Sec-WebSocket-Protocol' header/, ["subprotocol-not-offered"]],
  [/unsupported extension/, ["extension-not-offered"]],
  [/duplicate permessage-deflate response/, ["extension-repeated"]],
  [/rejected by the parser/, ["extensions-malformed"]],
  // A value that is missing is told before what stands behind it; the browser tells it last.
  [/unexpected permessage-deflate extension parameter/, ["deflate-parameter-unknown", VALUE]],
  [/duplicate permessage-deflate extension parameter/, ["deflate-parameter-repeated", VALUE]],
  [/invalid \w+ parameter|must have value/, [VALUE]],
  [/MULTIPLE_CONTENT_LENGTH/, ["content-length-101", "head-not-terminated", "status-not-101"]],
  [
    /MULTIPLE_(LOCATION|CONTENT_DISPOSITION)/,
    ["header-values-differ", "head-not-terminated", "redirect", "status-not-101"],
  ],
  [/HEADERS_TOO_BIG/, ["response-head-too-large", "head-not-terminated"]],
  [/'Sec-WebSocket-Accept' header is missing/, ["accept-header-missing", ...OLDER]],
  [/Incorrect 'Sec-WebSocket-Accept'/, ACCEPTS],
  // Of "HTTP HTTP/1.1 101" the browser takes the second word for a code, the findings for the beginning.
  [/Unexpected response code/, ["status-not-101", "bytes-before-status-line"]],
  [/HTTP Authentication|PROXY_AUTH/, ["status-not-101"]],
  [/INVALID_HTTP_RESPONSE/, ["not-http", "bytes-before-status-line", ...ODD_ANSWERS]],
];

const all = [...GIVEN, ...OWN].map((one) => [one.id, one] as const);

function errors({ request, response }: RecordedByChromium): readonly Finding[] {
  const conversation = { request, response, format: "recorded", exact: true, lost: [] };
  const { findings } = diagnose(conversation, { secure: false });
  return findings.filter(({ level }) => level === "error");
}

const isAccepted = ({ events }: RecordedByChromium): boolean =>
  events[0]?.startsWith("open") ?? false;

describe.each(all)("%s", (id, recorded) => {
  const found = errors(recorded);
  const printed = recorded.console.join("\n");

  test("is called wrong by no finding when the browser opens it, else by the one that it is about", () => {
    if (isAccepted(recorded)) {
      expect(found.filter((error) => error.in !== "frames")).toEqual([]);
      return;
    }
    expect(found).not.toEqual([]);
    const [, codes = []] = CAUSES.find(([pattern]) => pattern.test(printed)) ?? [];
    if (codes.length === 0 || WRONG_ACCEPT.includes(id)) return;
    expect(found.some(({ code }) => codes.includes(code))).toBe(true);
  });
});

describe("frames behind the head", () => {
  /** What their data hold, and what comes behind a close, is not looked at. */
  const NOT_LOOKED_AT = /UTF-8|after close|mask|reserved bits|frame header/;

  test.each(all.filter(([, one]) => isAccepted(one) && one.console.length > 0))(
    "%s: named when the browser fails over them",
    (id, recorded) => {
      const found = errors(recorded).filter(({ code }) => FRAMES.has(code));
      const printed = recorded.console.join("\n");
      const isClose = /-(?:then-)?close|-ended-by-close/.test(id);
      if (found.length === 0) {
        expect(printed).toMatch(NOT_LOOKED_AT);
        expect(isClose || /utf-8|deflate|large-text/.test(id), id).toBe(true);
      }
      for (const finding of found) expect(finding.in).toBe("frames");
    },
  );

  /** The browser waits for more, drops the connection without a word, or does not look at data once the page has closed. */
  const UNSAID = [
    "frame-opcode-11-begun",
    "end-blank-line-then-cr",
    "frame-length-63-bits",
    "frame-opcode-3-then-too-big",
    "frame-ff",
    "frame-utf-16-bom",
    "deflate-interrupted-by-plain",
    "frame-masked-half-key",
    "frame-close-code-0",
    "frames-close-ffff",
    "frames-length-2-gib-behind-opcode-3",
    "deflate-frames-interrupted-by-text",
    "deflate-frames-rsv-1-on-continuation-begun",
  ];

  test.each(all.filter(([, one]) => isAccepted(one) && one.console.length === 0))(
    "%s: no error where the browser says nothing",
    (id, recorded) => {
      const found = errors(recorded).filter(({ code }) => FRAMES.has(code));
      if (UNSAID.includes(id.replace(/^stays-/, ""))) expect(found).not.toEqual([]);
      else expect(found).toEqual([]);
    },
  );
});
