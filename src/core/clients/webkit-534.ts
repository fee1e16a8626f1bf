/**
 * WebKit 534.34 (2011: Safari 5, PhantomJS 1.9), the last browser engine with hixie-76. It reads the status line, waits for the
 * blank line, reads the fields, checks them, waits for 16 bytes, and compares them; the first thing amiss ends it. It is more
 * tolerant than the draft with names, case, spaces and repetition, and a wrong digest it does not mention at all.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { type Asked, readAsked } from "./asked.ts";
import type { Judgement } from "./judgement.ts";
import {
  foldCase,
  hasBlankLine,
  readFields,
  readStatusLine,
  type Stop,
  stops,
  waits,
} from "./webkit-534-head.ts";

const DIGEST_LENGTH = 16;

/**
 * Null when the request does not say enough to tell. `secure`: the page opened wss. `closed`: the server closed the connection
 * behind the last byte, which this browser takes in silence.
 */
export function judgeAsWebKit534(
  request: Uint8Array | undefined,
  response: Uint8Array,
  { secure = false, closed = false }: { readonly secure?: boolean; readonly closed?: boolean } = {},
): Judgement | null {
  const outcome = read(response, readAsked(request, secure));
  if (outcome === "accepts") {
    return {
      client: "webkit-534",
      accepts: true,
      console: null,
      rule: "All fields pass and the 16 bytes are those it expected. What stands behind them it reads as frames.",
      waits: false,
    };
  }
  if (outcome === "cannot-tell") return null;
  return { client: "webkit-534", accepts: false, ...outcome, waits: outcome.waits && !closed };
}

function read(response: Uint8Array, asked: Asked): Stop | "accepts" | "cannot-tell" {
  const statusLine = readStatusLine(response);
  if ("rule" in statusLine) return statusLine;
  if (statusLine.code !== 101) {
    return stops("The status code is 101.", `Unexpected response code: ${statusLine.code}`);
  }
  if (!hasBlankLine(response)) return waits("The fields have not ended: no CRLF CRLF has come.");
  const fields = readFields(response, statusLine.end);
  if ("rule" in fields) return fields;
  const fault = checkFields(fields.values, asked);
  if (fault !== null) return fault;

  const reply = response.subarray(fields.end, fields.end + DIGEST_LENGTH);
  if (reply.length < DIGEST_LENGTH) {
    return waits(`The digest has not ended: ${reply.length} of its 16 bytes have come.`);
  }
  if (asked.expected === null) return "cannot-tell";
  return asked.expected.every((byte, i) => byte === reply[i])
    ? "accepts"
    : stops("The 16 bytes are those it expected.", null);
}

/** First whether all are there, then what they say, in this order. */
function checkFields(
  values: ReadonlyMap<string, string>,
  asked: Asked,
): Stop | "cannot-tell" | null {
  for (const name of REQUIRED) {
    if (!values.has(name.toLowerCase()))
      return fails(`${name} is there.`, `'${name}' header is missing`);
  }
  const value = (name: string): string => values.get(name) ?? "";
  if (foldCase(value("upgrade")) !== "websocket") {
    return fails(
      "Upgrade is WebSocket, in upper or lower case.",
      "'Upgrade' header value is not 'WebSocket'",
    );
  }
  if (foldCase(value("connection")) !== "upgrade") {
    return fails(
      "Connection is Upgrade and nothing else, in upper or lower case.",
      "'Connection' header value is not 'Upgrade'",
    );
  }
  for (const { what, rule, wanted, found } of comparisons(value, asked)) {
    if (wanted === null) return "cannot-tell";
    const text = decodeUtf8(wanted).text;
    if (text !== found) return fails(rule, `${what} mismatch: ${text} != ${printed(found)}`);
  }
  return null;
}

const REQUIRED = ["Upgrade", "Connection", "Sec-WebSocket-Origin", "Sec-WebSocket-Location"];

interface Comparison {
  readonly what: string;
  readonly rule: string;
  readonly wanted: Uint8Array | null;
  readonly found: string;
}

function comparisons(value: (name: string) => string, asked: Asked): readonly Comparison[] {
  const origin: Comparison = {
    what: "origin",
    rule: "Sec-WebSocket-Origin is the page's origin, to the letter.",
    wanted: asked.origin,
    found: value("sec-websocket-origin"),
  };
  const location: Comparison = {
    what: "location",
    rule: "Sec-WebSocket-Location is the address that the page opened, to the letter.",
    wanted: asked.location,
    found: value("sec-websocket-location"),
  };
  const subprotocol: Comparison = {
    what: "protocol",
    rule: "Sec-WebSocket-Protocol is the one that the page asked for, to the letter.",
    wanted: asked.subprotocol,
    found: value("sec-websocket-protocol"),
  };
  return asked.subprotocol?.length === 0 ? [origin, location] : [origin, location, subprotocol];
}

/**
 * It is Qt 4 that writes the message as UTF-8, with a question mark for each noncharacter of Unicode: the last two of every plane,
 * and of U+FDD0 to U+FDEF the first half, all that it takes for one.
 */
function printed(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    return (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code < 0xfde0) ? "?" : character;
  }).join("");
}

function fails(rule: string, what: string): Stop {
  return stops(rule, `Error during WebSocket handshake: ${what}`);
}
