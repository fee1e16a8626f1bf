/** What Chromium 156 made of some seven hundred answers, against what the findings on fields, subprotocols, extensions and frames say. */
import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Finding } from "../../../src/core/diagnosis/finding.ts";
import { GIVEN, OWN, type RecordedByChromium } from "../clients/chromium-recordings.ts";

const CODES = new Set([
  "upgrade-not-websocket",
  "connection-not-upgrade",
  "header-repeated",
  "header-without-colon",
  "subprotocol-not-echoed",
  "subprotocol-not-offered",
  "subprotocol-several",
  "extension-not-offered",
  "extension-repeated",
  "extensions-malformed",
  "deflate-parameter-unknown",
  "deflate-parameter-repeated",
  "deflate-parameter-value",
  "deflate-parameter-not-offered",
  "deflate-parameter-not-accepted",
  "content-length-101",
  "http2-without-extended-connect",
  "http2-extended-connect-failed",
  "generation-mismatch-new-client",
  "status-400-session-or-cors",
]);

const FRAMES = new Set([
  "masked-server-frame",
  "rsv1-without-deflate",
  "hixie-frames-after-rfc6455",
  "tls-bytes-as-frames",
  "crlf-after-head",
  "frames-malformed",
]);

const VALUE = "deflate-parameter-value";
/** A comma behind the right value makes two of it for the browser; for the findings it is a wrong one. */
const WRONG_ACCEPT = ["accept-comma-behind"];

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
  [/MULTIPLE_CONTENT_LENGTH/, ["content-length-101", "head-not-terminated"]],
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
  const found = errors(recorded).map(({ code }) => code);
  const printed = recorded.console.join("\n");

  test("is called wrong by none of them when the browser opens it, else by the one that it is about", () => {
    if (isAccepted(recorded)) {
      expect(found.filter((code) => CODES.has(code))).toEqual([]);
    } else if (!WRONG_ACCEPT.includes(id)) {
      const [, codes = []] = CAUSES.find(([pattern]) => pattern.test(printed)) ?? [];
      if (codes.length > 0) expect(codes.some((code) => found.includes(code))).toBe(true);
    }
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
        expect(isClose || /utf-8|deflate/.test(id), id).toBe(true);
      }
      for (const finding of found) expect(finding.in).toBe("frames");
    },
  );

  /** The browser waits for more, drops the connection without a word, or does not look at data once the page has closed. */
  const UNSAID = [
    "frame-opcode-11-begun",
    "frame-length-63-bits",
    "frame-opcode-3-then-too-big",
    "frame-ff",
    "frame-utf-16-bom",
    "deflate-interrupted-by-plain",
    "frame-masked-half-key",
    "frame-close-code-0",
  ];

  test.each(all.filter(([, one]) => isAccepted(one) && one.console.length === 0))(
    "%s: no error where the browser says nothing",
    (id, recorded) => {
      const found = errors(recorded).filter(({ code }) => FRAMES.has(code));
      if (UNSAID.includes(id.replace(/^stays-/, ""))) expect(found).toHaveLength(1);
      else expect(found).toEqual([]);
    },
  );
});
