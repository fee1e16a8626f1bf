/** Answers with more than one thing that is odd, which of them it is that ends it, and what is printed of it. */
import {
  add,
  appended,
  behind,
  changed,
  LOCATION,
  ORIGIN,
  PROTOCOL,
  prepended,
  replaced,
  statusLines,
  whole,
  without,
} from "./answer.mjs";

/** @typedef {import("./answer.mjs").Right} Right */

/**
 * One answer for each entry: all of the right one, changed.
 * @param {string} group
 * @param {Record<string, (text: string) => string>} changes
 */
function texts(group, changes) {
  for (const [id, change] of Object.entries(changes)) {
    add(`${group}-${id}`, (right) => change(whole(right)));
  }
}

// Characters that Unicode has set aside: they are printed as question marks.
for (const [id, character] of Object.entries({
  fdcf: "\ufdcf",
  fdd0: "\ufdd0",
  fddf: "\ufddf",
  fde0: "\ufde0",
  fdef: "\ufdef",
  fdf0: "\ufdf0",
  fffd: "\ufffd",
  fffe: "\ufffe",
  ffff: "\uffff",
  "1fffd": "\u{1fffd}",
  "1fffe": "\u{1fffe}",
  "8ffff": "\u{8ffff}",
  "10fffd": "\u{10fffd}",
  "10ffff": "\u{10ffff}",
  e000: "\ue000",
  2028: "\u2028",
  feff: "\ufeff",
  "question-mark": "?",
})) {
  const utf8 = Buffer.from(character, "utf8").toString("latin1");
  replaced(ORIGIN, { [`origin-u-${id}`]: `${ORIGIN}: a${utf8}b` });
  replaced(PROTOCOL, { [`protocol-u-${id}`]: `${PROTOCOL}: ${utf8}${utf8}` });
}
replaced(LOCATION, { "location-u-ffff": `${LOCATION}: ws://\xef\xbf\xbf/` });
appended({ "last-name-noncharacter": "\xef\xbf\xbf: x", "last-fdd0": "X: \xef\xb7\x90" });
statusLines({
  "noncharacter-for-code": "HTTP/1.1 \xef\xbf\xbf x",
  "noncharacter-and-no-code": "HTTP/1.1\xef\xbf\xbf",
});

// A status line, and more than its code.
statusLines({
  "404-and-cr": "HTTP/1.1 404 x\ry",
  "404-two-spaces": "HTTP/1.1 404  x",
  "101-two-spaces": "HTTP/1.1 101  x",
  "101-tab-behind": "HTTP/1.1 101\t x",
  "101-comma": "HTTP/1.1 101, x",
  "1023-code": `${"y".repeat(1009)} 101 zzzzzzzz`,
  "1024-no-cr-code": `HTTP/1.1 101 ${"x".repeat(1011)}`,
  "1100-and-404": `HTTP/1.1 404 ${"x".repeat(1100)}`,
  "1100-spaces": " ".repeat(1100),
  "128-then-space": `${"q".repeat(128)} `,
  "127-then-space": `${"q".repeat(127)} `,
  "129-quoted": `${"q".repeat(129)} `,
  "latin-1-and-space": "\xe9\xe9 ",
  "code-of-nul": "HTTP/1.1 \0\0\0 x",
  "code-of-lf": "HTTP/1.1 1\n1 x",
  "code-empty-then-101": "HTTP/1.1  101",
  "code-of-quotes": 'HTTP/1.1 "101" x',
  "code-600": "HTTP/1.1 600 x",
  "code-101-in-full-width": "HTTP/1.1 \xef\xbc\x91\xef\xbc\x90\xef\xbc\x91 x",
  "code-of-three-latin-1": "HTTP/1.1 \xb9\xb2\xb3 x",
  "code-1-dot-1": "HTTP/1.1 1.1 x",
  "code-minus-10": "HTTP/1.1 -10 x",
  "code-e": "HTTP/1.1 1e2 x",
  "code-tab-first": "HTTP/1.1 \t10 x",
});

