/** The answers that the model was made from. */
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

const LONG = "z".repeat(200);

// Right.
for (let i = 0; i < 5; i++) add(`right-${i}`, (right) => whole(right));
add("right-no-protocol", (right) => whole(right), { protocol: null });
add("right-closed-behind", (right) => whole(right), { end: true });
add("right-reversed", (right) => whole(right, { fields: right.fields.toReversed() }));

// Status lines.
statusLines({
  "one-space": "HTTP/1.1 101",
  "two-spaces-first": "HTTP/1.1  101 WebSocket Protocol Handshake",
  "space-first": " HTTP/1.1 101 WebSocket Protocol Handshake",
  "no-spaces": "y".repeat(127),
  "no-spaces-128": "y".repeat(128),
  "no-spaces-500": "y".repeat(500),
  "no-spaces-2000": "y".repeat(2000),
  "not-text": "\xe9\xff\x80abc",
  tabs: "HTTP/1.1\t101\tWebSocket",
  1022: `HTTP/1.1 101 ${"x".repeat(1009)}`,
  1023: `HTTP/1.1 101 ${"x".repeat(1010)}`,
  nul: "HTTP/1.1 101 Web\0Socket",
  "cr-inside": "HTTP/1.1 101 Web\rSocket",
  "byte-order-mark": "\xef\xbb\xbfHTTP/1.1 101 Hello",
  "other-protocol": "ICY 101 Go on",
  "code-1": "HTTP/1.1 1 x",
  "code-1010": "HTTP/1.1 1010 x",
  "code-1x1": "HTTP/1.1 1x1 x",
  "code-not-ascii": "HTTP/1.1 1\xb21 x",
  "code-signed": "HTTP/1.1 +10 x",
  "code-099": "HTTP/1.1 099 x",
  "code-100": "HTTP/1.1 100 Continue",
  "code-200": "HTTP/1.1 200 OK",
  "code-302": "HTTP/1.1 302 Found",
  "code-407": "HTTP/1.1 407 Proxy Authentication Required",
  "code-502": "HTTP/1.1 502 Bad Gateway",
});
add("status-lf-one-space", (right) => whole(right, { status: "HTTP/1.1 101" }).replace("\r", ""));
add("status-lf-first", (right) => `\n${whole(right)}`);
add("status-unended", () => `HTTP/1.1 101 ${"x".repeat(2000)}`);
add("status-nul-unended", () => "HTTP/1.1 1\0");
add("status-200-alone", () => "HTTP/1.1 200 OK\r\n");
add("status-continue-first", (right) => `HTTP/1.1 100 Continue\r\n\r\n${whole(right)}`);
add("not-http-ssh", () => "SSH-2.0-OpenSSH_5.3\r\n");
add("not-http-tls", () => "\x15\x03\x01\x00\x02\x02\x0a");
add(
  "not-http-policy",
  () => '<cross-domain-policy><allow-access-from domain="*"/></cross-domain-policy>\0',
);
add("nothing", () => "");

// Fields that are not there, and which of two is missed first.
add("fields-none", (right) => whole(right, { fields: [] }));
for (const name of ["Upgrade", "Connection", ORIGIN, LOCATION, PROTOCOL]) {
  add(`without-${name}`, (right) => whole(right, { fields: without(right, name) }));
}
add("without-upgrade-and-connection", (right) => {
  const fields = without(right, "Upgrade");
  return whole(right, { fields: without({ ...right, fields }, "Connection") });
});
add("without-location-upgrade-wrong", (right) => {
  const fields = without(right, LOCATION);
  return whole(right, { fields: changed({ ...right, fields }, "Upgrade", () => "Upgrade: x") });
});
/** @type {[string, string][]} */
const NEIGHBOURS = [
  ["Upgrade", "Connection"],
  ["Connection", ORIGIN],
  [ORIGIN, LOCATION],
  [LOCATION, PROTOCOL],
];
for (const [first, second] of NEIGHBOURS) {
  add(`wrong-${first}-and-${second}`, (right) => {
    const fields = changed(right, first, () => `${first}: a`);
    return whole(right, { fields: changed({ ...right, fields }, second, () => `${second}: b`) });
  });
}
add("wrong-origin-no-digest", (right) =>
  whole(right, { fields: changed(right, ORIGIN, () => `${ORIGIN}: x`), digest: "" }),
);

