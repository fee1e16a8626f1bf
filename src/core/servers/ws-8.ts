/**
 * ws 8 (8.23), `new WebSocketServer({ port })` and no other option: no permessage-deflate, the first subprotocol is taken. It has
 * an HTTP server of Node to itself. Method, Upgrade, key, version, subprotocols, extensions, in that order; it looks neither at
 * the version of HTTP, nor at Host, nor at Origin.
 */
import { latin1 } from "../bytes/ascii.ts";
import { accept } from "../rfc6455/handshake.ts";
import { accepts, type Decision, head, refuses, type ServerAnswer } from "./answer.ts";
import { type PlainAnswer, serveOnNode, type UpgradeRequest } from "./node-http.ts";
import { agreeOnDeflate } from "./ws-8-deflate.ts";
import { readSubprotocols } from "./ws-8-subprotocols.ts";

export interface Ws8Options {
  /** `perMessageDeflate: true`. Left out: false, as there; then extensions are not even read. */
  readonly perMessageDeflate?: boolean;
}

const UPGRADE_REQUIRED: PlainAnswer = {
  status: 426,
  reason: "Upgrade Required",
  body: "Upgrade Required",
  rule: "ws answers such a request with 426 (RFC 9110 §15.5.22).",
};

export function answerAsWs8(bytes: Uint8Array, options: Ws8Options = {}): ServerAnswer {
  const decision = serveOnNode(bytes, {
    plain: UPGRADE_REQUIRED,
    upgrade: (request) => upgrade(request, options),
  });
  return { server: "ws-8", ...decision };
}

function upgrade(
  { method, fields }: UpgradeRequest,
  { perMessageDeflate = false }: Ws8Options,
): Decision {
  if (method !== "GET") {
    return refuse(405, "Invalid HTTP method", "ws takes GET alone (RFC 6455 §4.1 item 2).");
  }
  if (fields.get("upgrade")?.toLowerCase() !== "websocket") {
    const rule =
      "ws wants Upgrade to be websocket and nothing else, where a list would do (RFC 6455 §4.2.1 item 3).";
    return refuse(400, "Invalid Upgrade header", rule);
  }
  const key = fields.get("sec-websocket-key");
  if (key === undefined || !/^[+/0-9A-Za-z]{22}==$/.test(key)) {
    const rule =
      "ws wants one Sec-WebSocket-Key of 22 characters of base64 and == (RFC 6455 §4.2.1 item 5).";
    return refuse(400, "Missing or invalid Sec-WebSocket-Key header", rule);
  }
  // It reads "0xd" and "1.3e1" as 13, as JavaScript does.
  const version = Number(fields.get("sec-websocket-version"));
  if (version !== 13 && version !== 8) {
    const message = "Missing or invalid Sec-WebSocket-Version header";
    const rule = "ws speaks 13 and 8; where RFC 6455 §4.2.2 item 4 would have 426 it answers 400.";
    return refuse(400, message, rule, "Sec-WebSocket-Version: 13, 8");
  }
  const protocol = fields.get("sec-websocket-protocol");
  const subprotocols = protocol === undefined ? [] : readSubprotocols(protocol);
  if (subprotocols === null) {
    const rule =
      "ws wants Sec-WebSocket-Protocol to be tokens between commas, each of them once (RFC 6455 §4.1 item 10).";
    return refuse(400, "Invalid Sec-WebSocket-Protocol header", rule);
  }
  const extensions = perMessageDeflate ? fields.get("sec-websocket-extensions") : undefined;
  const agreed = extensions === undefined ? "" : agreeOnDeflate(extensions);
  if (agreed === null) {
    const message = "Invalid or unacceptable Sec-WebSocket-Extensions header";
    const rule =
      "ws wants every offer of permessage-deflate to be well-formed (RFC 6455 §9.1, RFC 7692 §7.1).";
    return refuse(400, message, rule);
  }
  return accepts(
    response(key, subprotocols[0], agreed),
    "ws finds all that it looks for (RFC 6455 §4.2.2).",
  );
}

function response(key: string, subprotocol: string | undefined, extensions: string): string {
  const lines = [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Accept: ${accept(latin1(key))}`,
  ];
  if (subprotocol !== undefined) lines.push(`Sec-WebSocket-Protocol: ${subprotocol}`);
  if (extensions !== "") lines.push(`Sec-WebSocket-Extensions: ${extensions}`);
  return head(...lines);
}

const REASONS = { 400: "Bad Request", 405: "Method Not Allowed" } as const;

function refuse(status: 400 | 405, message: string, rule: string, ...more: string[]): Decision {
  const lines = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    "Connection: close",
    "Content-Type: text/html",
    `Content-Length: ${message.length}`,
    ...more,
  ];
  return refuses(status, head(...lines) + message, message, rule);
}
