/** Whether the last line of a text that ends within a head is itself cut, so far as what a value must be tells. */

/** The one of them that is an origin by itself. */
const FILE = "file://";
const SCHEMES = ["http://", "https://", "null", FILE];
const ADDRESSES = ["ws://", "wss://"];
const PARAMETERS = ["server_no_context_takeover", "client_no_context_takeover"];
const WINDOWS = ["server_max_window_bits", "client_max_window_bits"];

/** What the last word of a value is, when nothing of it is missing, by the name of the field in lower case. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  upgrade: ["websocket"],
  connection: ["upgrade"],
  "sec-websocket-version": ["13"],
  "sec-websocket-extensions": ["permessage-deflate", ...PARAMETERS, ...WINDOWS],
  origin: SCHEMES,
  "sec-websocket-origin": SCHEMES,
  "websocket-origin": SCHEMES,
  "sec-websocket-location": ADDRESSES,
  "websocket-location": ADDRESSES,
};

/** The same of values that are no words. */
const NOT_WHOLE: Readonly<Record<string, RegExp>> = {
  // Base64 of 16 and of 20 bytes.
  "sec-websocket-key": /^(?:[\w+/]{0,22}|[\w+/]{22}=)$/,
  "sec-websocket-accept": /^[\w+/]{0,27}$/,
  // Of these nobody knows where they end.
  "sec-websocket-key1": /^/,
  "sec-websocket-key2": /^/,
};

/** `text`: the line; a start line is none. */
export function isCutShort(text: string): boolean {
  const colon = text.indexOf(":");
  if (colon < 0) return true;
  const name = text.slice(0, colon).trim().toLowerCase();
  const value = text.slice(colon + 1).trim();
  const words = WORDS[name];
  return (
    (NOT_WHOLE[name]?.test(value) ?? false) || (words !== undefined && isBeginning(value, words))
  );
}

/** Whether it stops within one of these words, or before it. */
function isBeginning(value: string, words: readonly string[]): boolean {
  const from = Math.max(value.lastIndexOf(","), value.lastIndexOf(";")) + 1;
  const last = value.slice(from).trim().toLowerCase();
  const isWhole = words.includes(last) && (last === FILE || !last.endsWith("://"));
  return !isWhole && words.some((word) => word.startsWith(last));
}
