/** A client that does what draft 75 says, to the letter: §4.1. It compares the first three lines byte for byte, and has no secret. */
import { slice } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { checkResponse, type Failed } from "../hixie75/client.ts";
import { find } from "../hixie75/request.ts";
import { readHead } from "../http/head.ts";
import { type Asked, readAsked } from "./asked.ts";
import type { Judgement } from "./judgement.ts";

type Wanted = Pick<Asked, "origin" | "location" | "subprotocol">;

/**
 * Null when the request does not say enough to tell. `secure`: the page opened wss. `closed`: the server closed the connection
 * behind the last byte.
 */
export function judgeAsHixie75(
  request: Uint8Array | undefined,
  response: Uint8Array,
  { secure = false, closed = false }: { readonly secure?: boolean; readonly closed?: boolean } = {},
): Judgement | null {
  const wanted = readWanted(request, secure);
  const outcome = checkResponse(sentOr(wanted, response), response, closed);
  const base = { client: "draft", accepts: false, console: null, waits: false } as const;
  switch (outcome.outcome) {
    case "waiting":
      return { ...base, rule: "hixie-75 §4.1: More bytes must come.", waits: true };
    case "failed":
      return restsOnUnknown(outcome, wanted) ? null : { ...base, rule: ruleOf(outcome) };
    case "accepted":
      return Object.values(wanted).every((value) => value !== null)
        ? { ...base, accepts: true, rule: "hixie-75 §4.1: All lines are as they must be." }
        : null;
  }
}

/** As in draft 76, but for the name of one field. */
function readWanted(request: Uint8Array | undefined, secure: boolean): Wanted {
  const { origin, location } = readAsked(request, secure);
  if (request === undefined) return { origin, location, subprotocol: null };
  const subprotocol = find(request, readHead(request).fields, "websocket-protocol");
  return {
    origin,
    location,
    subprotocol: subprotocol ? slice(request, subprotocol) : new Uint8Array(0),
  };
}

/** What is not known is taken from the response, so that it passes and the other faults are found. */
function sentOr(
  { origin, location, subprotocol }: Wanted,
  response: Uint8Array,
): { url: string; origin: string; protocol: string | null } {
  const { fields } = readHead(response);
  const text = (known: Uint8Array | null, name: string): string => {
    const span = find(response, fields, name);
    return decodeUtf8(known ?? (span ? slice(response, span) : new Uint8Array(0))).text;
  };
  return {
    url: text(location, "websocket-location"),
    origin: text(origin, "websocket-origin"),
    protocol: subprotocol?.length ? decodeUtf8(subprotocol).text : null,
  };
}

/** A field that is not there needs no comparison. */
function restsOnUnknown({ code, span }: Failed, { origin, location }: Wanted): boolean {
  return (
    (code === "origin-mismatch" && origin === null && span !== null) ||
    (code === "location-mismatch" && location === null && span !== null)
  );
}

function ruleOf({ code }: Failed): string {
  return `hixie-75 §4.1: ${RULES[code] ?? code}`;
}

const RULES: Readonly<Record<string, string>> = {
  "no-response": "The head comes before the connection closes.",
  "head-not-terminated": "The head ends before the connection closes.",
  "not-http": "The first line is HTTP/1.1 101 Web Socket Protocol Handshake.",
  "reason-phrase-differs": "The first line is HTTP/1.1 101 Web Socket Protocol Handshake.",
  "status-not-101": "The first line is HTTP/1.1 101 Web Socket Protocol Handshake.",
  "status-401-407": "Only 407 of a proxy may come instead of 101, and then the connection is over.",
  "upgrade-not-websocket": "The second line is Upgrade: WebSocket.",
  "upgrade-value-case": "The second line is Upgrade: WebSocket, with these two capitals.",
  "connection-not-upgrade": "The third line is Connection: Upgrade.",
  "lf-line-endings": "Lines end with CRLF.",
  "bare-cr": "A CR is followed by LF.",
  "header-without-colon": "A line is a name, a colon, and a value.",
  "header-repeated": "WebSocket-Origin, -Location and -Protocol are there once.",
  "origin-mismatch": "WebSocket-Origin is the page's origin, to the letter.",
  "location-mismatch": "WebSocket-Location is the address that the page opened, to the letter.",
  "subprotocol-mismatch": "WebSocket-Protocol is the one that the page asked for, to the letter.",
};
