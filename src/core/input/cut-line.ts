/** Whether the last line of a text that ends within a head is itself cut, so far as what a value must be tells. */

const SCHEMES = ["http://", "https://", "null", "file://"];
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
  return (NOT_WHOLE[name]?.test(value) ?? false) || isBeginning(value, WORDS[name] ?? []);
}

/** Whether it stops within one of these words, or before it. */
function isBeginning(value: string, words: readonly string[]): boolean {
  const last = value
    .slice(value.search(/[^,;]*$/))
    .trim()
    .toLowerCase();
  return !words.includes(last) && words.some((word) => word.startsWith(last));
}
