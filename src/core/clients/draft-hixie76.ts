/** A client that does what the draft says, to the letter: hybi-00 §4.1 steps 28 to 45. No browser was one. */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { checkResponse } from "../hixie76/client.ts";
import type { Failed } from "../hixie76/client-head.ts";
import { find } from "../hixie76/request.ts";
import { readHead } from "../http/head.ts";
import { type Asked, readAsked } from "./asked.ts";
import type { Judgement } from "./judgement.ts";

/**
 * Null when the request does not say enough to tell. `secure`: the page opened wss. `closed`: the server closed the connection
 * behind the last byte.
 */
export function judgeAsHixie76(
  request: Uint8Array | undefined,
  response: Uint8Array,
  { secure = false, closed = false }: { readonly secure?: boolean; readonly closed?: boolean } = {},
): Judgement | null {
  const asked = readAsked(request, secure);
  const outcome = checkResponse(sentOr(asked, response), response, closed);
  const isTold = Object.values(asked).every((value) => value !== null);
  switch (outcome.outcome) {
    case "waiting":
      return judgement(outcome.step, "More bytes must come.", { waits: true });
    case "failed":
      return restsOnUnknown(outcome, asked) ? null : judgement(outcome.step, ruleOf(outcome));
    case "accepted":
      return isTold
        ? judgement(45, "The 16 bytes are those it expected.", { accepts: true })
        : null;
  }
}

function judgement(
  step: number,
  rule: string,
  { accepts = false, waits = false }: { readonly accepts?: boolean; readonly waits?: boolean } = {},
): Judgement {
  return {
    client: "draft",
    accepts,
    console: null,
    rule: `hybi-00 §4.1 step ${step}: ${rule}`,
    waits,
  };
}

/** What is not known is taken from the response, so that it passes and the other faults are found. */
function sentOr(
  asked: Asked,
  response: Uint8Array,
): { url: string; origin: string; protocol: string | null; expected: Uint8Array } {
  const { fields } = readHead(response);
  const text = (known: Uint8Array | null, name: string): string => {
    const span = find(response, fields, name);
    return decodeUtf8(known ?? (span ? response.subarray(...span) : new Uint8Array(0))).text;
  };
  const isAsking = asked.subprotocol !== null && asked.subprotocol.length > 0;
  return {
    url: text(asked.location, "sec-websocket-location"),
    origin: text(asked.origin, "sec-websocket-origin"),
    protocol: isAsking ? text(asked.subprotocol, "sec-websocket-protocol") : null,
    expected: asked.expected ?? new Uint8Array(16),
  };
}

/** Whether it was found wrong only because it was held against nothing. A field that is not there needs no comparison. */
function restsOnUnknown({ code, span }: Failed, { origin, location, expected }: Asked): boolean {
  return (
    (code === "digest-mismatch" && expected === null) ||
    (code === "origin-mismatch" && origin === null && span !== null) ||
    (code === "location-mismatch" && location === null && span !== null)
  );
}

function ruleOf({ step, code }: Failed): string {
  if (code === "no-response" || code === "head-not-terminated") {
    return "The head comes before the connection closes.";
  }
  return (step === 41 ? RULES_OF_FIELDS[code] : RULES[step]) ?? code;
}

const RULES: Readonly<Record<number, string>> = {
  28: "The first line has at least 7 bytes, ends with CRLF and has two spaces.",
  30: "Three digits stand between the first two spaces of the first line.",
  31: "The status code is 101.",
  34: "A name ends with a colon, on its own line.",
  36: "A value ends with CRLF, not with LF.",
  37: "The CR behind a value is followed by LF.",
  40: "The CR of the blank line is followed by LF.",
  44: "16 bytes come before the connection closes.",
  45: "The 16 bytes are those it expected.",
};

const RULES_OF_FIELDS: Readonly<Record<string, string>> = {
  "header-repeated": "Upgrade, Connection and the Sec-WebSocket fields are there once.",
  "header-without-colon": "No field has an empty name.",
  "upgrade-not-websocket": "Upgrade is WebSocket.",
  "upgrade-value-case": "Upgrade is WebSocket, with these two capitals.",
  "connection-not-upgrade": "Connection is Upgrade, in upper or lower case.",
  "connection-is-a-list": "Connection is Upgrade and nothing else.",
  "origin-mismatch": "Sec-WebSocket-Origin is the page's origin, to the letter.",
  "location-mismatch": "Sec-WebSocket-Location is the address that the page opened, to the letter.",
  "subprotocol-mismatch":
    "Sec-WebSocket-Protocol is the one that the page asked for, to the letter.",
};
