/** Answers that are odd where those of answers.mjs are not. */
import {
  add,
  appended,
  behind,
  changed,
  LOCATION,
  ORIGIN,
  PROTOCOL,
  prepended,
  statusLines,
  whole,
} from "./answer.mjs";

/** @typedef {import("./answer.mjs").Right} Right */

/**
 * One answer for each entry: the field `name`, changed.
 * @param {string} name
 * @param {string} group
 * @param {Record<string, (field: string) => string>} changes
 */
function fields(name, group, changes) {
  for (const [id, change] of Object.entries(changes)) {
    add(`${group}-${id}`, (right) => whole(right, { fields: changed(right, name, change) }));
  }
}

/**
 * One answer for each entry: the field `name`, with its value changed.
 * @param {string} name
 * @param {string} group
 * @param {Record<string, (value: string) => string>} changes
 */
function values(name, group, changes) {
  for (const [id, change] of Object.entries(changes)) {
    const line = (/** @type {string} */ field) =>
      `${name}: ${change(field.slice(name.length + 2))}`;
    add(`${group}-${id}`, (right) => whole(right, { fields: changed(right, name, line) }));
  }
}

/**
 * One answer for each entry, whatever was asked.
 * @param {string} group
 * @param {Record<string, string>} texts
 * @param {{ end?: boolean }} [rest]
 */
function texts(group, texts, rest) {
  for (const [id, text] of Object.entries(texts)) add(`${group}-${id}`, () => text, rest);
}

statusLines({
  "no-break-space": "HTTP/1.1\xa0101 x y",
  "spaces-only": "   ",
  "code-only": " 101 ",
  "any-words": "a 101 b",
  "http-2": "HTTP/2 101 ",
  "code-with-dot": "HTTP/1.1 101. x",
  "code-1O1": "HTTP/1.1 1O1 x",
  "code-other-digit": "HTTP/1.1 \xef\xbc\x91 x",
  "code-vertical-tab": "HTTP/1.1 1\x0b1 x",
  "code-cr": "HTTP/1.1 1\r1 x",
  "code-000": "HTTP/1.1 000 x",
  "code-010": "HTTP/1.1 010 x",
  "code-999": "HTTP/1.1 999 x",
  "code-401": "HTTP/1.1 401 Unauthorized",
  "code-426": "HTTP/1.1 426 Upgrade Required",
  "reason-utf-8": "HTTP/1.1 101 \xe2\x98\x83",
  "reason-latin-1": "HTTP/1.1 101 \xff\xfe",
  "reason-like-field": "HTTP/1.1 101 Upgrade: x",
  "reason-of-6455": "HTTP/1.1 101 Switching Protocols",
  "cr-behind": "HTTP/1.1 101 x\r",
  "cr-first": "\rHTTP/1.1 101 x",
  "crlf-first": "\r\nHTTP/1.1 101 x",
  5000: `HTTP/1.1 101 ${"x".repeat(5000)}`,
  "5000-and-nul": `${"x".repeat(5000)}\0`,
  "5000-and-200": `HTTP/1.1 200 ${"x".repeat(5000)}`,
  "nul-first": "\0HTTP/1.1 101 x",
  "nul-behind": "HTTP/1.1 101 x\0",
  "129-latin-1": "\xe9".repeat(129),
  escapes: "\x1b[31m",
  controls: "\x01\x02\x7f\x80\x9f",
  html: "<!DOCTYPE html PUBLIC>",
  smtp: "220 mail ESMTP",
  ftp: "220 (vsFTPd 3.0.3)",
  "long-before-code": `HTTP${"q".repeat(130)} 101 x`,
});
texts("instead", {
  lf: "\n",
  crlf: "\r\n",
  "tls-and-lf": "\x16\x03\x01\n",
  frame: "\0hi\xff",
  json: '{"error": "x" }\n',
  "403-with-body": "HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nhello",
  "403-unended": "HTTP/1.1 403 Forbidden",
  "403-lf": "HTTP/1.1 403 Forbidden\n\n",
  "101-alone": "HTTP/1.1 101 x\r\n",
  "101-blank-line": "HTTP/1.1 101 x\r\n\r\n",
  "101-blank-line-digest": "HTTP/1.1 101 x\r\n\r\n0123456789abcdef",
  "101-lf": "HTTP/1.1 101 x\r\n\n\r\n\r\n",
  5000: "z".repeat(5000),
  "cr-only": "HTTP/1.1 101 x\rUpgrade: WebSocket\r\r",
});
texts(
  "closed",
  { "behind-101": "HTTP/1.1 101 x\r\n\r\n", "behind-words": "words\r\n", "behind-nul": "HTTP\0" },
  { end: true },
);

