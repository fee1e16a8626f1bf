/**
 * A line that a browser, a server or a library printed, and nothing else: it holds no bytes, but it says which program gave up and
 * often why. It is kept for the diagnosis, with what to capture next.
 */
import type { Format } from "../format.ts";

interface Source {
  readonly name: string;
  readonly pattern: RegExp;
  /** How to get the bytes from there. */
  readonly next: string;
}

const BROWSER =
  "Capture the connection with tcpdump or Wireshark: a page and its console do not see the bytes of a handshake.";
const SERVER =
  "Capture the connection there with tcpdump -w, or log the bytes of the request as hex.";

/** The more telling come first. */
const SOURCES: readonly Source[] = [
  {
    name: "Chrome or WebKit",
    pattern:
      /Error during WebSocket handshake|WebSocket connection to '[^']*' failed|WebSocket is (?:closed before the connection is established|already in CLOSING)/i,
    next: BROWSER,
  },
  {
    name: "Firefox",
    // Its words are those of its reader's language; its name and the address are not.
    pattern:
      /^(?:.{0,60}\d\d:\d\d\S{0,12} )?Firefox\b.{0,200}\bwss?:\/\/|The connection to wss?:\S+ was interrupted|\bwss?:\S+ (?:wurde unterbrochen|a été interrompue)/im,
    next: BROWSER,
  },
  {
    name: "Safari",
    pattern: /WebSocket network error|There was a bad response from the server/i,
    next: BROWSER,
  },
  {
    name: "a browser",
    pattern:
      /net::ERR_[A-Z_]+|InvalidStateError.{0,200}WebSocket|SecurityError.{0,200}WebSocket|Mixed Content:.{0,400}wss?:|wss?:\S{1,400} .{0,200}Content Security Policy|\bcode ?[:= ] ?1006\b|The operation couldn.t be completed/i,
    next: BROWSER,
  },
  {
    name: "nginx",
    pattern:
      /upstream (?:prematurely closed|sent (?:no valid|invalid)|timed out)|client sent invalid|\d+#\d+: (?:\*\d+ )?/i,
    next: SERVER,
  },
  // The state of a session when it ended: who ended it, and in which phase.
  {
    name: "HAProxy",
    pattern: /<(?:BADREQ|NOSRV)>|\s-?\d+ \d+ \S+ \S+ [CSPLRIDUKcs-][RQCHDLT-]--\s/,
    next: SERVER,
  },
  {
    name: "an access log",
    pattern: /"(?:GET|POST|CONNECT) \S* HTTP\/\d(?:\.\d)?" (?:\d{3}|")/,
    next: SERVER,
  },
  { name: "Apache", pattern: /\bAH\d{5}\b|mod_proxy_wstunnel/i, next: SERVER },
  {
    name: "websockets for Python",
    pattern:
      /websockets\.(?:exceptions|legacy|server|client)|\bInvalid(?:Handshake|Upgrade|Message|Status(?:Code)?|Header(?:Value)?|Origin)\b|did not receive a valid HTTP re(?:quest|sponse)|server rejected WebSocket connection/i,
    next: "Run it with logging at DEBUG, which shows both heads, or print repr() of the bytes.",
  },
  {
    name: "ws for Node",
    pattern:
      /Unexpected server response: \d+|Invalid Sec-WebSocket-Accept header|Invalid Upgrade header|Server sent (?:an invalid|no) subprotocol|Missing or invalid Sec-WebSocket-(?:Key|Version|Accept)/i,
    next: 'Log buffer.toString("hex") in the server\'s "upgrade" event, or capture the connection with tcpdump.',
  },
  {
    name: "gorilla/websocket",
    pattern:
      /websocket: (?:'?upgrade|bad handshake|not a websocket handshake|the client is not using|request origin not allowed|unsupported version|could not find connection header|'Upgrade'|response does not implement|request method)/i,
    next: "Log http.Response.Header of the dialer, or capture the connection with tcpdump.",
  },
  {
    name: "OkHttp",
    pattern: /ProtocolException: Expected (?:HTTP 101|'[\w-]+' header)/,
    next: "Add an interceptor that logs at HEADERS, or capture the connection with tcpdump.",
  },
  {
    name: "SocketRocket",
    pattern: /SRWebSocket|SocketRocket/,
    next: "Capture the connection with tcpdump or Wireshark.",
  },
  {
    name: ".NET",
    pattern: /System\.Net\.WebSockets|HttpListenerWebSocket/,
    next: SERVER,
  },
  {
    name: "tungstenite",
    pattern: /\btungstenite\b|\bHttp\(Response \{|HTTP error: \d{3}\b/,
    next: "Log at TRACE, or capture the connection with tcpdump.",
  },
  {
    name: "a server in Python",
    pattern:
      /\bWS(?:CONNECTING|REJECT|DISCONNECT) \/|WebSocket (?:HANDSHAKING|REJECT) \/|opening handshake timeout|"WebSocket \/\S{0,400} (?:\d{3}|\[)|connection rejected \(\d{3}|Unsupported upgrade request|\(HTTP\/1\.[01] \d{3}\)/,
    next: SERVER,
  },
  {
    name: "curl",
    pattern: /\bcurl: \(\d+\) /,
    next: "Run it again with -v, or with --trace for every byte.",
  },
  {
    name: "a library",
    pattern:
      /bad handshake|(?:websocket\S*exception|upgrade to websocket|handshake status \d{3})|["']?(?:upgrade|connection)["']? (?:header|only)[^\n]{0,40}(?:must|to)|'Sec-WebSocket-\w+'|'?\bproxy error: |(?:web ?socket|handshake)[^\n]{0,80}(?:fail|error|invalid|refus|reject|mismatch|missing|unexpected|timed out|not (?:a|an|supported|allowed))|(?:fail|error|invalid|refus|reject|mismatch|missing|unexpected)[^\n]{0,80}(?:web ?socket|handshake)|status code '?\d{3}'? when (?:status code )?'?101'? was expected/i,
    next: "Log the bytes that it got as hex, or capture the connection with tcpdump.",
  },
  // Of handshakes, fields, frames and TLS libraries speak without naming the WebSocket.
  {
    name: "a program",
    pattern:
      /handshake (?:resp(?:onse)?|status|was (?:not|declined)|method)\b|'Upgrade' header: |\bws_upgrade_failed\b|\bTransportError\b|\bhijacker\b|\bSec-WebSocket-\w+['"”’]? (?:header|field)|\b(?:header|field)['"”’]? (?:(?:value|name)\b|is (?:missing|not)|\w+ is not)|\b(?:UTF-8 sequence|invalid connection header|(?:HTTP|Upgrade) (?:headers?|message|request) ?(?:required|found|$)|malformed HTTP|invalid HTTP|bad HTTP|without CRLF)/im,
    next: SERVER,
  },
  {
    name: "a program",
    pattern:
      /upgrade (?:!= websocket|request$|required)|KeyError: .upgrade|extended_connect|origin not allowed|client (?:spec )?version|method in request|value for Sec-WebSocket|Expected (?:an? )?(?:HTTP 101|Sec-WebSocket)|HTTP error: ?\d{3}|Parse Error: Expected HTTP|Invalid response status|^Bad keys|"\\x16\\x03/im,
    next: SERVER,
  },
  {
    name: "a program",
    pattern:
      /opcode:? \d+|reserved bits|Compressed bit|control frames?\b|masked frame|MASK must|permessage-deflate: ?$|unsupported extension|_ssl\.c|\bSSL\b.{0,60}(?:wrong version|error)|OSStatus error|socket hang up|certificate (?:verify|signed|unknown)|self.signed certificate/im,
    next: SERVER,
  },
  // A status, and connections that did not come about.
  {
    name: "a program",
    pattern:
      /\b(?:unexpected|invalid|non-101|expected 101) (?:HTTP )?(?:response|status)|\b(?:status|response|error) ?code\b.{0,20}\b[1-5]\d\d\b|\b(?:HTTP(?: error)?|status|code|101>?,? (?:but )?(?:got|was))[ :=<]{1,2}[2-5]\d\d\b|^\W*(?:error )?[2-5]\d\d(?: \(?[A-Z][a-z]|\W*$|\/close)|not_?an_?upgrade ?[:(]|\bHttp\(\d{3}\)|reach the origin service|expected HTTP\/1\.1:|HTTP\/1\.0 not supported/im,
    next: SERVER,
  },
  {
    name: "a program",
    pattern:
      /\b(?:ECONN(?:RESET|REFUSED|ABORTED)|ETIMEDOUT|ENOTFOUND|EPROTO|x509:|connection (?:refused|reset|timed out)|Failed host lookup|Socket is not connected|no live upstreams|upstream (?:sent|connect)|sent to HTTPS port|HTTPS (?:server|client)|xhr poll error|CORS request|HTTP method|Upgrade header|Connection header|client key$|protocol version|websocket request|Connect call failed|bad (?:challenge response|upgrade|status)$)|\bsubprotocol\b|\bHS: |HandshakeIncomplete|Missing\w*Upgrade|WrongHttp|protocol\(s\)|Session ID unknown|message":"Bad request|check origin|"Connection" must be|to verify the first certificate|while reading header/im,
    next: SERVER,
  },
];

const LONGEST = 20_000;

export const consoleMessage: Format = {
  id: "message",
  name: "console message",
  detect: ({ text }) => sourceOf(text) !== null,
  read: ({ text }) => {
    const source = sourceOf(text);
    const who = source
      ? `This is what ${source.name} printed, not a handshake.`
      : "This is a message, not a handshake.";
    const note = `${who} ${source?.next ?? SERVER}`;
    return [
      {
        message: text.trim().slice(0, LONGEST),
        format: consoleMessage.name,
        exact: false,
        lost: [{ what: "start-line", in: "request", at: 0, note }],
      },
    ];
  },
};

function sourceOf(text: string): Source | null {
  const start = text.slice(0, LONGEST);
  return SOURCES.find(({ pattern }) => pattern.test(start)) ?? null;
}
