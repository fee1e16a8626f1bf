// @ts-check
/** Answers with more than one thing that is odd: which of them it is that ends it. */
import {
  ACCEPT,
  add,
  addAll,
  bytes,
  CONNECTION,
  DEFLATE,
  HEAD,
  STATUS,
  UPGRADE,
} from "./answer.mjs";

const FIELDS = UPGRADE + CONNECTION + ACCEPT;

// A status that refuses, and fields that contradict themselves: those come first.
addAll(
  "both",
  {
    "404-and-lengths": "HTTP/1.1 404 x\r\nContent-Length: 1\r\nContent-Length: 2",
    "404-and-lengths-chunked":
      "HTTP/1.1 404 x\r\nContent-Length: 1, 2\r\nTransfer-Encoding: chunked",
    "404-http-1-0-and-lengths-chunked":
      "HTTP/1.0 404 x\r\nContent-Length: 1, 2\r\nTransfer-Encoding: chunked",
    "404-http-1-9-and-lengths-chunked":
      "HTTP/1.9 404 x\r\nContent-Length: 1, 2\r\nTransfer-Encoding: chunked",
    "404-no-version-and-lengths-chunked":
      "HTTP 404 x\r\nContent-Length: 1, 2\r\nTransfer-Encoding: chunked",
    "302-and-locations": "HTTP/1.1 302 x\r\nLocation: /a\r\nLocation: /b",
    "302-and-locations-in-one": "HTTP/1.1 302 x\r\nLocation: /a, /b",
    "200-and-dispositions": "HTTP/1.1 200 OK\r\nContent-Disposition: inline, attachment",
    "407-and-lengths": "HTTP/1.1 407 x\r\nContent-Length: 1\r\nContent-Length: 01",
    "401-and-locations": "HTTP/1.1 401 x\r\nLocation: /a\r\nLocation: /b",
    "http-0-9-and-lengths": "HTTP/0.9 200 x\r\nContent-Length: 1, 2",
    "100-and-lengths": "HTTP/1.1 100 x\r\nContent-Length: 1, 2",
    "204-and-length": "HTTP/1.1 204 x\r\nContent-Length: 5",
    "304-and-lengths-alike": "HTTP/1.1 304 x\r\nContent-Length: 5\r\nContent-Length: 5",
    "500-and-unknown-encoding": "HTTP/1.1 500 x\r\nTransfer-Encoding: foo\r\nContent-Length: 1,2",
    "500-and-two-encodings":
      "HTTP/1.1 500 x\r\nTransfer-Encoding: foo\r\nTransfer-Encoding: chunked\r\nContent-Length: 1,2",
    "lengths-and-wrong-upgrade": `${STATUS}Upgrade: h2c\r\nContent-Length: 1, 2`,
    "locations-and-no-accept": `${STATUS}${UPGRADE}Location: a\r\nLocation: b`,
    "nul-and-lengths": `${STATUS}Content-Length: 1, 2\r\nX: \0`,
    "nul-and-404": "HTTP/1.1 404 x\0\r\nX: y",
    "nul-and-401": "HTTP/1.1 401 x\r\nX: \0",
    "latin-1-and-twice": `${STATUS}Upgrade: \xe9\r\nUpgrade: websocket`,
    "latin-1-upgrade-and-no-accept": `${STATUS}Upgrade: \xe9\r\n${CONNECTION.trimEnd()}`,
    "latin-1-status-and-404": "HTTP/1.1 404 \xe9\r\nX: \xe9",
    "upgrade-twice-wrong": `${STATUS}Upgrade: h2c, h2\r\n${CONNECTION}${ACCEPT.trimEnd()}`,
    "upgrade-and-accept-twice": `${STATUS}${UPGRADE}${UPGRADE}${ACCEPT}${ACCEPT}${CONNECTION.trimEnd()}`,
    "accept-twice-and-no-connection": `${STATUS}${UPGRADE}${ACCEPT}${ACCEPT.trimEnd()}`,
    "accept-wrong-and-no-connection": `${STATUS}${UPGRADE}Sec-WebSocket-Accept: x`,
    "no-accept-and-no-connection": `${STATUS}${UPGRADE}X: y`,
    "connection-wrong-and-protocol": `${STATUS}${UPGRADE}${ACCEPT}Connection: x\r\nSec-WebSocket-Protocol: y`,
    "protocol-and-extension": `${HEAD}Sec-WebSocket-Extensions: x\r\nSec-WebSocket-Protocol: y`,
    "extension-and-lengths": `${HEAD}Sec-WebSocket-Extensions: x\r\nContent-Length: 1,2`,
    "extension-broken-and-unknown": `${HEAD}Sec-WebSocket-Extensions: x, a b`,
    "extension-unknown-behind-broken": `${HEAD}Sec-WebSocket-Extensions: a b, x`,
    "extension-latin-1-behind-unknown": `${HEAD}Sec-WebSocket-Extensions: x, \xe9`,
    "extension-deflate-then-broken": `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}, ;`,
    "extension-fault-then-broken": `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}; foo, ;`,
    "extension-no-value-then-deflate": `${HEAD}Sec-WebSocket-Extensions: ${DEFLATE}; client_max_window_bits, ${DEFLATE}`,
    "only-fields-of-it": `${STATUS}Sec-WebSocket-Protocol: x\r\nSec-WebSocket-Extensions: y`,
  },
  (text) => `${text}\r\n\r\n`,
);
addAll(
  "both-asked",
  {
    "protocol-wrong-and-extension": "Sec-WebSocket-Protocol: soap\r\nSec-WebSocket-Extensions: x",
    "no-protocol-and-extension": "Sec-WebSocket-Extensions: x",
    "protocol-right-and-extension": "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Extensions: x",
    "protocol-twice-and-extension":
      "Sec-WebSocket-Protocol: chat, chat\r\nSec-WebSocket-Extensions: x",
    "protocol-behind-extension": `Sec-WebSocket-Extensions: ${DEFLATE}\r\nSec-WebSocket-Protocol: superchat`,
    "protocol-and-location": "Sec-WebSocket-Protocol: chat\r\nLocation: /x",
    "three-protocols": "Sec-WebSocket-Protocol: chat, soap, superchat",
    "three-protocols-last-right": "Sec-WebSocket-Protocol: soap, x, chat",
    "protocol-empty-twice": "Sec-WebSocket-Protocol: ,",
    "protocol-in-two-fields-and-words":
      "Sec-WebSocket-Protocol: chat\r\nwords\r\nSec-WebSocket-Protocol: chat",
    "protocol-folded-twice": "Sec-WebSocket-Protocol:\r\n \r\n\tchat",
    "protocol-folded-in-word": "Sec-WebSocket-Protocol: super\r\n chat",
    "protocol-name-in-capitals": "SEC-WEBSOCKET-PROTOCOL: chat",
    "protocol-blank-behind-name": "Sec-WebSocket-Protocol \t: chat",
    "protocol-behind-vertical-tab": "Sec-WebSocket-Protocol: \x0bchat",
    "protocol-control": "Sec-WebSocket-Protocol: ch\x01at",
    "protocol-escaped": "Sec-WebSocket-Protocol: ch\\at",
    "protocol-quote-open": 'Sec-WebSocket-Protocol: "chat, superchat',
  },
  (fields) => `${HEAD}${fields}\r\n\r\n`,
  { protocols: ["chat", "superchat"] },
);
// One that has a comma's neighbours, and marks that a token may have.
addAll(
  "marks-asked",
  { right: "a.b_c-d!#$%&'*+^`|~1", capitals: "A.B_C-D!#$%&'*+^`|~1", less: "a.b_c-d" },
  (value) => `${HEAD}Sec-WebSocket-Protocol: ${value}\r\n\r\n`,
  { protocols: ["a.b_c-d!#$%&'*+^`|~1"] },
);
add("capitals-asked", `${HEAD}Sec-WebSocket-Protocol: chat\r\n\r\n`, { protocols: ["CHAT"] });