// One more line.
prepended({
  "first-space": " X: y",
  "first-tab": "\tX: y",
  "first-space-and-colon": " : x",
  "first-colon-twice": "X::",
  "first-tab-as-value": "X:\t",
  "first-blanks-as-value": "X:          y",
  "first-cr-in-name": "X\ry: z",
  "first-cr-before-colon": "X\r: z",
  "first-cr-as-value": "X: \ry",
  "first-lf-as-value": "X:\ny",
  "first-lf-before-colon": "X\n: z",
  "first-nul-in-name": "X\0: y",
  "first-nul-as-value": "X: \0",
  "first-space-only": " ",
  "first-colon-only": ":",
  "first-status-line": "HTTP/1.1 200 OK",
  "first-folded": " folded",
  "first-of-9000": `X: ${"v".repeat(9000)}`,
  "first-empty-upgrade": "Upgrade:",
  "first-other-location": `${LOCATION}: ws://x/`,
  "first-accept": "Sec-WebSocket-Accept: x",
});
appended({
  "last-accept": "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
  "last-origin-of-75": "WebSocket-Origin: x",
  "last-length": "Content-Length: 16",
  "last-chunked": "Transfer-Encoding: chunked",
  "last-close": "Connection: close",
  "last-e0-9f": "X: \xe0\x9f\xbf",
  "last-e0-a0": "X: \xe0\xa0\x80",
  "last-ed-9f": "X: \xed\x9f\xbf",
  "last-ed-bf": "X: \xed\xbf\xbf",
  "last-f0-8f": "X: \xf0\x8f\xbf\xbf",
  "last-f0-90": "X: \xf0\x90\x80\x80",
  "last-f4-8f": "X: \xf4\x8f\xbf\xbf",
  "last-f5": "X: \xf5\x80\x80\x80",
  "last-f8": "X: \xf8\x88\x80\x80\x80",
  "last-80": "X: \x80",
  "last-c3-28": "X: \xc3(",
  "last-right-then-e9": "X: ok\xc3\xa9ok\xe9",
  "last-byte-order-mark": "X: \xef\xbb\xbf",
  "last-name-surrogate": "\xed\xa0\x80: x",
  "last-name-overlong": "\xc0\x80: x",
  "last-name-four-bytes": "\xf0\x9f\x98\x80: x",
  "last-name-of-300": `${"n".repeat(300)}: x`,
  "last-words-of-300": "n".repeat(300),
  "last-cr-in-name-at-128": `${"n".repeat(128)}\rz`,
  "last-lf-in-name-at-129": `${"n".repeat(129)}\nz`,
  "last-lf-in-value-at-128": `X: ${"v".repeat(128)}\nz`,
  "last-lf-in-value-at-129": `X: ${"v".repeat(129)}\nz`,
  "last-two-cr": "X: y\r\r",
  "last-cr-and-200": `X: y\r${"b".repeat(200)}`,
  "last-nul": "X: y\0",
  "last-lf": "\n",
  "last-crlf": "X: y\r\n",
});

