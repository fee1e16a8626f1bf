import type { Group } from "../group.ts";

export const REQUEST: Group = {
  id: "request",
  title: "The request",
  about:
    "What a server must refuse, or may stumble over, in what the client sent: its lines, its fields, its two keys, and the eight bytes behind them.",
  pages: [
    {
      code: "not-http",
      name: "The first line is no HTTP request line",
      description:
        "A WebSocket server got something else than “GET … HTTP/1.1”: another protocol, the wrong port, or a capture without its first line.",
    },
    {
      code: "not-an-upgrade-request",
      name: "Not an upgrade request",
      description:
        "“Not an upgrade request”, “426 Upgrade Required”, “Connection and Upgrade headers required”: an ordinary GET came to the address of a WebSocket.",
    },
    {
      code: "method-not-get",
      name: "The method is not GET",
      description:
        "A WebSocket opening handshake that is sent as POST or with another method is refused. Only GET opens a WebSocket; where the other comes from.",
    },
    {
      code: "target-empty",
      name: "The request line has no path",
      description:
        "“Invalid HTTP header”: two spaces behind GET and nothing between them. A client cut ws://host up and left the slash out.",
    },
    {
      code: "target-not-escaped",
      name: "The path holds a byte that must be escaped",
      description:
        "“Invalid HTTP header”: a space, an umlaut or another raw byte in the path of a WebSocket URL, and how to write it as %XX.",
    },
    {
      code: "lf-line-endings",
      name: "Lines end with LF instead of CR LF",
      description:
        "“Status line does not end with CRLF”, “Line without CRLF”, “Malformed HTTP message”: a handshake written with \\n where \\r\\n belongs.",
    },
    {
      code: "bare-cr",
      name: "A CR without its LF",
      description:
        "A lone 0D in a WebSocket handshake glues two header fields together: line ends that were converted twice, or a value that was not cleaned.",
    },
    {
      code: "head-not-terminated",
      name: "The empty line behind the fields is missing",
      description:
        "A WebSocket that hangs in CONNECTING because no empty line, \\r\\n\\r\\n, ends the head: the other side waits for one more field.",
    },
    {
      code: "header-without-colon",
      name: "A line of the head has no colon",
      description:
        "“Unexpected CR in name”: a line of the WebSocket handshake is no header field. Mostly a warning or a line of a log slipped into the head.",
    },
    {
      code: "bits-in-header-value",
      name: "A header field is not UTF-8",
      description:
        "“Invalid UTF-8 sequence in header value”: Latin-1 or other bytes in a cookie or another field of a WebSocket handshake, and how to escape them.",
    },
    {
      code: "control-character-in-header",
      name: "A control character in a header field",
      description:
        "NUL, TAB or another control character in a field of a WebSocket handshake: the draft lets it pass, many HTTP parsers do not.",
    },
    {
      code: "header-repeated",
      name: "A header field comes more than once",
      description:
        "“header must not appear more than once”: program and proxy both add Host, Upgrade or Sec-WebSocket-Protocol, and peers disagree on which counts.",
    },
    {
      code: "upgrade-not-websocket",
      name: "Upgrade is not “WebSocket”",
      description:
        "“'Upgrade' header is missing”, “'Upgrade' header value is not 'WebSocket'”: the field says something else in the handshake, or is not there.",
    },
    {
      code: "upgrade-value-case",
      name: "Upgrade says “websocket” in another letter case",
      description:
        "“'Upgrade' header value is not 'WebSocket'”: websocket, WebSocket or WEBSOCKET? Who compares it exactly, and what to send.",
    },
    {
      code: "connection-not-upgrade",
      name: "Connection is not “Upgrade”",
      description:
        "“'Connection' header value must contain 'Upgrade'”, “… is not 'Upgrade'”: Connection says close or keep-alive in the WebSocket handshake.",
    },
    {
      code: "connection-is-a-list",
      name: "Connection is a list: keep-alive, Upgrade",
      description:
        "“Invalid connection header”: Firefox sends Connection: keep-alive, Upgrade, and the WebSocket server compares the whole value with Upgrade.",
    },
    {
      code: "host-missing",
      name: "The Host field is missing",
      description:
        "A WebSocket request without Host: the server cannot tell in Sec-WebSocket-Location where the client came to, and answers ws://undefined/.",
    },
    {
      code: "host-invalid",
      name: "The Host field is no host and port",
      description:
        "A port above 65535, or a name that nobody can have, in the Host field of a WebSocket request. The Location made of it fits no client.",
    },
    {
      code: "origin-missing-in-request",
      name: "The Origin field is missing",
      description:
        "“draft … refuses handshake”: a hixie-76 request without Origin, mostly from a client outside of a browser. The server has nothing to repeat.",
    },
    {
      code: "subprotocol-invalid",
      name: "The subprotocol is empty or holds a forbidden character",
      description:
        "Sec-WebSocket-Protocol with a TAB, with a letter beyond ASCII, or with nothing: what may be given to new WebSocket(url, protocol).",
    },
    {
      code: "key-missing",
      name: "'Sec-WebSocket-Key' header is missing",
      description:
        "“'Sec-WebSocket-Key' header is missing or blank”, “received no key”: a WebSocket request without the 16 random bytes that the accept is made from.",
    },
    {
      code: "key-not-16-bytes",
      name: "Sec-WebSocket-Key does not stand for 16 bytes",
      description:
        "“'Sec-WebSocket-Key' header must be Base64 encoded value of 16-byte in length”: what the key has to look like, and how to make one.",
    },
    {
      code: "version-unsupported",
      name: "Unsupported Sec-WebSocket-Version",
      description:
        "“Unsupported websocket client version”, 426 Upgrade Required: Sec-WebSocket-Version is missing, or one that the server does not speak. It is 13.",
    },
    {
      code: "key-missing-or-repeated",
      name: "Sec-WebSocket-Key1 or Key2 is missing, or comes twice",
      description:
        "A hixie-76 handshake has exactly one Sec-WebSocket-Key1 and one Key2. With one of them, servers answer 400 or take it for hixie-75.",
    },
    {
      code: "key-without-digits",
      name: "A key has no digits",
      description:
        "Sec-WebSocket-Key1 or Key2 without a digit gives no number to divide: NaN in JavaScript, an exception in Java and Python. What a server does.",
    },
    {
      code: "key-without-spaces",
      name: "A key has no spaces",
      description:
        "Sec-WebSocket-Key1 or Key2 without a space: a division by zero in one server, “draft refuses handshake” in the next. Why it must be refused.",
    },
    {
      code: "key-not-divisible",
      name: "A key does not divide by its spaces",
      description:
        '“Invalid value of field "Sec-Websocket-Key1"”: spaces of a hixie-76 key were lost or added, so its digits no longer divide by their count.',
    },
    {
      code: "key-number-too-large",
      name: "A key gives a number that does not fit 32 bits",
      description:
        "The digits of Sec-WebSocket-Key1 or Key2, divided by the spaces, exceed 4294967295: servers wrap around, throw, or pack eight bytes.",
    },
    {
      code: "key-edge-space",
      name: "A key begins or ends with a space",
      description:
        "Spaces at the ends of Sec-WebSocket-Key1 or Key2 are trimmed by HTTP libraries, which then count too few: the hixie-76 digest comes out wrong.",
    },
    {
      code: "body-missing",
      name: "The eight bytes behind the head are missing",
      description:
        "A hixie-76 handshake that hangs: key3, the 8 bytes behind the head, never came. Where Node, PHP, WSGI, servlets and proxies leave them.",
    },
    {
      code: "body-not-8-bytes",
      name: "Behind the head are not eight bytes",
      description:
        "“Bad keys”: fewer than 8 bytes of key3 behind the head of a hixie-76 request. Text functions cut it short at a CR, an LF or a NUL.",
    },
    {
      code: "bytes-behind-body",
      name: "More bytes follow the eight",
      description:
        "Bytes behind key3 in a hixie-76 request are early frames, or an editor's newline. Servers that hash all that is left answer a wrong digest.",
    },
    {
      code: "hixie-75-request",
      name: "The request is one of hixie-75, without keys",
      description:
        "“'websocket-origin' header is missing”: Safari 5.0, Chrome 4 and 5 speak hixie-75, without Sec-WebSocket-Key1 and Key2. How to answer them.",
    },
    {
      code: "later-generation-request",
      name: "The request is one of a later version",
      description:
        "Sec-WebSocket-Key and Sec-WebSocket-Version: 13 where a hixie-76 server looks for Key1 and Key2. How to tell the WebSocket versions apart.",
    },
    {
      code: "flash-policy-request",
      name: "Flash asks for its policy file",
      description:
        "<policy-file-request/> and a NUL byte in a WebSocket server's log: web-socket-js asks Flash's question before it connects. What to answer.",
    },
    {
      code: "origin-header-name-by-draft",
      name: "Sec-WebSocket-Origin or Origin: the other name",
      description:
        "Clients up to hybi-10 call the page's origin Sec-WebSocket-Origin, those from hybi-11 on Origin. A server that looks for one answers 403.",
    },
  ],
};