// Lines that end oddly, each within what is otherwise right.
addAll(
  "end",
  {
    "cr-behind-status": `HTTP/1.1 101 x\r${FIELDS}\r\n`,
    "lf-behind-status": `HTTP/1.1 101 x\n${FIELDS}\r\n`,
    "lf-cr-behind-status": `HTTP/1.1 101 x\n\r${FIELDS}\r\n`,
    "three-cr-behind-status": `HTTP/1.1 101 x\r\r\r\n${FIELDS}\r\n`,
    "blank-line-behind-status": `HTTP/1.1 101 x\r\n\r\n${FIELDS}\r\n`,
    "lf-lf-behind-status": `HTTP/1.1 101 x\n\n${FIELDS}\r\n`,
    "lf-crlf-behind-status": `HTTP/1.1 101 x\n\r\n${FIELDS}\r\n`,
    "404-lf-lf": "HTTP/1.1 404 x\n\n",
    "404-lf-crlf": "HTTP/1.1 404 x\n\r\n",
    "404-crlf-lf": "HTTP/1.1 404 x\r\n\n",
    "404-crlf-cr": "HTTP/1.1 404 x\r\n\r",
    "404-cr-cr": "HTTP/1.1 404 x\r\r",
    "404-crlf-cr-crlf": "HTTP/1.1 404 x\r\n\r\r\n",
    "404-crlf-blank-crlf": "HTTP/1.1 404 x\r\n \r\n",
    "404-crlf-blank-crlf-crlf": "HTTP/1.1 404 x\r\n \r\n\r\n",
    "lf-cr-lf-and-frame": `${HEAD.slice(0, -2)}\n\r\n${bytes("81 01 61")}`,
    "lf-lf-and-frame": `${HEAD.slice(0, -2)}\n\n${bytes("83 00")}`,
    "crlf-cr-cr-lf": `${HEAD}\r\r\n`,
    "crlf-cr-cr-lf-crlf": `${HEAD}\r\r\n\r\n`,
    "crlf-nul-crlf": `${HEAD}\0\r\n\r\n`,
    "crlf-tab-crlf-crlf": `${HEAD}\t\r\n\r\n`,
    "blank-line-then-lf": `${HEAD}\r\n\n`,
    "blank-line-then-cr": `${HEAD}\r\n\r`,
    "fields-by-cr": `${STATUS}${FIELDS.replaceAll("\r\n", "\r")}\r\n\r\n`,
    "fields-by-lf-cr": `${STATUS}${FIELDS.replaceAll("\r\n", "\n\r")}\r\n\r\n`,
    "fields-by-vertical-tab": `${STATUS}${FIELDS.replaceAll("\r\n", "\x0b")}\r\n\r\n`,
    "fields-by-next-line": `${STATUS}${FIELDS.replaceAll("\r\n", "\x85")}\r\n\r\n`,
    "status-folded-with-tab": `${STATUS}\tfolded: x\r\n${FIELDS}\r\n`,
    "fold-behind-words": `${HEAD}words\r\n  more: words\r\n\r\n`,
    "fold-by-cr": `${STATUS}Upgrade: web\r socket\r\n${CONNECTION}${ACCEPT}\r\n`,
    "fold-behind-several-ends": `${STATUS}Upgrade:\r\r\r\n websocket\r\n${CONNECTION}${ACCEPT}\r\n`,
    "fold-of-accept-in-two": `${STATUS}${UPGRADE}${CONNECTION}Sec-WebSocket-Accept: {accept}\r\n \r\n \r\n\r\n`,
    "fold-of-connection": `${STATUS}${UPGRADE}${ACCEPT}Connection:\r\n keep-alive,\r\n\tUpgrade\r\n\r\n`,
    "fold-of-length": `${HEAD}Content-Length: 1\r\n ,2\r\n\r\n`,
    "fold-of-location": `${HEAD}Location: a\r\nLocation:\r\n a\r\n\r\n`,
    "fold-of-locations-apart": `${HEAD}Location: a b\r\nLocation: a\r\n \t b\r\n\r\n`,
  },
  (text) => text,
);