// What the fields say.
replaced("Upgrade", {
  "upgrade-upper": "Upgrade: WEBSOCKET",
  "upgrade-two-words": "Upgrade: Web Socket",
  "upgrade-space-behind": "Upgrade: WebSocket ",
  "upgrade-tab": "Upgrade:\tWebSocket",
  "upgrade-five-spaces": "Upgrade:     WebSocket",
  "upgrade-no-space": "Upgrade:WebSocket",
  "upgrade-kelvin-sign": "Upgrade: WebSoc\xe2\x84\xaaet",
  "upgrade-long-s": "Upgrade: Web\xc5\xbfocket",
  "upgrade-name-and-space": "Upgrade : WebSocket",
  "upgrade-list": "Upgrade: WebSocket, h2c",
});
replaced("Connection", {
  "connection-list": "Connection: keep-alive, Upgrade",
  "connection-upper": "CONNECTION: UPGRADE",
  "connection-space-behind": "Connection: Upgrade ",
});
replaced(ORIGIN, {
  "origin-null": `${ORIGIN}: null`,
  "origin-not-ascii": `${ORIGIN}: \xe2\x98\x83\xf0\x9f\x98\x80`,
  "origin-byte-order-mark": `${ORIGIN}: \xef\xbb\xbfx`,
  "origin-controls": `${ORIGIN}: a\x01\x7f\tb`,
});
add("origin-space-behind", (right) =>
  whole(right, { fields: changed(right, ORIGIN, (field) => `${field} `) }),
);
add("origin-name-long-s", (right) =>
  whole(right, { fields: changed(right, ORIGIN, (field) => field.replace("S", "\xc5\xbf")) }),
);
add("origin-name-dotted-i", (right) =>
  whole(right, { fields: changed(right, ORIGIN, (field) => field.replace("i", "\xc4\xb0")) }),
);
/** @type {Record<string, [string | RegExp, string]>} */
const LOCATIONS = {
  "scheme-upper": ["ws:", "WS:"],
  secure: ["ws:", "wss:"],
  "slash-behind": [/$/, "/"],
  "no-port": [/:\d+\//, "/"],
  "other-host": ["127.0.0.1", "example.com"],
  "not-ascii": [/[?].*/, "?\xc3\xa9"],
  long: [/$/, LONG],
};
for (const [id, [what, by]] of Object.entries(LOCATIONS)) {
  add(`location-${id}`, (right) =>
    whole(right, { fields: changed(right, LOCATION, (field) => field.replace(what, by)) }),
  );
}
replaced(PROTOCOL, {
  "protocol-list": `${PROTOCOL}: sample, other`,
  "protocol-not-ascii": `${PROTOCOL}: \xc3\xa9\xe2\x98\x83`,
  "protocol-long": `${PROTOCOL}: ${LONG}`,
});
add("protocol-unasked", (right) => whole(right, { fields: [...right.fields, `${PROTOCOL}: x`] }), {
  protocol: null,
});
add(
  "protocol-unasked-empty",
  (right) => whole(right, { fields: [...right.fields, `${PROTOCOL}: `] }),
  {
    protocol: null,
  },
);

// Fields that are there twice.
prepended({
  "twice-upgrade-first-wrong": "Upgrade: x",
  "twice-origin-first-wrong": `${ORIGIN}: x`,
  "twice-cookies": "Set-Cookie: a=c\r\nSet-Cookie: b=d",
});
appended({
  "twice-upgrade-last-wrong": "UPGRADE: x",
  "twice-origin-last-wrong": `${ORIGIN}: x`,
  "twice-protocol-last-wrong": `${PROTOCOL}: x`,
});

// Lines that are no fields.
prepended({
  "name-empty": ": b",
  "name-and-value-empty": ":",
  "value-empty": "X:",
  "cr-as-name": "\rx: y",
  "cr-in-value": "X: a\rb",
});
appended({
  "value-only-spaces": "X:   ",
  "name-not-utf8": "X-\xff: b",
  "name-utf8": "X-\xc3\xa9: b",
  "name-cut-utf8": "X\xe2\x98: a",
  "neither-utf8": "X-\xff: \xff",
  "value-surrogate": "X: \xed\xa0\x80",
  "value-overlong": "X: \xc0\x80",
  "value-above-unicode": "X: \xf4\x90\x80\x80",
  "value-four-bytes": "X: \xf0\x9f\x98\x80",
  "value-noncharacter": "X: \xef\xbf\xbe",
  "value-cut-utf8": "X: abc\xe2\x98",
  "value-nul": "X: a\0b",
  "no-colon": "Some words",
  "no-colon-long": LONG,
  "no-colon-not-text": "\xe9\x80\x05",
  "name-cr": "Some\rwords: x",
  "name-lf": "Some\nwords: x",
  "name-lf-first": "\nwords: x",
  "value-lf": "X: y\nZ: w",
  "value-lf-long": `X: ${LONG}\nZ: w`,
  "value-lf-at-once": "X:  \nZ: w",
  "value-cr-crlf": "X: y\r",
  "value-cr-behind": "X: y\rz",
  "fold-with-colon": "X: y\r\n\tz: w",
  "fold-tab": "X: y\r\n\tz",
});
appended({ "field-of-5000": `X: ${"a".repeat(5000)}` });

// Line ends.
add("lf-everywhere", (right) => whole(right).replaceAll("\r\n", "\n"));
add("lf-fields", (right) => {
  const fields = [right.fields.join("\n")];
  return whole(right, { fields });
});
add("lf-blank", (right) => whole(right).replace("\r\n\r\n", "\r\n\n"));
add("lf-blank-more-behind", (right) => `${whole(right).replace("\r\n\r\n", "\r\n\n")}\r\n\r\n`);
add("crcrlf-everywhere", (right) => whole(right).replaceAll("\r\n", "\r\r\n"));
add("crcrlf-fields", (right) => whole(right, { fields: [right.fields.join("\r\r\n")] }));
add("blank-crcrlf", (right) => `${whole(right).replace("\r\n\r\n", "\r\n\r\r\n")}\r\n\r\n`);
add("blank-with-space", (right) => whole(right).replace("\r\n\r\n", "\r\n \r\n\r\n"));

// The sixteen bytes.
add("digest-15", (right) => whole(right, { digest: right.digest.slice(0, 15) }));
add("digest-15-wrong", (right) => whole(right, { digest: "x".repeat(15) }));
add("digest-16-wrong", (right) => whole(right, { digest: "x".repeat(16) }));
add("digest-last-bit", ({ digest, ...right }) =>
  whole({ ...right, digest: digest.slice(0, 15) + String.fromCharCode(digest.charCodeAt(15) ^ 1) }),
);
add("digest-crlf-first", (right) => whole(right, { digest: `\r\n${right.digest}` }));
add("digest-twice", (right) => whole(right, { behind: right.digest }));
add("digest-before-head", (right) => `0123456789abcdef${whole(right, { digest: "" })}`);
add("digest-with-nul-quoted", (right) =>
  whole(right, { fields: [...right.fields, "\rX: y"], digest: "a\0b\0\xff23456789012345" }),
);

// Behind them.
behind({
  crlf: "\r\n",
  nul: "\0",
  "empty-text": "\0\xff",
  ff: "\xff",
  "ff-00": "\xff\0",
  "80-00": "\x80\0",
  "80-03": "\x80\x03abc",
  "length-without-end": `\x80${"\xff".repeat(12)}`,
  "text-not-utf8": "\0\xc3\x28\xff",
  "type-7f": "\x7fhi\xff",
  html: "<html>hello</html>",
});

// Closed by the server.
add("closed-at-once", () => "", { end: true });
add("closed-in-status", () => "HTTP/1.1 10", { end: true });
add("closed-in-fields", (right) => whole(right).slice(0, 80), { end: true });
add("closed-without-digest", (right) => whole(right, { digest: "" }), { end: true });
add("closed-in-digest", (right) => whole(right).slice(0, -1), { end: true });
add("closed-behind-wrong", (right) => whole(right, { digest: "x".repeat(16) }), { end: true });
add("closed-behind-400", () => "HTTP/1.1 400 Bad Request\r\n\r\n", { end: true });

// In pieces.
add("pieces-of-40", (right) => whole(right).match(/[\s\S]{1,40}/g) ?? []);
add("pieces-at-line-ends", (right) => whole(right).split(/(?<=\r)(?=\n)/));
add("pieces-of-digest", (right) => [whole(right).slice(0, -9), whole(right).slice(-9)]);
add(
  "pieces-origin-wrong",
  (right) =>
    whole(right, { fields: changed(right, ORIGIN, () => `${ORIGIN}: x`) }).match(/[\s\S]{1,60}/g) ??
    [],
);
