/** Whether the last line of a text that ends within a head is itself cut, so far as what a value must be tells. */

/** What values begin with that are not whole, by the name of the field in lower case. */
const NOT_WHOLE: Readonly<Record<string, RegExp>> = {
  upgrade: /^(?:w|we|web|webs|webso|websoc|websock|websocke)$/i,
  connection: /(?:^|,\s*)(?:u|up|upg|upgr|upgra|upgrad)$/i,
  "sec-websocket-version": /^1$/,
  // Base64 of 16 and of 20 bytes.
  "sec-websocket-key": /^[\w+/]{1,22}$/,
  "sec-websocket-accept": /^[\w+/]{1,27}$/,
  // Of these nobody knows where they end.
  "sec-websocket-key1": /^/,
  "sec-websocket-key2": /^/,
};

/** `text`: the line; a start line is none. */
export function isCutShort(text: string): boolean {
  const colon = text.indexOf(":");
  if (colon < 0) return true;
  const name = text.slice(0, colon).trim().toLowerCase();
  return NOT_WHOLE[name]?.test(text.slice(colon + 1).trim()) ?? false;
}
