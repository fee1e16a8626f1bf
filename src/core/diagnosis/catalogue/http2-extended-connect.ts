import { defineFinding, type Example, NONE } from "../define/define-finding.ts";
import { captured } from "../example.ts";
import { faultsOfConnect, statusOfConnect } from "../facts/extended-connect.ts";
import { extendedConnect } from "../facts/http2-facts.ts";
import { quote } from "../words.ts";

export default defineFinding({
  code: "http2-extended-connect",
  level: "good",
  section: "RFC 8441 §5; RFC 9220 §3",
  detect: (facts) => {
    const { request } = facts;
    const connect = request && extendedConnect(request);
    if (!request || !connect || faultsOfConnect(facts).length > 0) return NONE;
    const path = connect.fields.find(({ name }) => name === "path")?.value ?? connect.span;
    const status = statusOfConnect(facts)?.status ?? null;
    return [{ in: "request" as const, span: connect.span, bytes: request.bytes, path, status }];
  },
  title: ({ status }) =>
    status === null
      ? "A WebSocket is asked for as HTTP/2 and HTTP/3 do"
      : "A WebSocket was opened as HTTP/2 and HTTP/3 do",
  why: ({ bytes, path, status }) =>
    `“:method: CONNECT” and “:protocol: websocket” ask for ${quote(bytes, path)}. No key and no Sec-WebSocket-Accept are exchanged here, and no 101: ${status === null ? "the server agrees with a status of 200" : `the server agreed with ${status}`}. Frames of RFC 6455, masked as ever, follow in DATA frames of that stream.`,
  fix: () =>
    "Nothing to do. A client may only send it when the server's SETTINGS had SETTINGS_ENABLE_CONNECT_PROTOCOL = 1.",
});

export const example: Example = () =>
  captured(
    ":method: CONNECT\r\n:protocol: websocket\r\n:scheme: https\r\n:path: /chat\r\n:authority: server.example.com\r\nsec-websocket-protocol: chat, superchat\r\nsec-websocket-version: 13\r\norigin: http://www.example.com\r\n\r\n",
  );

export const counterExample: Example = () =>
  captured(
    ":method: CONNECT\r\n:authority: server.example.com\r\nsec-websocket-version: 13\r\n\r\n",
  );

export const notJudged = "Whether the server had announced it: its SETTINGS are not in the text.";
