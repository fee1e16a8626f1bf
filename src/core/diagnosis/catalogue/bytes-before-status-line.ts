import { LF, SP } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { draftExchange } from "../example.ts";
import { textOf } from "../facts/header-words.ts";
import { quote } from "../words.ts";

/** How far from the start Chromium takes “HTTP” for the beginning; a NUL in a head it does not bear at all. */
const SLOP = 4;

const BYTE_ORDER_MARK = "\xef\xbb\xbf";

export default defineFinding({
  code: "bytes-before-status-line",
  section: { hixie: "hybi-00 §4.1 steps 28–29", byKey: "RFC 9112 §4" },
  doubtedBy: ["start-line"],
  detect: ({ response }) => {
    if (!response?.startsAt) return NONE;
    const { bytes, startsAt } = response;
    const span: Span = [0, startsAt];
    const isMark = textOf(bytes, span) === BYTE_ORDER_MARK;
    // Without a space or a line end, the code still stands between the first two spaces of the first line.
    const before = bytes.subarray(...span);
    const tolerated = !before.includes(SP) && !before.includes(LF);
    const isSeen = startsAt <= SLOP && !before.includes(0);
    return [{ in: "response" as const, span, bytes, isMark, tolerated, isSeen }];
  },
  level: ({ tolerated, isSeen }, rules) =>
    (rules === "hixie" ? tolerated : isSeen) ? "warning" : "error",
  title: ({ isMark }) =>
    isMark
      ? "A byte order mark stands before the status line"
      : "Something stands before the status line",
  why: ({ bytes, span, isMark, tolerated }, rules) =>
    rules === "by-key"
      ? `Before “HTTP/” comes ${isMark ? "EF BB BF" : quote(bytes, span)}. A response begins with its status line. Chromium looks for “HTTP” up to four bytes further on, other clients do not.`
      : tolerated
        ? `Before “HTTP/” comes ${isMark ? "EF BB BF" : quote(bytes, span)}. A client of this draft looks only at what stands between the first two spaces, so it passes there; later ones refuse it.`
        : `Before “HTTP/” comes ${quote(bytes, span)}. A client reads the first line as the status line, whatever it is, and fails on this one.`,
  fix: () =>
    "Send nothing before the handshake: no greeting on connect, no echo, no warning of PHP (display_errors off), no blank line behind ?>. Save the source without a byte order mark.",
});

export const example: Example = () => draftExchange((text) => `\r\n${text}`);

export const counterExample: Example = () => draftExchange();

export const reports = [
  "https://github.com/charybdis-ircd/charybdis/issues/226",
  "https://github.com/seryal/sywebsocket/issues/1",
  "https://github.com/Rapsssito/react-native-tcp-socket/issues/71",
];
