// @ts-check
/** The answers that the model was made from. */
import {
  ACCEPT,
  ANSWERS,
  add,
  addAll,
  bytes,
  CONNECTION,
  DEFLATE,
  HEAD,
  line,
  STATUS,
  UPGRADE,
} from "./answer.mjs";

/** @typedef {import("./answer.mjs").Answer} Answer */

// What stands in the first line.
addAll(
  "status",
  {
    "lower-case": "http/1.1 101 ok",
    icy: "ICY 101 ok",
    "no-reason": "HTTP/1.1 101",
    "empty-reason": "HTTP/1.1 101 ",
    "leading-zero": "HTTP/1.1 0101 x",
    "four-digits": "HTTP/1.1 1010 x",
    "two-digits": "HTTP/1.1 10a x",
    letters: "HTTP/1.1 abc x",
    "letters-behind": "HTTP/1.1 101abc x",
    negative: "HTTP/1.1 -101 x",
    plus: "HTTP/1.1 +101 x",
    "two-spaces": "HTTP/1.1  101 x",
    tab: "HTTP/1.1\t101 x",
    "no-code": "HTTP/1.1",
    "no-code-but-space": "HTTP/1.1 ",
    "http-1-0": "HTTP/1.0 101 x",
    "http-0-9": "HTTP/0.9 101 x",
    "http-2": "HTTP/2 101 x",
    "no-version": "HTTP 101 x",
    "version-letters": "HTTP/x.y 101 x",
    "no-space": "HTTP/1.1101 x",
    "space-in-version": "HTTP/ 1.1 101 x",
    huge: "HTTP/1.1 99999999999999999999 x",
    zero: "HTTP/1.1 0 x",
    "4-before": "abcdHTTP/1.1 101 x",
    "5-before": "abcdeHTTP/1.1 101 x",
    "http-before": "HTTPHTTP/1.1 101 x",
    "ht-before": "hthttp/1.1 101 x",
    "html-before": "<br>HTTP/1.1 101 x",
    "bom-before": "\xef\xbb\xbfHTTP/1.1 101 x",
    "bom-and-lf-before": "\xef\xbb\xbf\nHTTP/1.1 101 x",
    "crlf-before": "\r\nHTTP/1.1 101 x",
    "two-crlf-before": "\r\n\r\nHTTP/1.1 101 x",
    "five-lf-before": "\n\n\n\n\nHTTP/1.1 101 x",
    "nul-before": "\0HTTP/1.1 101 x",
    nul: "HTTP/1.1 101 x\0y",
  },
  (status) => `${status}\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
);
addAll(
  "refused",
  {
    "http-0-9": "HTTP/0.9 404 x",
    "http-0-8": "HTTP/0.8 404 x",
    "http-0-95": "HTTP/0.95 404 x",
    "http-00-9": "HTTP/00.9 404 x",
    "http-0-9x": "HTTP/0.9x 404 x",
    "http-0-dot": "HTTP/0 404 .9",
    "http-0-9-no-code": "HTTP/0.9",
    "http-0-9-401": "HTTP/0.9 401 x",
    "http-0-9-407": "HTTP/0.9 407 x",
    "http-x": "HTTP/x 404 x",
    "no-code": "HTTP/1.1",
  },
  (status) => `${status}\r\n\r\n`,
);
for (const code of [100, 102, 103, 199, 200, 204, 205, 206, 300, 302, 303, 304, 305, 307, 308]) {
  add(`code-${code}`, `HTTP/1.1 ${code} x\r\nContent-Length: 0\r\n\r\n`);
}
for (const code of [401, 402, 404, 405, 407, 408, 410, 418, 421, 422, 425, 429, 431, 451]) {
  add(`code-${code}`, `HTTP/1.1 ${code} x\r\nContent-Length: 0\r\n\r\n`);
}
for (const code of [500, 501, 502, 503, 504, 505, 599, 600]) {
  add(`code-${code}`, `HTTP/1.1 ${code} x\r\nContent-Length: 0\r\n\r\n`);
}
addAll(
  "redirect",
  {
    "same-host": "301 x\r\nLocation: /m/other",
    ws: "302 x\r\nLocation: ws://127.0.0.1:9/m/other",
    http: "303 x\r\nLocation: http://127.0.0.1:9/",
    relative: "307 x\r\nLocation: other",
    none: "308 x\r\nX: y",
    empty: "302 x\r\nLocation:",
    "without-code": "302\r\nLocation: /m/other",
  },
  (rest) => `HTTP/1.1 ${rest}\r\n\r\n`,
);
addAll(
  "upgraded",
  {
    200: "200 OK",
    426: "426 Upgrade Required",
    503: "503 Service Unavailable",
    1101: "1101 x",
    100: "100 Continue",
  },
  (status) => `HTTP/1.1 ${status}\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
);
add("code-100-then-right", `HTTP/1.1 100 Continue\r\n\r\n${HEAD}\r\n`);
addAll(
  "401",
  {
    basic: 'WWW-Authenticate: Basic realm="x"',
    digest: 'WWW-Authenticate: Digest realm="x", nonce="y"',
    unknown: "WWW-Authenticate: Foo",
    none: "X: y",
  },
  (field) => `HTTP/1.1 401 x\r\n${field}\r\n\r\nhello`,
);
add("407-basic", 'HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n');