// Two faults.
texts("two", {
  "status-404-and-lf-lines": (text) => text.replace("101", "404").replaceAll("\r\n", "\n"),
  "status-lf-and-404": (text) => text.replace("101", "404").replace("\r\n", "\n"),
  "status-lf-and-no-code": (text) => text.replace(/^[^\r]*\r/, "HTTP/1.1"),
  "status-nul-and-404": (text) => text.replace("101", "404\0"),
  "status-404-and-nul-behind": (text) => text.replace("101", "404").replace("Connection", "\0"),
  "name-of-latin-1-and-value-lf": (text) => text.replace("Upgrade: WebSocket\r", "\xff: x"),
  "name-empty-and-value-latin-1": (text) => text.replace("Upgrade: WebSocket", ": \xff"),
  "value-empty-then-words": (text) => text.replace("Upgrade: WebSocket", "X:\r\nwords"),
  "words-then-value-empty": (text) => text.replace("Upgrade: WebSocket", "words\r\nX:"),
  "upgrade-and-fold": (text) => text.replace("WebSocket", "x").replace("sample", "s\r\n b"),
  "no-upgrade-and-latin-1-behind": (text) =>
    text.replace("Upgrade: WebSocket", "X: y").replace("sample", "\xe9"),
  "all-values-wrong": (text) => text.replaceAll(/: [^\r]*/g, ": x"),
  "names-in-capitals": (text) => text.replaceAll(/[\w-]+: /g, (name) => name.toUpperCase()),
  "names-with-underscores": (text) => text.replaceAll("Sec-WebSocket-", "Sec_WebSocket_"),
  "names-of-75": (text) => text.replaceAll("Sec-WebSocket-", "WebSocket-"),
  "names-of-6455": (text) => text.replace("Sec-WebSocket-Location", "Sec-WebSocket-Accept"),
  "every-space-twice": (text) => text.replaceAll(": ", ":  "),
  "every-space-gone": (text) => text.replaceAll(": ", ":"),
  "every-space-a-tab": (text) => text.replaceAll(": ", ":\t"),
  "blank-line-twice": (text) => text.replace("\r\n\r\n", "\r\n\r\n\r\n\r\n"),
  "blank-line-of-lf-and-more": (text) => `${text.replace("\r\n\r\n", "\n\n")}\r\n\r\n`,
  "blank-line-of-lf-cr": (text) => `${text.replace("\r\n\r\n", "\n\r\n\r")}\r\n\r\n`,
  "blank-line-behind-status": (text) => text.replace("\r\n", "\r\n\r\n"),
  "cr-before-colon": (text) => text.replace("Upgrade:", "Upgrade\r\n:"),
  "lf-before-colon": (text) => text.replace("Upgrade:", "Upgrade\n:"),
  "lf-behind-colon": (text) => text.replace("Upgrade: ", "Upgrade:\n"),
  "crlf-behind-colon": (text) => text.replace("Upgrade: ", "Upgrade:\r\n"),
  "cr-cr-lf-behind-value": (text) => text.replace("WebSocket\r\n", "WebSocket\r\r\n"),
  "cr-in-last-value": (text) => text.replace("sample", "sam\rple"),
  "nul-in-digest-place": (text) => text.replace("\r\n\r\n", "\r\n\r\n\0"),
  "head-cut-and-digest": (text) =>
    text.replace(/\r\nSec-WebSocket-Location[\s\S]*\r\n\r\n/, "\r\n\r\n"),
  "head-twice": (text) => text.slice(0, -16) + text,
  "as-utf-16": (text) => text.replaceAll(/[\s\S]/g, "$&\0"),
  "as-hex": (text) => Buffer.from(text, "latin1").toString("hex"),
  "all-in-capitals": (text) => text.slice(0, -16).toUpperCase() + text.slice(-16),
  "all-in-small-letters": (text) => text.slice(0, -16).toLowerCase() + text.slice(-16),
});
for (const name of ["Upgrade", "Connection", ORIGIN, LOCATION, PROTOCOL]) {
  add(`two-no-${name}-no-digest`, (right) =>
    whole(right, { fields: without(right, name), digest: "" }),
  );
  add(`two-${name}-last`, (right) =>
    whole(right, {
      fields: [...without(right, name), ...right.fields.filter((field) => field.startsWith(name))],
    }),
  );
  add(`two-${name}-empty`, (right) =>
    whole(right, { fields: changed(right, name, () => `${name}:`) }),
  );
}

// One more line, and what is quoted of those behind it.
prepended({
  "quoted-127-behind-cr": `X: y\r${"z".repeat(90)}`,
  "quoted-cr-at-once": "\r",
  "quoted-cr-and-tab": "\r\t: x",
  "quoted-name-of-128": "n".repeat(128),
  "quoted-name-of-129": "n".repeat(129),
  "quoted-value-of-128": `X: ${"v".repeat(128)}\nz`,
  "quoted-value-of-129-latin-1": `X: ${"\xe9".repeat(129)}\nz`,
  "quoted-name-latin-1": `${"\xe9".repeat(3)}\nz: x`,
  "quoted-controls": "\x01\x02\x1f\x7f\n",
  "quoted-html": "<b>x</b>",
  "quoted-percent": "%s%d%n",
  "name-of-7000": `${"n".repeat(7000)}: x`,
  "value-of-7000-and-lf": `X: ${"v".repeat(7000)}\nz`,
  "1000-fields": Array.from({ length: 1000 }, (_, i) => `X${i}: y`).join("\r\n"),
});
// What is not asked for is not looked at.
for (const [id, field] of Object.entries({
  "right-name": `${PROTOCOL}: sample`,
  twice: `${PROTOCOL}: a\r\n${PROTOCOL}: b`,
  "latin-1": `${PROTOCOL}: \xe9`,
  empty: `${PROTOCOL}:`,
})) {
  add(`unasked-${id}`, (right) => whole(right, { fields: [...right.fields, field] }), {
    protocol: null,
  });
}

behind({
  "80-large": "\x80\xff\xff\xff\xff\x7f",
  "80-too-large": `\x80${"\xff".repeat(9)}\x7f`,
  "80-in-nine": `\x80${"\x80".repeat(8)}\x01a`,
  "81-length": "\x81\x85hello",
  "ff-length": "\xff\x05hello",
  "ff-00-twice": "\xff\0\xff\0",
  "text-of-7000": `\0${"x".repeat(7000)}\xff`,
  "text-then-close": "\0a\xff\xff\0",
  "close-of-6455": "\x88\x02\x03\xe8",
  "text-utf-8-surrogate": "\0\xed\xa0\x80\xff",
  "text-nul": "\0a\0b\xff",
  lf: "\n",
});
