/**
 * What a server answers to find out what a browser does: right, and wrong in one way each. Texts are Latin-1, one byte a
 * character.
 *
 * @typedef {{ status: string, fields: string[], digest: string }} Right the reference's answer, taken apart
 * @typedef {object} Answer
 * @property {string | null} protocol what the page asks for
 * @property {boolean} end whether the server closes behind its last byte
 * @property {(right: Right) => string | string[]} answer bytes, or several writes
 */

export const ORIGIN = "Sec-WebSocket-Origin";
export const LOCATION = "Sec-WebSocket-Location";
export const PROTOCOL = "Sec-WebSocket-Protocol";

/** @type {Map<string, Answer>} */
export const ANSWERS = new Map();

/**
 * @param {string} id
 * @param {Answer["answer"]} answer
 * @param {Partial<Answer>} [rest]
 */
export function add(id, answer, rest = {}) {
  if (ANSWERS.has(id)) throw new Error(`two answers are called ${id}`);
  ANSWERS.set(id, { protocol: "sample", end: false, answer, ...rest });
}

/**
 * @param {Right} right
 * @param {Partial<Right> & { behind?: string }} [changes]
 */
export function whole(right, changes = {}) {
  const { status, fields, digest, behind = "" } = { ...right, ...changes };
  return `${[status, ...fields].join("\r\n")}\r\n\r\n${digest}${behind}`;
}

/**
 * One answer for each entry: the status line is the value.
 * @param {Record<string, string>} entries
 */
export function statusLines(entries) {
  for (const [id, status] of Object.entries(entries)) {
    add(`status-${id}`, (right) => whole(right, { status }));
  }
}

/**
 * @param {Right} right
 * @param {string} name
 */
export function without({ fields }, name) {
  return fields.filter((field) => !field.startsWith(`${name}:`));
}

/**
 * @param {Right} right
 * @param {string} name
 * @param {(field: string) => string} change
 */
export function changed({ fields }, name, change) {
  return fields.map((field) => (field.startsWith(`${name}:`) ? change(field) : field));
}

/**
 * One answer for each entry: the field `name` is the value instead.
 * @param {string} name
 * @param {Record<string, string>} entries
 */
export function replaced(name, entries) {
  for (const [id, line] of Object.entries(entries)) {
    add(id, (right) => whole(right, { fields: changed(right, name, () => line) }));
  }
}

/**
 * One answer for each entry: the value is one more line, behind the others.
 * @param {Record<string, string>} entries
 */
export function appended(entries) {
  for (const [id, line] of Object.entries(entries)) {
    add(id, (right) => whole(right, { fields: [...right.fields, line] }));
  }
}

/**
 * One answer for each entry: the value is one more line, before the others.
 * @param {Record<string, string>} entries
 */
export function prepended(entries) {
  for (const [id, line] of Object.entries(entries)) {
    add(id, (right) => whole(right, { fields: [line, ...right.fields] }));
  }
}

/**
 * One answer for each entry: the value stands behind the digest.
 * @param {Record<string, string>} entries
 */
export function behind(entries) {
  for (const [id, bytes] of Object.entries(entries)) {
    add(`behind-${id}`, (right) => whole(right, { behind: bytes }));
  }
}