// What is not HTTP.
addAll(
  "other",
  {
    "8-bytes": "garbage!",
    html: "<html><body>hi</body></html>",
    json: '{"error":"x"}\n',
    ssh: "SSH-2.0-OpenSSH_9.2\r\n",
    smtp: "220 mail ESMTP\r\n",
    http2: bytes("00 00 12 04 00 00 00 00 00 00 03 00 00 00 80"),
    "tls-alert": bytes("15 03 01 00 02 02 46 15 03 01"),
    utf16: bytes("ff fe 48 00 54 00 54 00 50 00"),
  },
  (text) => text,
);
addAll(
  "short",
  {
    nothing: "",
    h: "H",
    http: "HTTP",
    "7-bytes": "garbage",
    "tls-alert": bytes("15 03 01 00 02 02 46"),
    "http-at-4": "abcdhtt",
    "crlf-only": "\r\n\r\n",
  },
  (text) => text,
);
addAll(
  "closed",
  {
    nothing: "",
    http: "HTTP",
    ht: "HT",
    "7-bytes": "garbage",
    "8-bytes": "garbage!",
    "in-status": "HTTP/1.1 101 Sw",
    "in-field": HEAD.slice(0, 60),
    "before-blank": HEAD,
    "in-refusal": "HTTP/1.1 400 Bad\r\nX: y",
    "with-two-lengths": `${STATUS}Content-Length: 1\r\nContent-Length: 2\r\n`,
    "with-nul": `${STATUS}X: \0\r\n`,
    "behind-head": `${HEAD}\r\n`,
    "behind-wrong-head": `${STATUS}\r\n`,
    "behind-text": `${HEAD}\r\n${bytes("81 01 61")}`,
    "in-frame": `${HEAD}\r\n${bytes("81 05 61")}`,
    "behind-close": `${HEAD}\r\n${bytes("88 02 03 e8")}`,
    "behind-bad-frame": `${HEAD}\r\n${bytes("83 00")}`,
    "behind-401": 'HTTP/1.1 401 x\r\nWWW-Authenticate: Basic realm="x"\r\n\r\nhello',
  },
  (text) => text,
  { end: true },
);

