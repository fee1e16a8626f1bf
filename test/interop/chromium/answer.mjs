// @ts-check
/**
 * What a server answers to find out what a browser does: right, and wrong in one way each. Texts are Latin-1, one byte a
 * character; `{accept}` stands for what the key asks for.
 *
 * @typedef {object} Answer
 * @property {readonly string[]} protocols what the page asks for
 * @property {string} text all that is sent
 * @property {boolean} end whether the server closes behind it
 * @property {boolean} stays whether the page keeps its socket open; else it closes it at once, and the server answers that
 */

export const STATUS = "HTTP/1.1 101 Switching Protocols\r\n";
export const UPGRADE = "Upgrade: websocket\r\n";
export const CONNECTION = "Connection: Upgrade\r\n";
export const ACCEPT = "Sec-WebSocket-Accept: {accept}\r\n";
/** A right answer, but for the blank line. */
export const HEAD = STATUS + UPGRADE + CONNECTION + ACCEPT;
export const DEFLATE = "permessage-deflate";

/** @type {Map<string, Answer>} */
export const ANSWERS = new Map();

/**
 * @param {string} id
 * @param {string} text
 * @param {Partial<Answer>} [rest]
 */
export function add(id, text, rest = {}) {
  if (ANSWERS.has(id)) throw new Error(`two answers are called ${id}`);
  ANSWERS.set(id, { protocols: [], text, end: false, stays: false, ...rest });
}

/**
 * One answer for each entry; `write` makes its text of the value.
 * @param {string} group
 * @param {Record<string, string>} entries
 * @param {(value: string) => string} write
 * @param {Partial<Answer>} [rest]
 */
export function addAll(group, entries, write, rest) {
  for (const [id, value] of Object.entries(entries)) add(`${group}-${id}`, write(value), rest);
}

/** @param {string} hex with spaces */
export function bytes(hex) {
  return Buffer.from(hex.replaceAll(" ", ""), "hex").toString("latin1");
}

/** A field, or nothing for no value. */
export function line(/** @type {string} */ field) {
  return field === "" ? "" : `${field}\r\n`;
}
