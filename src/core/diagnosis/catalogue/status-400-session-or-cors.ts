import { fromLatin1 } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { textOf } from "../facts/header-words.ts";
import { rfcExchange } from "../rfc-example.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "status-400-session-or-cors",
  section: "RFC 6455 §4.2.2",
  doubtedBy: ["start-line"],
  detect: ({ request, response }) => {
    if (!request || !response || (response.status !== 400 && response.status !== 403)) return NONE;
    const line = textOf(request.bytes, request.head.startLine);
    const target = /[^ ]*[?&]EIO=\d[^ ]*/.exec(line);
    if (target === null) return NONE;
    const start = request.head.startLine[0] + target.index;
    const span: Span = [start, start + target[0].length];
    const end = response.head.end ?? response.bytes.length;
    const content = fromLatin1(response.bytes.subarray(end, end + 512));
    const said = Number(/"code"\s*:\s*(\d)\b/.exec(content)?.[1] ?? -1);
    const { status } = response;
    return [{ in: "request" as const, span, bytes: request.bytes, status, said, line: target[0] }];
  },
  // What the answer says itself is certain.
  level: ({ said }) => (MEANINGS[said] ? "error" : "warning"),
  title: ({ said }) => MEANINGS[said]?.title ?? "Socket.IO refused the request, not the WebSocket",
  why: ({ bytes, span, status, said, line }) =>
    MEANINGS[said]
      ? `The server answered ${status} to ${quote(bytes, span)}, with code ${said}: ${MEANINGS[said].reason}`
      : `The path ${quote(bytes, span)} is one of Engine.IO, and the server answered ${status}. It does so for reasons of its own${/[?&]sid=/.test(line) ? ": the session of “sid” is known to another process, or to none" : ": the page's origin is not in its list, or its version of the protocol is another"}.`,
  fix: ({ said }) => FIXES[said] ?? `${SESSION}\n${CORS}`,
});

const SESSION = `Let all requests of a session reach one process. nginx:
    upstream io { ip_hash; server 127.0.0.1:3000; server 127.0.0.1:3001; }
HAProxy:
    cookie io prefix indirect nocache
Node's cluster: @socket.io/sticky. Or begin with the WebSocket, which needs no session before:
    io({ transports: ["websocket"] })`;

const CORS = `Allow the page's origin, with scheme and port:
    new Server(httpServer, { cors: { origin: "https://example.com" } })`;

const VERSION = `Use client and server of the same generation: EIO=3 is Socket.IO 2, EIO=4 is 3 and later.
    new Server(httpServer, { allowEIO3: true })`;

/** What Engine.IO answers in JSON, by its code. */
const MEANINGS: Readonly<Record<number, { readonly title: string; readonly reason: string }>> = {
  0: {
    title: "Socket.IO does not know the transport",
    reason: "the transport that the query names is unknown or switched off there.",
  },
  1: {
    title: "Socket.IO does not know the session",
    reason:
      "the session of “sid” was begun with another process, has ended, or the server was started anew.",
  },
  2: { title: "Socket.IO wants another method", reason: "a handshake of its own is a GET." },
  3: {
    title: "Socket.IO finds the request bad",
    reason: "the upgrade does not fit what the session expects; often a proxy dropped Upgrade.",
  },
  4: {
    title: "Socket.IO forbids the request",
    reason: "its allowRequest refused, mostly over the page's origin.",
  },
  5: {
    title: "Socket.IO speaks another version of its protocol",
    reason: "client and server are of different generations.",
  },
};

const FIXES: Readonly<Record<number, string>> = { 1: SESSION, 4: CORS, 5: VERSION };

export const example: Example = () =>
  rfcExchange(
    () =>
      'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 41\r\n\r\n{"code":1,"message":"Session ID unknown"}',
    (text) => text.replace("/chat", "/socket.io/?EIO=4&transport=websocket&sid=a1b2"),
  );

export const counterExample: Example = () =>
  rfcExchange(() => "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

export const reports = [
  "https://github.com/socketio/socket.io/issues/3740",
  "https://github.com/socketio/socket.io/issues/1846",
];

export const notJudged = "Why exactly, where the answer has no code; the server's log says it.";