// How lines end, and go on.
addAll(
  "lines",
  {
    "no-blank-line": HEAD,
    "lf-only": `${HEAD}\r\n`.replaceAll("\r\n", "\n"),
    "lf-blank-line": `${HEAD}\n`,
    "cr-only": `${HEAD}\r\n`.replaceAll("\r\n", "\r"),
    "cr-then-crlf-crlf": `${HEAD.replaceAll("\r\n", "\r")}\r\n\r\n`,
    "one-lf": `${HEAD.replace("websocket\r\n", "websocket\n")}\r\n`,
    "one-cr": `${HEAD.replace("websocket\r\n", "websocket\r")}\r\n`,
    "cr-crlf": `${HEAD}\r\n`.replaceAll("\r\n", "\r\r\n"),
    "cr-crlf-then-crlf": `${HEAD.replaceAll("\r\n", "\r\r\n")}\r\n`,
    "lf-crlf": `${HEAD}\n\r\n`,
    "lf-behind-accept": `${STATUS}${UPGRADE}${CONNECTION}Sec-WebSocket-Accept: {accept}\n\r\n\r\n`,
    "no-colon": `${STATUS}garbage\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    "no-name": `${STATUS}: x\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    "name-with-bracket": `${STATUS}a(b: c\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    "name-latin1": `${STATUS}\xe4: c\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    "folded-status": `${STATUS} folded\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    "upgrade-folded-into-status": `${STATUS} ${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    "folded-colon": `${HEAD}X: y\r\n Z: w\r\n\r\n`,
    "folded-blank": `${STATUS}X: y\r\n \r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n`,
    nul: `${HEAD}X: a\0b\r\n\r\n`,
    "nul-behind-head": `${HEAD}\r\n\0`,
    "250-kb": `${HEAD}X: ${"y".repeat(250_000)}\r\n\r\n`,
    "270-kb": `${HEAD}X: ${"y".repeat(270_000)}\r\n\r\n`,
    "content-length": `${HEAD}Content-Length: 5\r\n\r\n`,
    "content-length-letters": `${HEAD}Content-Length: abc\r\n\r\n`,
    "two-lengths": `${HEAD}Content-Length: 0\r\nContent-Length: 1\r\n\r\n`,
    "two-lengths-alike": `${HEAD}Content-Length: 0\r\nContent-Length: 0\r\n\r\n`,
    "two-lengths-in-one": `${HEAD}Content-Length: 0, 1\r\n\r\n`,
    "two-lengths-one-empty": `${HEAD}Content-Length:\r\nContent-Length: 1\r\n\r\n`,
    "two-lengths-chunked": `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\n`,
    "two-lengths-http-1-0-chunked": `HTTP/1.0 101 x\r\n${UPGRADE}${CONNECTION}${ACCEPT}Transfer-Encoding: chunked\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\n`,
    "two-lengths-http-2-chunked": `HTTP/2 101 x\r\n${UPGRADE}${CONNECTION}${ACCEPT}Transfer-Encoding: chunked\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\n`,
    "two-locations": `${HEAD}Location: a\r\nLocation: b\r\n\r\n`,
    "two-locations-alike": `${HEAD}Location: a\r\nLocation: a\r\n\r\n`,
    "location-with-comma": `${HEAD}Location: a, b\r\n\r\n`,
    "two-dispositions": `${HEAD}Content-Disposition: a\r\nContent-Disposition: b\r\n\r\n`,
    "disposition-with-comma": `${HEAD}Content-Disposition: a, b\r\n\r\n`,
    "two-locations-302": "HTTP/1.1 302 x\r\nLocation: a\r\nLocation: b\r\n\r\n",
    chunked: `${HEAD}Transfer-Encoding: chunked\r\n\r\n`,
    "chunked-body": `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    "hixie-76": `HTTP/1.1 101 WebSocket Protocol Handshake\r\nUpgrade: WebSocket\r\n${CONNECTION}Sec-WebSocket-Origin: x\r\nSec-WebSocket-Location: ws://x/\r\n\r\n0123456789abcdef`,
  },
  (text) => text,
);

// The fields that it looks at.
addAll(
  "upgrade",
  {
    missing: "",
    empty: "Upgrade:",
    comma: "Upgrade: ,",
    "comma-behind": "Upgrade: websocket,",
    "comma-before": "Upgrade: ,websocket",
    quoted: 'Upgrade: "websocket"',
    "quoted-comma": 'Upgrade: "websocket, h2c"',
    "quote-open": 'Upgrade: "websocket, h2c',
    "quote-inside": 'Upgrade: a"b,c"d',
    "quote-escaped": 'Upgrade: "a\\",b"',
    "comma-escaped": "Upgrade: a\\,b",
    "comma-behind-quotes": 'Upgrade: "a,b"c, d',
    "single-quotes": "Upgrade: 'websocket, x'",
    version: "Upgrade: websocket/13",
    other: "Upgrade: h2c",
    list: "Upgrade: websocket, h2c",
    "list-alike": "Upgrade: websocket, websocket",
    twice: "Upgrade: websocket\r\nUpgrade: websocket",
    "twice-one-empty": "Upgrade: websocket\r\nUpgrade:",
    "utf-8": "Upgrade: web\xc3\xa4socket",
    "latin-1": "Upgrade: web\xe4socket",
    emoji: "Upgrade: \xf0\x9f\x98\x80",
    control: "Upgrade: web\x01socket",
    "vertical-tab": "Upgrade: \x0bwebsocket\x0c",
    delete: "Upgrade: web\x7fsocket",
    tabs: "Upgrade:\t\twebsocket\t",
    "no-space": "Upgrade:websocket",
    "space-in-name": "Up grade: websocket",
    "space-behind-name": "Upgrade : websocket",
    "tab-behind-name": "Upgrade\t: websocket",
    "space-before-name": " Upgrade: websocket",
    capitals: "UPGRADE: WEBSOCKET",
    folded: "Upgrade:\r\n websocket",
    "folded-in-value": "Upgrade: web\r\n socket",
    "folded-with-blanks": "Upgrade: web  \r\n   socket",
    "folded-with-tabs": "Upgrade: web\t\r\n\t\tsocket",
    "folded-twice": "Upgrade: a\r\n \r\n b",
    "folded-with-lf": "Upgrade: a\n b",
    "folded-list": "Upgrade: websocket\r\n ,h2c",
    parameter: "Upgrade: websocket; q=1",
    long: `Upgrade: ${"w".repeat(300)}`,
  },
  (field) => `${STATUS}${line(field)}${CONNECTION}${ACCEPT}\r\n`,
);
addAll(
  "connection",
  {
    empty: "Connection:",
    close: "Connection: close",
    capitals: "CONNECTION: UPGRADE",
    quoted: 'Connection: "Upgrade"',
    "quoted-list": 'Connection: "keep-alive, Upgrade"',
    "quote-open": 'Connection: "a, Upgrade',
    "list-no-space": "Connection: keep-alive,Upgrade",
    "list-tab": "Connection: a,\tUpgrade\t,b",
    "comma-behind": "Connection: Upgrade,",
    parameter: "Connection: Upgrade; x",
    longer: "Connection: Upgrades",
    "space-list": "Connection: keep-alive Upgrade",
    "other-name": "Proxy-Connection: Upgrade",
    second: "Connection: close\r\nConnection: Upgrade",
    "second-first-empty": "Connection:\r\nConnection: upgrade",
    folded: "Connection: close,\r\n\tUpgrade",
  },
  (field) => `${STATUS}${UPGRADE}${ACCEPT}${line(field)}\r\n`,
);
addAll(
  "accept",
  {
    missing: "",
    empty: "Sec-WebSocket-Accept:",
    wrong: "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    capitals: "SEC-WEBSOCKET-ACCEPT: {accept}",
    quoted: 'Sec-WebSocket-Accept: "{accept}"',
    "comma-behind": "Sec-WebSocket-Accept: {accept},",
    more: "Sec-WebSocket-Accept: {accept} x",
    tabs: "Sec-WebSocket-Accept:\t{accept}\t",
    folded: "Sec-WebSocket-Accept:\r\n {accept}",
    twice: "Sec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Accept: {accept}",
    "twice-second-wrong": "Sec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Accept: x",
    "twice-one-empty": "Sec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Accept:",
    misspelt: "Sec-Websocket-Acept: {accept}",
    underscores: "Sec_WebSocket_Accept: {accept}",
    "no-colon": "Sec-WebSocket-Accept {accept}",
    "cr-behind": "Sec-WebSocket-Accept: {accept}\r",
  },
  (field) => `${STATUS}${UPGRADE}${CONNECTION}${line(field)}\r\n`,
);
addAll(
  "order",
  {
    "accept-before-upgrade": "Sec-WebSocket-Accept: x",
    "upgrade-wrong-first": "Upgrade: h2c\r\nConnection: close\r\nSec-WebSocket-Accept: x",
    "accept-wrong-before-connection": `${UPGRADE}Connection: close\r\nSec-WebSocket-Accept: x`,
    "connection-before-protocol": `${UPGRADE}${ACCEPT}Sec-WebSocket-Protocol: x`,
    "protocol-before-extensions": `${UPGRADE}${CONNECTION}${ACCEPT}Sec-WebSocket-Protocol: x\r\nSec-WebSocket-Extensions: y`,
  },
  (fields) => `${STATUS}${fields}\r\n\r\n`,
);
addAll(
  "protocol",
  {
    first: "chat",
    second: "superchat",
    "with-blanks": "  chat \t",
    other: "soap",
    list: "chat, superchat",
    "list-first-wrong": "soap, chat",
    twice: "chat\r\nSec-WebSocket-Protocol: superchat",
    "twice-first-wrong": "soap\r\nSec-WebSocket-Protocol: chat",
    "comma-behind": "chat,",
    "comma-before": ",chat",
    quoted: '"chat"',
    "with-space": "chat superchat",
    empty: "",
    capitals: "Chat",
    "utf-8": "ch\xc3\xa4t",
    "latin-1": "ch\xe4t",
  },
  (value) => `${HEAD}Sec-WebSocket-Protocol: ${value}\r\n\r\n`,
  { protocols: ["chat", "superchat"] },
);
add("protocol-missing", `${HEAD}\r\n`, { protocols: ["chat"] });
add("protocol-old-name", `${HEAD}WebSocket-Protocol: chat\r\n\r\n`, { protocols: ["chat"] });
addAll(
  "protocol-unasked",
  { one: "chat", empty: "", list: "a, b", twice: "a\r\nSec-WebSocket-Protocol: b" },
  (value) => `${HEAD}Sec-WebSocket-Protocol: ${value}\r\n\r\n`,
);
addAll(
  "extension",
  {
    deflate: DEFLATE,
    "deflate-capitals": "Permessage-Deflate",
    empty: "",
    comma: ",",
    "comma-behind": `${DEFLATE},`,
    "comma-before": `,${DEFLATE}`,
    "semicolon-behind": `${DEFLATE};`,
    "with-blanks": `${DEFLATE} ;\tserver_max_window_bits = 10`,
    "parameter-unknown": `${DEFLATE}; foo=1`,
    "parameter-capitals": `${DEFLATE}; Server_Max_Window_Bits=10`,
    "unknown-before-wrong": `${DEFLATE}; foo; server_max_window_bits=7`,
    "wrong-before-unknown": `${DEFLATE}; server_max_window_bits=7; foo`,
    "no-value-and-unknown": `${DEFLATE}; client_max_window_bits; foo`,
    "like-a-property": `${DEFLATE}; toString`,
    all: `${DEFLATE}; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10; client_max_window_bits=11`,
    twice: `${DEFLATE}, ${DEFLATE}`,
    "twice-second-wrong": `${DEFLATE}, ${DEFLATE}; foo`,
    "second-unknown": `${DEFLATE}, x-foo`,
    "first-unknown": `x-foo, ${DEFLATE}`,
    "two-fields": `${DEFLATE}\r\nSec-WebSocket-Extensions: ${DEFLATE}`,
    "two-fields-one-empty": `${DEFLATE}\r\nSec-WebSocket-Extensions:`,
    webkit: "x-webkit-deflate-frame",
    mux: "mux; a=b",
    quoted: `"${DEFLATE}"`,
    slash: "a/b",
    space: "a b",
    equals: "a=b",
    "two-equals": `${DEFLATE}; a=b=c`,
    "quoted-comma": `${DEFLATE}; a="b,c"`,
    "quote-open": `${DEFLATE}; a="b`,
    "utf-8": "\xc3\xa4",
    "latin-1": "\xe4",
  },
  (value) => `${HEAD}Sec-WebSocket-Extensions: ${value}\r\n\r\n`,
);
for (const side of ["server", "client"]) {
  addAll(
    `extension-${side}`,
    {
      takeover: `${side}_no_context_takeover`,
      "takeover-value": `${side}_no_context_takeover=1`,
      "takeover-twice": `${side}_no_context_takeover; ${side}_no_context_takeover`,
      "bits-none": `${side}_max_window_bits`,
      "bits-empty": `${side}_max_window_bits=`,
      "bits-7": `${side}_max_window_bits=7`,
      "bits-8": `${side}_max_window_bits=8`,
      "bits-15": `${side}_max_window_bits=15`,
      "bits-16": `${side}_max_window_bits=16`,
      "bits-08": `${side}_max_window_bits=08`,
      "bits-plus": `${side}_max_window_bits=+9`,
      "bits-letter": `${side}_max_window_bits=1x`,
      "bits-quoted": `${side}_max_window_bits="10"`,
      "bits-quoted-empty": `${side}_max_window_bits=""`,
      "bits-huge": `${side}_max_window_bits=99999999999`,
      "bits-twice": `${side}_max_window_bits=9; ${side}_max_window_bits=9`,
    },
    (parameters) => `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}; ${parameters}\r\n\r\n`,
  );
}

// Frames behind the head.
addAll(
  "frame",
  {
    text: "81 02 68 69",
    binary: "82 01 ff",
    ping: "89 00",
    pong: "8a 00",
    "20-pings": "89 00".repeat(20),
    "ping-125": `89 7d${" 61".repeat(125)}`,
    "ping-126": `89 7e 00 7e${" 61".repeat(126)}`,
    "ping-126-header": "89 7e 00 7e",
    "ping-not-minimal": "89 7e 00 01 00",
    "ping-fin-0": "09 00",
    "pong-fin-0": "0a 00",
    "close-fin-0": "08 00",
    "opcode-3": "83 00",
    "opcode-3-fin-0": "03 00",
    "opcode-3-begun": "83 05",
    "opcode-4": "84 00",
    "opcode-5": "85 00",
    "opcode-6": "86 00",
    "opcode-7": "87 01 61",
    "opcode-11": "8b 00",
    "opcode-11-fin-0": "0b 00",
    "opcode-11-begun": "8b 05",
    "opcode-11-ended-by-close": "8b 02",
    "opcode-12": "8c 00",
    "opcode-12-126": "8c 7e 00 7e",
    "opcode-13": "8d 02 03 e8",
    "opcode-14": "8e 00",
    "opcode-15": "8f 00",
    "rsv-1": "c1 01 61",
    "rsv-2": "a1 01 61",
    "rsv-3": "91 01 61",
    "rsv-all": "f1 01 61",
    "rsv-1-ping": "c9 00",
    "rsv-2-begun": "a1 05",
    "rsv-and-opcode-3": "f3 00",
    masked: "81 81 00 00 00 00 61",
    "masked-header": "81 85 00 00 00 00",
    "masked-half-key": "81 85 00 00",
    "masked-ping": "89 80 00 00 00 00",
    "masked-and-rsv": "e1 81 00 00 00 00 61",
    "masked-and-opcode-3": "83 80 00 00 00 00",
    "masked-continuation": "80 81 00 00 00 00 61",
    "length-125-in-2": "82 7e 00 7d",
    "length-126-in-2": "82 7e 00 7e",
    "length-65535-in-8": "82 7f 00 00 00 00 00 00 ff ff",
    "length-65536-in-8": "82 7f 00 00 00 00 00 01 00 00",
    "length-7fffffff": "82 7f 00 00 00 00 7f ff ff ff",
    "length-80000000": "82 7f 00 00 00 00 80 00 00 00",
    "length-63-bits": "82 7f 7f ff ff ff ff ff ff ff",
    "length-top-bit": "82 7f 80 00 00 00 00 00 00 00",
    "length-ended-by-close": "82 7f 00 00 00 00 00 00",
    "length-begun": "82 7e 00",
    "continuation-first": "80 02 68 69",
    "continuation-empty": "80 00",
    "continuation-fin-0": "00 00",
    "continuation-begun": "00 05",
    "continuation-behind-whole": "81 01 61 80 01 62",
    fragments: "01 01 61 80 01 62",
    "fragments-and-ping": "01 01 61 89 00 80 01 62",
    "fragments-empty": "01 01 61 00 00 80 00",
    "fragments-and-close": "01 01 61 88 02 03 e8",
    interrupted: "01 01 61 81 01 62",
    "interrupted-by-binary": "02 01 61 82 01 62",
    "interrupted-empty": "01 00 81 00",
    "utf-8-wrong": "81 01 ff",
    "utf-8-cut": "81 02 e2 98",
    "utf-8-cut-in-fragment": "01 02 e2 98 80 00",
    "utf-8-over-fragments": "01 02 e2 98 80 01 83",
    "utf-8-wrong-in-fragment": "01 02 e2 28",
    "utf-8-surrogate": "81 03 ed a0 80",
    "utf-8-overlong": "81 02 c0 80",
    "utf-8-overlong-3": "81 03 e0 80 af",
    "utf-8-overlong-4": "81 04 f0 80 80 af",
    "utf-8-too-high": "81 04 f4 90 80 80",
    "utf-8-5-bytes": "81 05 f8 88 80 80 80",
    "utf-8-fe": "81 01 fe",
    "utf-8-continuation-alone": "81 01 80",
    "utf-8-latin-1": "81 04 63 61 66 e9",
    "utf-8-wrong-in-later-fragment": "01 01 61 00 01 62 80 01 ff",
    "utf-8-cut-by-empty-end": "01 01 e2 00 01 98 80 00",
    "utf-8-nul": "81 01 00",
    "utf-8-bom": "81 03 ef bb bf",
    "utf-8-wrong-in-binary": "82 02 ff fe",
    "utf-8-wrong-in-ping": "89 02 ff fe",
    "utf-8-noncharacter": "81 03 ef bf bf",
    "utf-8-wrong-and-unfinished": "81 05 61 ff",
    "utf-8-cut-and-unfinished": "81 05 e2 98",
    "close-empty": "88 00",
    "close-1-byte": "88 01 03",
    "close-1000": "88 02 03 e8",
    "close-reason": "88 07 03 e8 68 65 6c 6c 6f",
    "close-long": `88 7d 03 e8${" 61".repeat(123)}`,
    "close-utf-8": "88 04 03 e8 ff ff",
    "close-1005-and-utf-8": "88 04 03 ed ff ff",
    "close-begun": "88 02 03",
    "close-code-from-close": "88 02",
    "close-reason-from-close": "88 03 03 e8",
    "close-twice": "88 00 88 00",
    "close-then-text": "88 00 81 01 61",
    "close-then-binary": "88 00 82 00",
    "close-then-continuation": "88 00 80 00",
    "close-then-ping": "88 00 89 00",
    "close-then-pong": "88 00 8a 00",
    "close-then-opcode-3": "88 00 83 00",
    "close-then-masked": "88 00 81 80 00 00 00 00",
    "close-then-rsv": "88 00 c1 00",
    "close-then-fin-0": "88 00 09 00",
    "close-then-half": "88 00 81",
    "text-then-close": "81 01 61 88 00",
    "text-then-close-then-text": "81 01 61 88 00 81 01 61",
    "ping-then-close": "89 00 88 02 03 e8",
    "text-then-opcode-3": "81 01 61 83 00",
    "text-then-masked": "81 01 61 81 81 00 00 00 00 61",
    "masked-then-not-minimal": "81 81 00 00 00 00 61 82 7e 00 01 61",
    "rsv-then-not-minimal": "c1 00 82 7e 00 01 61",
    "opcode-3-then-fin-0": "83 00 09 00",
    "opcode-3-then-continuation": "83 00 80 00",
    "opcode-3-then-too-big": "83 00 82 7f 00 00 00 00 80 00 00 00",
    "opcode-3-then-half": "83 00 81",
    "1-byte": "81",
    header: "81 05",
    half: "81 05 48",
    crlf: "0d 0a",
    "two-crlf": "0d 0a 0d 0a",
    lf: "0a",
    zeros: "00 00 00 00 00 00",
    ff: "ff ff ff ff ff ff",
    "hixie-text": "00 68 69 ff",
    "hixie-empty": "00 ff",
    "hixie-close": "ff 00",
    "tls-record": "17 03 03 00 20 61 61 61 61",
    "utf-16-bom": "ff fe 61 00",
  },
  (hex) => `${HEAD}\r\n${bytes(hex)}`,
);
addAll(
  "raw",
  {
    text: "hello",
    json: '{"a":1}',
    spaces: "    ",
    "capital-a": "ABCDEFG",
    digits: "0123456789abcdef",
    html: "<br>",
  },
  (text) => `${HEAD}\r\n${text}`,
);
for (const code of [1002, 1003, 1008, 1009, 1010, 1012, 1013, 1100, 1999, 2000]) {
  add(`frame-close-code-${code}`, `${HEAD}\r\n${closeWith(code)}`);
}
for (const code of [0, 999, 1001, 1004, 1005, 1006, 1007, 1011, 1014, 1015, 1016, 2999, 3000]) {
  add(`frame-close-code-${code}`, `${HEAD}\r\n${closeWith(code)}`);
}
for (const code of [4999, 5000, 65_535]) {
  add(`frame-close-code-${code}`, `${HEAD}\r\n${closeWith(code)}`);
}

function closeWith(/** @type {number} */ code) {
  return `\x88\x02${String.fromCharCode(code >> 8, code & 0xff)}`;
}

// Deflate and the fields around it.
addAll(
  "rfc7692",
  {
    "server-bits-and-takeover": "server_max_window_bits=8; server_no_context_takeover",
    "client-bits-and-takeover": "client_max_window_bits=8; client_no_context_takeover",
    "all-highest":
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15; client_max_window_bits=15",
    "all-last-wrong":
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15; client_max_window_bits=16",
    "all-first-wrong":
      "server_no_context_takeover=0; client_no_context_takeover; server_max_window_bits=15; client_max_window_bits=15",
    "two-wrong": "client_max_window_bits=7; server_max_window_bits=16",
    "no-value-then-wrong": "client_max_window_bits; server_max_window_bits=7",
    "no-value-twice": "client_max_window_bits; client_max_window_bits",
    "value-empty-quoted": 'server_no_context_takeover=""',
    "space-in-bits": 'server_max_window_bits="1 0"',
    "bits-negative": "server_max_window_bits=-8",
    "bits-with-point": "client_max_window_bits=10.0",
    "commas-between": "server_no_context_takeover, client_no_context_takeover",
  },
  (parameters) => `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}; ${parameters}\r\n\r\n`,
);

// Frames are read in pieces: what is wrong in one piece hides what was wrong before it in the same piece.
for (const size of [3000, 3930, 3940, 3960, 4000, 6000]) {
  const frame = `\x82\x7e${String.fromCharCode(size >> 8, size & 0xff)}${"x".repeat(size)}`;
  add(
    `piece-opcode-3-then-${size}`,
    `${HEAD}\r\n${bytes("83 00")}${frame}${bytes("82 7e 00 01 61")}`,
  );
  add(`piece-${size}-then-opcode-3`, `${HEAD}\r\n${frame}${bytes("83 00")}`);
}
add(
  "piece-behind-large-head",
  `${STATUS}X: ${"y".repeat(5000)}\r\n${UPGRADE}${CONNECTION}${ACCEPT}\r\n${bytes("83 00 82 7e 07 d0")}${"x".repeat(2000)}${bytes("82 7e 00 01 61")}`,
);

// With permessage-deflate; the compressed texts are those of RFC 7692 §7.2.3.
addAll(
  "deflate",
  {
    compressed: "c1 07 f2 48 cd c9 c9 07 00",
    plain: "81 05 48 65 6c 6c 6f",
    "plain-then-compressed": "81 01 61 c1 07 f2 48 cd c9 c9 07 00",
    fragments: "41 03 f2 48 cd 80 04 c9 c9 07 00",
    "fragment-then-ping": "41 03 f2 48 cd 89 00 80 04 c9 c9 07 00",
    "second-refers-to-first": "c1 07 f2 48 cd c9 c9 07 00 c1 05 f2 00 11 00 00",
    broken: "c1 02 ff ff",
    "broken-and-unfinished": "c1 05 ff ff",
    "broken-then-opcode-3": "c1 02 ff ff 83 00",
    "opcode-3-then-broken": "83 00 c1 02 ff ff",
    "broken-and-masked": "c1 82 00 00 00 00 ff ff",
    "broken-once-unmasked": "c1 82 0d b7 00 00 f2 48",
    "stored-lengths-differ": "c1 05 00 01 00 01 00",
    "distance-too-far": "c1 04 32 c1 8b e8",
    empty: "c1 00",
    "empty-block": "c1 01 00",
    "last-block": "c1 08 f3 48 cd c9 c9 07 00 00",
    "last-block-alone": "c1 07 f3 48 cd c9 c9 07 00",
    "rsv-1-on-second-fragment": "41 03 f2 48 cd c0 04 c9 c9 07 00",
    "rsv-1-on-second-plain": "01 01 61 c0 01 62",
    "rsv-1-on-ping": "c9 00",
    "rsv-1-on-close": "c8 00",
    "rsv-1-on-opcode-3": "c3 00",
    "rsv-1-on-continuation": "c0 00",
    "rsv-2": "a1 00",
    "rsv-2-compressed": "e1 07 f2 48 cd c9 c9 07 00",
    continuation: "80 00",
    interrupted: "01 00 81 00",
    "interrupted-by-compressed": "41 03 f2 48 cd c1 07 f2 48 cd c9 c9 07 00",
    "interrupted-by-plain": "41 03 f2 48 cd 81 04 c9 c9 07 00",
    "utf-8-wrong": "c1 07 00 01 00 fe ff ff 00",
    masked: "c1 87 00 00 00 00 f2 48 cd c9 c9 07 00",
    "then-close": "c1 07 f2 48 cd c9 c9 07 00 88 00",
  },
  (hex) => `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}\r\n\r\n${bytes(hex)}`,
);
add(
  "deflate-refers-without-takeover",
  `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}; server_no_context_takeover\r\n\r\n${bytes("c1 07 f2 48 cd c9 c9 07 00 c1 05 f2 00 11 00 00")}`,
);

// The same answers to a page that stays: what came of the page's close, and of the answer to that, is not there.
for (const id of [
  ...["text", "ping", "20-pings", "fragments", "interrupted", "continuation-first", "masked"],
  ...["rsv-1", "rsv-2", "opcode-3", "opcode-11", "opcode-11-begun", "ping-126", "ping-fin-0"],
  ...["utf-8-wrong", "utf-8-cut", "utf-8-cut-and-unfinished", "length-125-in-2", "length-top-bit"],
  ...[
    "length-80000000",
    "length-begun",
    "masked-half-key",
    "1-byte",
    "half",
    "crlf",
    "zeros",
    "ff",
  ],
  ...["close-empty", "close-1000", "close-1-byte", "close-reason", "close-utf-8", "close-begun"],
  ...["close-code-1005", "close-code-0", "close-twice", "close-then-text", "close-then-ping"],
  ...["close-then-half", "close-code-from-close", "close-reason-from-close", "text-then-close"],
  ...["hixie-text", "hixie-close", "tls-record", "utf-16-bom", "opcode-3-then-too-big"],
]) {
  add(`stays-frame-${id}`, /** @type {Answer} */ (ANSWERS.get(`frame-${id}`)).text, {
    stays: true,
  });
}
for (const id of [
  ...[
    "compressed",
    "plain",
    "fragments",
    "broken",
    "broken-and-unfinished",
    "empty",
    "rsv-1-on-ping",
  ],
  ...["rsv-1-on-continuation", "utf-8-wrong", "masked", "then-close", "interrupted-by-plain"],
]) {
  add(`stays-deflate-${id}`, /** @type {Answer} */ (ANSWERS.get(`deflate-${id}`)).text, {
    stays: true,
  });
}
add("stays-right", `${HEAD}\r\n`, { stays: true });
add("stays-closed", `${HEAD}\r\n`, { stays: true, end: true });
add("stays-closed-behind-close", `${HEAD}\r\n${bytes("88 02 03 e8")}`, { stays: true, end: true });
add("stays-closed-behind-text", `${HEAD}\r\n${bytes("81 01 61")}`, { stays: true, end: true });
add("stays-accept-wrong", `${STATUS}${UPGRADE}${CONNECTION}Sec-WebSocket-Accept: x\r\n\r\n`, {
  stays: true,
});
