/** A client cannot read the head of the answer: its status line, its lines, how often a field is there. */
import { CHROME, OLD_WEBKIT } from "./browsers.ts";
import type { KnownMessage } from "./known-message.ts";

export const ANSWER_LINE_MESSAGES: readonly KnownMessage[] = [
  {
    texts: [
      "Parse Error: Expected HTTP/",
      "did not receive a valid HTTP response",
      "Received HTTP/0.9 when not allowed",
    ],
    by: "clients on Node, websockets for Python, and curl in the last words",
    codes: ["bytes-before-status-line", "not-http", "plain-to-tls-port", "no-response"],
    meaning:
      "The answer does not begin with “HTTP/”: output before it, another protocol, a TLS alert, or nothing at all.",
    capture: "response",
  },
  {
    texts: ["HttparseError(", "httparse error: *", "Invalid HTTP response"],
    by: "tungstenite (Rust), as a client and as a server; websocket-driver (Ruby)",
    codes: ["bytes-before-status-line", "not-http", "plain-to-tls-port", "tls-to-plain-port"],
    meaning:
      "What came cannot be read as HTTP/1.1. (Version) and (Token) are said of its first line, as of a server that speaks TLS, HTTP/2 or another protocol, or begins with output or a blank line.",
    capture: "first-bytes",
  },
  {
    texts: ["connection closed while reading HTTP status line"],
    by: "websockets for Python, as a client",
    codes: ["no-response", "plain-to-tls-port"],
    meaning:
      "The server hung up without an answer: it crashed in its handler, wants wss:, or something on the way refuses.",
    capture: "exchange",
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
    texts: ["Status line contains embedded null", "Status line is too long", "Invalid status code"],
    by: OLD_WEBKIT,
    codes: ["not-http", "status-not-101"],
    meaning:
      "What came first is no status line: the server speaks another protocol, or sent frames first.",
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
    texts: ["Status line does not end with CRLF", "Line without CRLF", "Malformed HTTP message"],
    by: "WebKit and Chrome; the Python library websockets in the other words",
    codes: ["lf-line-endings", "no-reason-phrase"],
    meaning:
      "The lines of the message end with LF alone: “\\n” was written where “\\r\\n” belongs. The Python message also stands for a status line without a reason phrase.",
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
    texts: ["invalid UTF-8 sequence in header name"],
    by: OLD_WEBKIT,
    codes: ["header-without-colon", "bits-in-header-value"],
    meaning: "A line of the response begins with its colon, or a name is not UTF-8.",
    capture: "response",
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
    texts: ["header must not appear more than once in a response"],
    by: CHROME,
    codes: ["header-repeated"],
    meaning: "A field of the 101 comes twice: program and proxy both add it.",
    capture: "response",
  },
  {
    texts: ["ERR_RESPONSE_HEADERS_TOO_BIG"],
    by: CHROME,
    codes: ["response-head-too-large"],
    meaning: "The head of the answer has more than 256 KiB, or never ends.",
    capture: "response",
  },
  {
    texts: [
      "ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION",
      "ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION",
    ],
    by: CHROME,
    codes: ["header-values-differ"],
    meaning: "A field of the answer that may have one value has two that differ.",
    capture: "response",
  },
  {
    texts: ["ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH"],
    by: CHROME,
    codes: ["content-length-101"],
    meaning: "The 101 announces content, and with lengths that contradict each other.",
    capture: "response",
  },
];
