/**
 * Sec-WebSocket-Protocol as ws 8 reads it: 1#token (RFC 6455 §4.3) without the empty elements that a list may have, and without
 * blanks at either end; those at the ends of the field itself Node has taken away before.
 */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Null when it is malformed, or has one of them twice. */
export function readSubprotocols(value: string): readonly string[] | null {
  const names = value.split(",").map((name) => name.replace(/^[ \t]+|[ \t]+$/g, ""));
  const isRepeated = new Set(names).size < names.length;
  return isRepeated || !names.every((name) => TOKEN.test(name)) ? null : names;
}