// What a name may be. One that is no token is passed over.
addAll(
  "name",
  {
    at: "Up@grade: x",
    slash: "Upgrade/1: x",
    "nul-of-utf-16": "U\xffpgrade: x",
    "length-with-space": "Content-Length : 1\r\nContent Length: 2",
    "lengths-with-vertical-tab": "Content-Length\x0b: 1\r\nContent-Length: 2",
    "lengths-quoted": '"Content-Length": 1\r\nContent-Length: 2',
    "location-with-tab": "Location\t: a\r\nLocation: b",
    "locations-with-colons": "Location:: a\r\nLocation: : a",
    "locations-with-colons-apart": "Location:a:b\r\nLocation: a: b",
    "of-one-letter": "a:",
    "of-5000": `${"n".repeat(5000)}: x`,
    "of-digits": "1: 2",
    underscore: "Content_Length: 1\r\nContent-Length: 2",
    "of-colons": "::::",
    "brackets-and-lengths": "Content-Length[]: 1\r\nContent-Length: 2",
    "empty-and-blank": " : x\r\n\t: y",
  },
  (fields) => `${HEAD}${fields}\r\n\r\n`,
);

// Where a password is asked for, what stands behind does not matter.
addAll(
  "password",
  {
    "chunked-broken": "401 x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "two-fields":
      "401 x\r\nWWW-Authenticate: Basic realm=a\r\nWWW-Authenticate: Digest realm=b, nonce=c\r\n\r\n",
    "empty-field": "401 x\r\nWWW-Authenticate:\r\n\r\n",
    "no-realm": "401 x\r\nWWW-Authenticate: Basic\r\n\r\n",
    "realm-latin-1": '401 x\r\nWWW-Authenticate: Basic realm="\xe9"\r\n\r\n',
    "digest-broken": "401 x\r\nWWW-Authenticate: Digest\r\n\r\n",
    "digest-stale": '401 x\r\nWWW-Authenticate: Digest realm="a", nonce="b", stale=true\r\n\r\n',
    "negotiate-and-basic": "401 x\r\nWWW-Authenticate: Negotiate, Basic realm=x\r\n\r\n",
    "ntlm-challenge": "401 x\r\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\r\n\r\n",
    "proxy-field": "401 x\r\nProxy-Authenticate: Basic realm=x\r\n\r\n",
    "http-1-0": "401 x\r\nConnection: close\r\n\r\n",
    "cookie-and-location": "401 x\r\nSet-Cookie: a=b\r\nLocation: /x\r\n\r\n",
    "407-digest": '407 x\r\nProxy-Authenticate: Digest realm="a", nonce="b"\r\n\r\n',
    "407-negotiate": "407 x\r\nProxy-Authenticate: Negotiate\r\n\r\n",
    "407-body": "407 x\r\nContent-Length: 5\r\n\r\nhello",
    "407-chunked": "407 x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "407-www": "407 x\r\nWWW-Authenticate: Basic realm=x\r\n\r\n",
  },
  (rest) => `HTTP/1.1 ${rest}`,
);
