/** A client that does what RFC 6455 says, to the letter: §4.1, the list of what it must check in the response. */
import { checkResponse } from "../rfc6455/client.ts";
import type { Failed } from "../rfc6455/client-fields.ts";
import { askedOr, isAllTold, readAskedByKey, restsOn } from "./asked-by-key.ts";
import type { Judgement } from "./judgement.ts";

/** Null when the request does not say enough to tell. `closed`: the server closed the connection behind the last byte. */
export function judgeAsRfc6455(
  request: Uint8Array | undefined,
  response: Uint8Array,
  { closed = false }: { readonly closed?: boolean } = {},
): Judgement | null {
  const asked = readAskedByKey(request);
  const outcome = checkResponse(askedOr(asked, response), response, closed);
  const base = { client: "draft", accepts: false, console: null, waits: false } as const;
  switch (outcome.outcome) {
    case "waiting":
      return { ...base, rule: "RFC 6455 §4.1: The head has not ended.", waits: true };
    case "failed": {
      const needed = restsOn(outcome.code);
      return needed && asked[needed] === null ? null : { ...base, rule: ruleOf(outcome) };
    }
    case "accepted":
      return isAllTold(asked)
        ? { ...base, accepts: true, rule: "RFC 6455 §4.1: Items 1 to 6 are as they must be." }
        : null;
  }
}

function ruleOf({ item, code }: Failed): string {
  const [own, general] = [RULES_OF_CODES[code], RULES_OF_ITEMS[item]];
  return own ?? `RFC 6455 §4.1 item ${item}: ${general ?? code}`;
}

const RULES_OF_ITEMS: Readonly<Record<number, string>> = {
  1: "The status code is 101; any other is handled as HTTP says.",
  2: "Upgrade is websocket, in upper or lower case.",
  3: "Connection names Upgrade, alone or in a list.",
  4: "Sec-WebSocket-Accept is there, and is what the key asks for.",
  5: "Sec-WebSocket-Extensions names only what was offered.",
  6: "Sec-WebSocket-Protocol is one of those that were asked for, to the letter.",
};

/** Where other sections say it. */
const RULES_OF_CODES: Readonly<Record<string, string>> = {
  "no-response": "RFC 6455 §4.1: A response comes before the connection closes.",
  "head-not-terminated": "RFC 6455 §4.1: The head ends before the connection closes.",
  "not-http": "RFC 9112 §4: A response begins with a status line.",
  "header-without-colon": "RFC 9112 §5: A line is a name that is a token, a colon, and a value.",
  "extensions-malformed":
    "RFC 6455 §9.1: Sec-WebSocket-Extensions has the grammar of that section.",
  "extension-repeated": "RFC 6455 §9.1: No extension is used twice at once.",
  "deflate-parameter-unknown":
    "RFC 7692 §7.1: permessage-deflate has four parameters and no others.",
  "deflate-parameter-repeated": "RFC 7692 §7.1: No parameter is there twice.",
  "deflate-parameter-value": "RFC 7692 §7.1: Each parameter has the value that it may have.",
  "deflate-parameter-not-offered":
    "RFC 7692 §7.1.2.2: client_max_window_bits is there only when the client offered it.",
  "deflate-parameter-not-accepted":
    "RFC 7692 §7.1: What the client asked for is promised, and no more than it asked for.",
};