// What the fields say, and how they are written.
for (const [group, name] of Object.entries({
  "written-upgrade": "Upgrade",
  "written-connection": "Connection",
  "written-origin": ORIGIN,
  "written-location": LOCATION,
  "written-protocol": PROTOCOL,
})) {
  fields(name, group, {
    "space-before": (field) => ` ${field}`,
    "tab-behind-name": (field) => field.replace(":", "\t:"),
    "two-spaces": (field) => field.replace(": ", ":  "),
    tab: (field) => field.replace(": ", ":\t"),
    "tab-behind": (field) => `${field}\t`,
    folded: (field) => field.replace(": ", ":\r\n "),
    "twice-second-empty": (field) => `${field}\r\n${name}:`,
    latin1: (field) => `${field}\xe9`,
    "lf-inside": (field) => `${field.slice(0, -2)}\n${field.slice(-2)}`,
  });
  values(name, group, {
    quoted: (value) => `"${value}"`,
    "comma-behind": (value) => `${value},`,
    twice: (value) => `${value}, ${value}`,
    "byte-order-mark": (value) => `\xef\xbb\xbf${value}`,
    "byte-order-mark-behind": (value) => `${value}\xef\xbb\xbf`,
    "no-break-space-behind": (value) => `${value}\xc2\xa0`,
    capitals: (value) => value.toUpperCase(),
    "less-one": (value) => value.slice(0, -1),
    "nul-behind": (value) => `${value}\0`,
  });
}
values(LOCATION, "location", {
  http: (value) => value.replace("ws:", "http:"),
  localhost: (value) => value.replace("127.0.0.1", "localhost"),
  "port-80": (value) => value.replace(/:\d+/, ":80"),
  "port-with-zero": (value) => value.replace(/:(\d+)/, ":0$1"),
  "empty-query": (value) => value.replace(/[?].*/, "?"),
  fragment: (value) => `${value}#x`,
  "two-slashes": (value) => value.replace(/(\d)\//, "$1//"),
  escaped: (value) => value.replace("?", "%3F"),
  user: (value) => value.replace("//", "//a@"),
  host: (value) => value.replace(/^(ws:\/\/[^/]*).*/, "$1"),
});
values(ORIGIN, "origin", {
  https: (value) => value.replace("http", "https"),
  "no-port": (value) => value.replace(/:\d+$/, ""),
  "port-80": (value) => value.replace(/:\d+$/, ":80"),
  host: (value) => value.replace("http://", ""),
  path: (value) => `${value}/page`,
  list: (value) => `${value}, http://x`,
  brackets: (value) => `<${value}>`,
});
for (const [id, protocol] of Object.entries({ capitals: "SAMPLE", comma: "x,y", marks: "~!@" })) {
  add(`protocol-asked-${id}`, (right) => whole(right), { protocol });
}

/** @type {Record<string, (digest: string) => string>} */
const DIGESTS = {
  8: (digest) => digest.slice(0, 8),
  17: (digest) => `${digest}x`,
  base64: (digest) => Buffer.from(digest, "latin1").toString("base64"),
  "as-utf-8": (digest) => Buffer.from(digest, "utf8").toString("latin1"),
  "16-nul": () => "\0".repeat(16),
  "blank-lines": () => "\r\n".repeat(8),
  "first-bit": (digest) => String.fromCharCode(digest.charCodeAt(0) ^ 128) + digest.slice(1),
  "turned-by-one": (digest) => digest.slice(1) + digest.slice(0, 1),
  "12-then-frame": (digest) => `${digest.slice(0, 12)}\0hi\xff`,
  "frame-then-16": (digest) => `\0hi\xff${digest}`,
};
for (const [id, change] of Object.entries(DIGESTS)) {
  add(`digest-${id}`, (right) => whole(right, { digest: change(right.digest) }));
}
behind({
  "two-texts": "\0a\xff\0b\xff",
  "half-text": "\0hel",
  "close-then-text": "\xff\0\0hi\xff",
  "80-05": "\x80\x05hello",
  "81-00": "\x81\0",
  "ff-01": "\xff\x01a",
  "ff-80-00": "\xff\x80\0",
  "80-81": "\x80\x81",
  "text-of-6455": "\x81\x02hi",
  "text-cut": "\0\xe2\x98\xff",
  head: "HTTP/1.1 200 OK\r\n\r\n",
});

// Line ends.
add("blank-line-in-digest", ({ status, fields, digest }) =>
  [status, ...fields, "\r", "", digest].join("\r\n").replace("\r\n\r\r\n", "\r\n\r\r\n"),
);
add("three-crlf", (right) => whole(right).replace("\r\n\r\n", "\r\n\r\n\r\n"));
add("blank-line-of-cr", (right) => whole(right).replace("\r\n\r\n", "\r\r"));
add("blank-line-behind-nul", (right) => whole(right).replace("\r\n\r\n", "\r\n\0\r\n\r\n"));
add("blank-line-behind-tab", (right) => whole(right).replace("\r\n\r\n", "\r\n\t\r\n\r\n"));
add("status-lf-cr", (right) => whole(right).replace("\r\n", "\n\r"));
add("one-lf-last", (right) => whole(right).replace("sample\r\n\r\n", "sample\n\r\n"));
