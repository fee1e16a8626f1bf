/** What browsers print, and what one sees where they print nothing. */
import type { KnownMessage } from "./known-message.ts";

const OLD_WEBKIT = "Safari 5 and 6, Chrome up to 15 and others built on WebKit";
const CHROME = "Chrome and browsers built on it";

export const BROWSER_MESSAGES: readonly KnownMessage[] = [
  {
    texts: ["location mismatch: * != *"],
    by: OLD_WEBKIT,
    codes: ["location-mismatch"],
    meaning:
      "The server's Sec-WebSocket-Location is not, byte for byte, the URL that the script opened. A TLS proxy in front (wss outside, ws inside), a port that got lost, another host name or a missing “/” cause it.",
    capture: "exchange",
  },
  {
    texts: ["origin mismatch: * != *"],
    by: OLD_WEBKIT,
    codes: ["origin-mismatch"],
    meaning:
      "The server did not repeat the page's Origin to the letter. It sent its own host, a “*”, a slash at the end, or a proxy rewrote Origin on the way in.",
    capture: "exchange",
  },
  {
    texts: ["protocol mismatch: * != *"],
    by: OLD_WEBKIT,
    codes: ["subprotocol-mismatch"],
    meaning:
      "The page asked for one subprotocol and the server named another, or none. A value left in sample code is the usual cause.",
    capture: "exchange",
  },
  {
    texts: ["'Sec-WebSocket-Location' header is missing"],
    by: OLD_WEBKIT,
    codes: ["location-mismatch", "generation-mismatch-old-client"],
    meaning:
      "The answer to a hixie-76 request has no Sec-WebSocket-Location. The server forgot it, or speaks another version.",
    capture: "response",
  },
  {
    texts: ["'Sec-WebSocket-Origin' header is missing"],
    by: OLD_WEBKIT,
    codes: ["hixie-75-answer", "generation-mismatch-old-client", "origin-mismatch"],
    meaning:
      "The answer to a hixie-76 request has no Sec-WebSocket-Origin. The server answers as hixie-75 (its fields lack “Sec-”), or as RFC 6455, or forgot it.",
    capture: "exchange",
  },
  {
    texts: ["'websocket-origin' header is missing"],
    by: "Safari 5.0 and Chrome 4, which speak hixie-75",
    codes: ["hixie-75-request", "origin-mismatch"],
    meaning:
      "The client sent a request of hixie-75 and the answer has no WebSocket-Origin: the server answered as a later version has it.",
    capture: "exchange",
  },
  {
    texts: ["'Upgrade' header value is not 'WebSocket'"],
    by: `${OLD_WEBKIT}; ${CHROME}`,
    codes: ["upgrade-value-case", "upgrade-not-websocket"],
    meaning:
      "The 101 has an Upgrade that says something else. Clients of hixie-75 and -76 may want “WebSocket” in exactly this case.",
    capture: "response",
  },
  {
    texts: [
      "'Upgrade' header is missing",
      "Invalid Upgrade header",
      "Expected 'Upgrade' header value 'websocket' but was",
    ],
    by: `${OLD_WEBKIT}; ${CHROME}; ws for Node and OkHttp in the last two`,
    codes: ["proxy-stripped-upgrade", "upgrade-not-websocket"],
    meaning: "The 101 came without Upgrade. A proxy took it out, or the server never wrote it.",
    capture: "exchange",
  },
  {
    texts: ["'Connection' header value is not 'Upgrade'"],
    by: OLD_WEBKIT,
    codes: ["connection-not-upgrade"],
    meaning:
      "The 101 says Connection: close or keep-alive, or a list, where the whole value must be “Upgrade”. Frameworks add such values by themselves.",
    capture: "response",
  },
  {
    texts: [
      "'Connection' header value must contain 'Upgrade'",
      "'Connection' header is missing",
      "Expected 'Connection' header value 'Upgrade' but was",
      "The 'Connection' header value * is invalid",
    ],
    by: `${CHROME}; OkHttp and .NET in the last two`,
    codes: ["proxy-stripped-upgrade", "connection-not-upgrade"],
    meaning:
      "The 101 came without the word Upgrade in Connection: a proxy or framework set its own.",
    capture: "response",
  },
  {
    texts: ["'Sec-WebSocket-Accept' header is missing"],
    by: CHROME,
    codes: ["generation-mismatch-new-client", "accept-header-missing"],
    meaning:
      "The client speaks RFC 6455 and the 101 has no Sec-WebSocket-Accept. The server still answers as hixie-76, or forgot or misspelt the field.",
    capture: "exchange",
  },
  {
    texts: [
      "Incorrect 'Sec-WebSocket-Accept' header value",
      "Sec-WebSocket-Accept mismatch",
      "Invalid Sec-WebSocket-Accept header",
      "Expected 'Sec-WebSocket-Accept' header value",
      "The 'Sec-WebSocket-Accept' header value * is invalid",
    ],
    by: `${CHROME}; ws, OkHttp and .NET in words of their own`,
    codes: [
      "accept-wrong-guid",
      "accept-key-trailing-cr",
      "accept-base64-of-hex",
      "accept-key-decoded-first",
      "accept-guid-missing",
      "accept-sha1-64-bit-words",
      "accept-other-encoding",
      "accept-for-other-key",
    ],
    meaning:
      "The server's Sec-WebSocket-Accept is not made of this request's key. A mistyped constant, a line end left on the key, or the digest in the wrong encoding are the usual causes.",
    capture: "exchange",
  },
  {
    texts: ["Invalid UTF-8 sequence in header value"],
    by: `${OLD_WEBKIT}; Chrome up to 33`,
    codes: ["empty-response-header", "bits-in-header-value"],
    meaning:
      "Mostly it is not about UTF-8: a field of the response is empty, and the browser cannot tell the two apart. Else a value is in Latin-1.",
    capture: "response",
  },
  {
    texts: ["invalid UTF-8 sequence in header name"],
    by: OLD_WEBKIT,
    codes: ["header-without-colon", "bits-in-header-value"],
    meaning: "A line of the response begins with its colon, or a name is not UTF-8.",
    capture: "response",
  },
  {
    texts: [
      "Unexpected CR in name",
      "Unexpected LF in name",
      "CR doesn't follow LF",
      "Unexpected LF in value",
    ],
    by: OLD_WEBKIT,
    codes: ["header-without-colon", "lf-line-endings", "bare-cr"],
    meaning:
      "A line of the response has no colon, or does not end with CR LF. Output of another part of the program, a folded field or wrong line ends cause it.",
    capture: "response",
  },
  {
    texts: ["Status line does not end with CRLF", "Line without CRLF", "Malformed HTTP message"],
    by: "WebKit and Chrome; the Python library websockets in the other words",
    codes: ["lf-line-endings", "no-reason-phrase"],
    meaning:
      "The lines of the message end with LF alone: “\\n” was written where “\\r\\n” belongs. The Python message also stands for a status line without a reason phrase.",
    capture: "response",
  },
  {
    texts: ["No response code found"],
    by: OLD_WEBKIT,
    codes: ["no-reason-phrase", "bytes-before-status-line"],
    meaning:
      "The first line has fewer than two spaces: “HTTP/1.1 101” without a second one, or another line came before it.",
    capture: "response",
  },
  {
    texts: ["Status line contains embedded null", "Status line is too long", "Invalid status code"],
    by: OLD_WEBKIT,
    codes: ["not-http", "status-not-101"],
    meaning:
      "What came first is no status line: the server speaks another protocol, or sent frames first.",
    capture: "response",
  },
  {
    texts: ["Invalid status line", "ERR_INVALID_HTTP_RESPONSE"],
    by: CHROME,
    codes: ["bytes-before-status-line", "plain-to-tls-port", "not-http"],
    meaning:
      "The response does not begin with “HTTP/”: output before it, a byte order mark, a TLS alert from a port that wants wss, or another protocol.",
    capture: "response",
  },
  {
    texts: [
      "Connection closed before receiving a handshake response",
      "ERR_EMPTY_RESPONSE",
      "ERR_CONNECTION_RESET",
      "socket hang up",
      "ECONNRESET",
    ],
    by: `${CHROME}; Node in the last words`,
    codes: ["no-response", "tls-to-plain-port", "plain-to-tls-port"],
    meaning:
      "The connection opened and closed without a byte. The server crashed in its handler, expects TLS or does not, or refuses by hanging up.",
    capture: "exchange",
  },
  {
    texts: ["WebSocket opening handshake timed out", "hangs in CONNECTING", "stays CONNECTING"],
    by: "Chrome; most hixie-76 clients wait without a word",
    codes: [
      "body-held-by-proxy",
      "no-response",
      "head-not-terminated",
      "digest-missing",
      "body-dropped-by-http-stack",
    ],
    meaning:
      "No answer came, or not all of it. With hixie-76: the eight bytes are held back by a proxy, the response has no empty line, or its 16 bytes never came.",
    capture: "exchange",
  },
  {
    texts: [
      "Firefox can't establish a connection to the server at",
      "was interrupted while the page was loading",
      "WebSocket network error",
      "There was a bad response from the server",
    ],
    by: "Firefox, and Safari in the last two",
    codes: [
      "status-not-101",
      "no-response",
      "accept-mismatch",
      "tls-cert-rejected",
      "proxy-stripped-upgrade",
      "subprotocol-not-echoed",
    ],
    meaning:
      "They print this whatever went wrong. The Network panel shows the status and the fields of the answer; Chrome says more about the same address.",
    capture: "exchange",
  },
  {
    isSymptom: true,
    texts: ["hangs"],
    by: "any client that waits without a word",
    codes: ["body-dropped-by-http-stack", "body-held-by-proxy", "digest-missing", "no-response"],
    meaning:
      "Both sides wait. With hixie-76 the eight bytes behind the head did not reach the server's code, or its 16 bytes did not reach the client; else nothing answers at that port.",
    capture: "exchange",
  },
  {
    isSymptom: true,
    texts: ["Firefox: silent close"],
    by: "Firefox, which does not say what is wrong with an accept",
    codes: ["accept-sha1-64-bit-words", "accept-mismatch", "accept-wrong-guid"],
    meaning: "The answer came, and the browser closed: mostly over a Sec-WebSocket-Accept.",
    capture: "exchange",
  },
  {
    isSymptom: true,
    texts: ["ClientWebSocket aborts"],
    by: ".NET's ClientWebSocket",
    codes: ["content-length-101"],
    meaning:
      "The connection opens and is aborted, at once or after 100 seconds: the 101 announces content that never comes.",
    capture: "response",
  },
  {
    texts: [
      "ERR_SSL_PROTOCOL_ERROR",
      "SSL_ERROR_RX_RECORD_TOO_LONG",
      "wrong version number",
      "first record does not look like a TLS handshake",
      "Unsupported or unrecognized SSL message",
    ],
    by: `${CHROME}, Firefox, OpenSSL (Node, Python, PHP, Ruby), Go and Java, in this order`,
    codes: ["tls-to-plain-port"],
    meaning:
      "The client opened wss:, and what answered speaks no TLS: a server without a certificate, or the wrong port.",
    capture: "first-bytes",
  },
  {
    isSymptom: true,
    texts: ["silent close", "closes without message", "close without message"],
    by: "hixie-76 browsers, which say nothing about a wrong digest",
    codes: [
      "digest-mismatch",
      "digest-without-body",
      "digest-hex-or-base64",
      "digest-wrong-endian",
      "digest-key-order",
      "digest-not-divided",
      "digest-text-numbers",
      "digest-body-shifted",
      "digest-body-charset",
      "digest-body-trimmed",
      "key-regex-truncated",
      "digest-signed-32bit",
      "body-in-second-packet",
    ],
    meaning:
      "The fields passed and the 16 bytes did not. When it fails only now and then, look for code that treats the eight bytes or the keys as text, or numbers as signed.",
    capture: "exchange",
  },
  {
    isSymptom: true,
    texts: ["opens, then closes at once", "first message corrupt", "opens, no first message"],
    by: "any client",
    codes: ["extra-bytes-after-digest", "chunked-101", "first-frame-lost"],
    meaning:
      "The handshake passed, and what follows it is not a frame: a line end or NUL behind the digest, a chunk size, or frames that a proxy lost.",
    capture: "frames",
  },
  {
    isSymptom: true,
    texts: ["random close"],
    by: "any client",
    codes: ["request-split-or-too-large", "digest-body-trimmed"],
    meaning:
      "Failing now and then points to the server reading once where the request comes in two packets, or to bytes of key3 that text functions do not survive.",
    capture: "request",
  },
  {
    texts: [
      "Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
      "Expected a Sec-WebSocket-Protocol header",
      "Server sent no subprotocol",
    ],
    by: `${CHROME}; WebSocket-Node; ws for Node`,
    codes: ["subprotocol-not-echoed"],
    meaning: "The page asked for subprotocols and the 101 names none of them.",
    capture: "exchange",
  },
  {
    texts: [
      "Sec-WebSocket-Protocol mismatch",
      "Response must not include 'Sec-WebSocket-Protocol' header if not present in request",
      "'Sec-WebSocket-Protocol' header value * in response does not match any of sent values",
      "Server sent an invalid subprotocol",
      "Server sent a subprotocol but none was requested",
    ],
    by: `${CHROME}; ws for Node in the last two`,
    codes: ["subprotocol-not-offered"],
    meaning:
      "The 101 names a subprotocol that the page did not ask for: another name, another letter case, or an empty value.",
    capture: "exchange",
  },
  {
    texts: ["'Sec-WebSocket-Protocol' header must not appear more than once in a response"],
    by: CHROME,
    codes: ["subprotocol-several", "header-repeated"],
    meaning: "The 101 names several subprotocols, in one field or in two: a server chooses one.",
    capture: "response",
  },
  {
    texts: ["'Upgrade' header must not appear more than once in a response"],
    by: CHROME,
    codes: ["upgrade-not-websocket"],
    meaning: "Upgrade of the 101 is there twice, or a list: it names websocket and nothing else.",
    capture: "response",
  },
  {
    texts: ["header must not appear more than once in a response"],
    by: CHROME,
    codes: ["header-repeated"],
    meaning: "A field of the 101 comes twice: program and proxy both add it.",
    capture: "response",
  },
  {
    texts: ["Found an unsupported extension"],
    by: CHROME,
    codes: ["extension-not-offered"],
    meaning: "The 101 takes an extension that the client did not offer.",
    capture: "exchange",
  },
  {
    texts: ["Error in permessage-deflate"],
    by: CHROME,
    codes: [
      "deflate-parameter-value",
      "deflate-parameter-unknown",
      "deflate-parameter-not-accepted",
      "extension-not-offered",
    ],
    meaning:
      "The 101 takes permessage-deflate with a parameter that may not be there, or not so. What follows in the message says which.",
    capture: "exchange",
  },
  {
    texts: ["Received an unexpected permessage-deflate extension parameter"],
    by: CHROME,
    codes: ["deflate-parameter-unknown"],
    meaning: "The 101 has a parameter of permessage-deflate that RFC 7692 does not know.",
    capture: "response",
  },
  {
    texts: ["Received duplicate permessage-deflate extension parameter"],
    by: CHROME,
    codes: ["deflate-parameter-repeated"],
    meaning: "A parameter of permessage-deflate stands in the 101 twice.",
    capture: "response",
  },
  {
    texts: [
      "Received invalid server_max_window_bits parameter",
      "Received invalid client_max_window_bits parameter",
      "client_max_window_bits must have value",
    ],
    by: CHROME,
    codes: ["deflate-parameter-value"],
    meaning:
      "A window of permessage-deflate is a number from 8 to 15; here it is another, or none.",
    capture: "response",
  },
  {
    texts: ["Received duplicate permessage-deflate response"],
    by: CHROME,
    codes: ["extension-repeated"],
    meaning:
      "The 101 takes permessage-deflate twice, as when the client's list is sent back whole.",
    capture: "response",
  },
  {
    texts: [
      "'Sec-WebSocket-Extensions' header value is rejected by the parser",
      "Invalid Sec-WebSocket-Extensions header",
    ],
    by: `${CHROME}; ws for Node`,
    codes: ["extensions-malformed"],
    meaning: "Sec-WebSocket-Extensions breaks its grammar, or has an empty element.",
    capture: "exchange",
  },
  {
    texts: ["A server must not mask any frames that it sends to the client"],
    by: CHROME,
    codes: ["masked-server-frame"],
    meaning: "The first byte behind a frame's opcode has its mask bit set, which only clients do.",
    capture: "frames",
  },
  {
    texts: ["Received unexpected continuation frame"],
    by: CHROME,
    codes: ["hixie-frames-after-rfc6455", "frames-malformed"],
    meaning:
      "A frame begins with 00 or 80 where no message had begun: often a server that still frames as hixie-76 does.",
    capture: "frames",
  },
  {
    texts: [
      "Invalid frame header",
      "Unrecognized frame opcode",
      "Received start of new message but previous message is unfinished",
    ],
    by: CHROME,
    codes: ["frames-malformed", "hixie-frames-after-rfc6455", "crlf-after-head"],
    meaning:
      "What follows the handshake is no frame of RFC 6455: raw text, a line end too many, a length in the wrong form, or what a filter has changed.",
    capture: "frames",
  },
  {
    texts: ["Firefox can’t establish a connection to the server at ws*"],
    by: "Firefox",
    codes: ["no-response", "status-not-101", "accept-mismatch"],
    meaning:
      "The connection did not get as far as open. Firefox prints this for every reason alike: nobody listens there, the certificate is not trusted, the status is not 101, or a field of the 101 is wrong.",
    capture: "exchange",
  },
  {
    texts: ["The connection to ws* was interrupted while the page was loading"],
    by: "Firefox",
    codes: ["frames-malformed", "masked-server-frame", "no-response"],
    meaning:
      "The connection was open and ended without a closing handshake: the page was left or loaded again, the server hung up, or it sent frames that Firefox does not accept.",
    capture: "frames",
  },
  {
    texts: ["ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH"],
    by: CHROME,
    codes: ["content-length-101"],
    meaning: "The 101 announces content, and with lengths that contradict each other.",
    capture: "response",
  },
  {
    texts: [
      "ERR_CERT_AUTHORITY_INVALID",
      "ERR_CERT_COMMON_NAME_INVALID",
      "ERR_CERT_DATE_INVALID",
      "SEC_ERROR_UNKNOWN_ISSUER",
    ],
    by: `${CHROME}; Firefox in the last words`,
    codes: ["tls-cert-rejected"],
    meaning:
      "The server's certificate is not trusted: unknown issuer, another name, or out of date. For a WebSocket no browser asks its user.",
    capture: "certificate",
  },
];
