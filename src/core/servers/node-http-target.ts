/**
 * Where the request target ends for llhttp 9.3, the parser inside Node 20. It knows no grammar of URIs, only which characters may
 * follow which (RFC 9112 §3.2): a path, or a scheme with an authority, then a query, then a fragment, which no client may send.
 * Bytes from 80 up are none of them.
 */

type State =
  | "start"
  | "scheme"
  | "colon"
  | "slash"
  | "server"
  | "server-at"
  | "path"
  | "query"
  | "fragment";

const LETTER = /[A-Za-z]/;
const SERVER = /[A-Za-z0-9\-_.!~*'()%;:&=+$,[\]]/;
const PATH = /[!"$-.0-9:;<=>@A-Z[\\\]^_`a-z{|}~/]/;

/** The state behind that character; null when it may not stand there. */
function next(state: State, character: string): State | null {
  switch (state) {
    case "start":
      if (character === "/" || character === "*") return "path";
      return LETTER.test(character) ? "scheme" : null;
    case "scheme":
      if (character === ":") return "colon";
      return LETTER.test(character) ? "scheme" : null;
    case "colon":
      return character === "/" ? "slash" : null;
    case "slash":
      return character === "/" ? "server" : null;
    case "server":
    case "server-at":
      if (character === "/") return "path";
      if (character === "?") return "query";
      // Two at a time are too many; two with something between are not.
      if (character === "@") return state === "server" ? "server-at" : null;
      return SERVER.test(character) ? "server" : null;
    case "path":
      if (character === "?") return "query";
      if (character === "#") return "fragment";
      return PATH.test(character) ? "path" : null;
    case "query":
      if (character === "#") return "fragment";
      return character === "?" || PATH.test(character) ? "query" : null;
    case "fragment":
      return /[?#]/.test(character) || PATH.test(character) ? "fragment" : null;
  }
}

/** Behind these the target may end. */
const ENDS: readonly State[] = ["server", "server-at", "path", "query", "fragment"];

export type Target =
  /** At the space, CR or LF behind it. */
  | { readonly end: number }
  | { readonly wrongAt: number }
  /** The bytes end before it does. */
  | null;

/** One character of `text` is one byte. CONNECT has an authority alone. */
export function readTarget(text: string, start: number, isConnect: boolean): Target {
  let state: State = isConnect ? "server" : "start";
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    if (/[ \r\n]/.test(character)) return ENDS.includes(state) ? { end: at } : { wrongAt: at };
    const following = next(state, character);
    if (following === null) return { wrongAt: at };
    state = following;
  }
  return null;
}
