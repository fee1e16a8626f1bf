import type { Group } from "../group.ts";

export const ANSWER: Group = {
  id: "answer",
  title: "The answer",
  about:
    "What a client does not accept in what the server sent: another status than 101, a field that is not to the letter what it asked for, another version's handshake.",
  pages: [
    {
      code: "no-response",
      name: "The server answers with nothing",
      description:
        "“Connection closed before receiving a handshake response”, “handshake timed out”, “Empty reply from server”: no byte came back, and why.",
    },
    {
      code: "bytes-before-status-line",
      name: "Something stands before HTTP/1.1 101",
      description:
        "“Invalid status line”, “net::ERR_INVALID_HTTP_RESPONSE”: an empty line, a byte order mark, a PHP warning or a greeting comes before the 101.",
    },
    {
      code: "no-reason-phrase",
      name: "The status line has no reason phrase",
      description:
        "“No response code found: HTTP/1.1 101”, “Malformed HTTP message”: a client wants a second space behind 101, and WebKit fails without it.",
    },
    {
      code: "status-not-101",
      name: "Unexpected response code: the status is not 101",
      description:
        "“Error during WebSocket handshake: Unexpected response code”: the server answered, but not with 101. How to find out who it was.",
    },
    {
      code: "redirect",
      name: "Unexpected response code 301 or 302: a redirect",
      description:
        "“Unexpected server response: 302”: no WebSocket client follows a redirect. A slash at the end, http for https, or a page to log in is behind it.",
    },
    {
      code: "status-200",
      name: "Unexpected response code 200",
      description:
        "“Error during WebSocket handshake: Unexpected response code: 200”: the path was served as a page, and the WebSocket's handler never asked.",
    },
    {
      code: "status-401-407",
      name: "Unexpected response code 401 or 407",
      description:
        "“Unexpected response code: 401”: the WebSocket's address wants a password. A page cannot send an Authorization field; what to do instead.",
    },
    {
      code: "status-403",
      name: "Unexpected response code 403",
      description:
        "“Error during WebSocket handshake: Unexpected response code: 403”: a check of Origin that failed, a missing session, or a firewall's rule.",
    },
    {
      code: "origin-rejected",
      name: "The server refuses the page's Origin",
      description:
        "“Request origin not allowed”, 403: where servers keep their list: check_origin, CheckOrigin, allowed_request_origins, origins.",
    },
    {
      code: "status-404",
      name: "Unexpected response code 404",
      description:
        "“Error during WebSocket handshake: Unexpected response code: 404”: nothing is at that path. Prefixes that a proxy cuts off, and slashes.",
    },
    {
      code: "status-5xx",
      name: "Unexpected response code 500, 502, 503 or 504",
      description:
        "“Unexpected response code: 502”: the WebSocket server failed, or a proxy in front of it got no answer in time. Whose log to read.",
    },
    {
      code: "generation-mismatch-old-client",
      name: "A hixie-76 client meets a newer server",
      description:
        "“Hixie76 protocol not supported”, “Unknown client spec version 0”: Safari 5, iOS 4 and Flash shims against a server of RFC 6455.",
    },
    {
      code: "generation-mismatch-new-client",
      name: "A newer client meets a hixie-76 server",
      description:
        "“'Sec-WebSocket-Accept' header is missing”, “Unsupported websocket client version: 13”: the server answers as browsers of 2010 wanted it.",
    },
    {
      code: "hixie-75-answer",
      name: "The server answers as hixie-75 has it",
      description:
        "“'Sec-WebSocket-Origin' header is missing”: the server sent WebSocket-Origin and WebSocket-Location, without “Sec-” and without a digest.",
    },
    {
      code: "origin-mismatch",
      name: "origin mismatch: Sec-WebSocket-Origin is wrong",
      description:
        "“Error during WebSocket handshake: origin mismatch: … != …”: the server has to repeat the page's Origin to the letter, without a slash or *.",
    },
    {
      code: "location-mismatch",
      name: "location mismatch: Sec-WebSocket-Location is wrong",
      description:
        "“Error during WebSocket handshake: location mismatch: … != …”: ws for wss behind a TLS proxy, another host, a port or a path that got lost.",
    },
    {
      code: "subprotocol-mismatch",
      name: "protocol mismatch: Sec-WebSocket-Protocol is wrong",
      description:
        "“Error during WebSocket handshake: protocol mismatch: … != …”: the server names another subprotocol than the page asked for, or none.",
    },
    {
      code: "empty-response-header",
      name: "Invalid UTF-8 sequence in header value: a field is empty",
      description:
        "“Invalid UTF-8 sequence in header value” in Safari and old Chrome: mostly a field of the answer has no value, such as Sec-WebSocket-Protocol.",
    },
    {
      code: "header-name-case",
      name: "Field names in another letter case",
      description:
        "Sec-Websocket-Origin for Sec-WebSocket-Origin, upgrade for Upgrade: right by the draft, yet a few WebSocket clients and servers mind.",
    },
    {
      code: "reason-phrase-differs",
      name: "Another reason phrase than the draft's",
      description:
        "101 Switching Protocols or 101 Web Socket Protocol Handshake for 101 WebSocket Protocol Handshake: whether a client minds the words.",
    },
    {
      code: "frames-after-digest",
      name: "Frames follow the handshake at once",
      description:
        "Bytes 00 … FF right behind the 16 bytes of the digest are the server's first message in the same packet. It is right, and clients can lose it.",
    },
    {
      code: "header-values-differ",
      name: "ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION",
      description:
        "A 101 with two different Location or Content-Disposition fields: Chromium takes it for two responses in one and fails the WebSocket.",
    },
    {
      code: "response-head-too-large",
      name: "ERR_RESPONSE_HEADERS_TOO_BIG",
      description:
        "The head of the 101 has more than 256 KiB, and Chromium fails the WebSocket: a cookie or a policy that grew, or a field added again and again.",
    },
  ],
};
