/**
 * websocket 1 (1.0.35), known as WebSocket-Node: `new WebSocketServer({ httpServer, autoAcceptConnections: true })`. Without that
 * option, which is off, and without a handler, it answers every good request with 404. The HTTP server is one of Node that answers
 * everything else with 404, as in its manual. It asks little: neither method nor Upgrade nor the form of the key.
 */
import { encodeUtf8 } from "../bytes/utf8.ts";
import { accept } from "../rfc6455/handshake.ts";
import { accepts, type Decision, head, refuses, type ServerAnswer, silent } from "./answer.ts";
import {
  type JoinedFields,
  type PlainAnswer,
  serveOnNode,
  type UpgradeRequest,
} from "./node-http.ts";
import { isDecodable, parseError } from "./websocket-1-target.ts";

export interface Websocket1Options {
  /** Left out: true. With false, there being no handler, it accepts nothing. */
  readonly autoAcceptConnections?: boolean;
}

const NOT_FOUND: PlainAnswer = {
  status: 404,
  reason: "Not Found",
  body: null,
  rule: "the application answers such a request with 404 (RFC 9110 §15.5.5).",
};

export function answerAsWebsocket1(
  bytes: Uint8Array,
  options: Websocket1Options = {},
): ServerAnswer {
  const decision = serveOnNode(bytes, {
    plain: NOT_FOUND,
    upgrade: (request) => upgrade(request, options),
  });
  return { server: "websocket-1", ...decision };
}

function upgrade(
  { target, fields }: UpgradeRequest,
  { autoAcceptConnections = true }: Websocket1Options,
): Decision {
  const wrong = parseError(target);
  if (wrong !== null) {
    return refuse(
      400,
      wrong,
      "websocket takes the target apart as a URL (RFC 6455 §4.2.1 item 1).",
    );
  }
  if (!fields.get("host")) {
    return refuse(
      400,
      "Client must provide a Host header.",
      "websocket wants Host (RFC 6455 §4.2.1 item 2).",
    );
  }
  const key = fields.get("sec-websocket-key");
  if (!key) {
    const message = "Client must provide a value for Sec-WebSocket-Key.";
    return refuse(400, message, "websocket wants a key, whatever it is (RFC 6455 §4.2.1 item 5).");
  }
  // It reads the digits in front: "13, 8" is 13.
  const version = Number.parseInt(fields.get("sec-websocket-version") ?? "", 10);
  if (Number.isNaN(version) || version === 0) {
    const message = "Client must provide a value for Sec-WebSocket-Version.";
    return refuse(400, message, "websocket wants a version (RFC 6455 §4.2.1 item 6).");
  }
  if (version !== 13 && version !== 8) {
    const message = `Unsupported websocket client version: ${version}Only versions 8 and 13 are supported.`;
    const rule = "websocket speaks 13 and 8, and says 13 alone (RFC 6455 §4.2.2 item 4).";
    return refuse(426, message, rule, "Sec-WebSocket-Version: 13");
  }
  if (!hasDecodableCookies(fields.get("cookie") ?? "")) {
    const rule =
      "websocket decodes the percent signs in every cookie, which RFC 6265 §4.1.1 does not ask.";
    return refuse(400, "URI malformed", rule);
  }
  if (!autoAcceptConnections) {
    const message = "No handler is configured to accept the connection.";
    return refuse(404, message, "websocket has neither a handler nor autoAcceptConnections.");
  }
  return accepted(key, version, fields);
}

/** The first subprotocol is taken as it is: one that is no token makes it throw where nobody catches. */
function accepted(key: string, version: 8 | 13, fields: JoinedFields): Decision {
  const offered = (fields.get("sec-websocket-protocol") ?? "").split(/,\s*/);
  const subprotocol = inItsLastCase(offered);
  if (subprotocol.toLowerCase() === "__proto__") {
    const rule =
      "websocket looks the first subprotocol up in an object, and __proto__ is in every one.";
    return silent("crashes", rule);
  }
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/.test(subprotocol)) {
    const rule =
      "websocket throws when the first subprotocol is no token (RFC 6455 §4.1 item 10), behind its answer.";
    const response = head("HTTP/1.1 500 Internal Server Error", "Connection: close");
    return { ...refuses(500, response, null, rule), next: "crashes" };
  }
  const lines = [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    // Outside ASCII it hashes another key than the one that came.
    `Sec-WebSocket-Accept: ${accept(encodeUtf8(key))}`,
  ];
  if (subprotocol !== "") lines.push(`Sec-WebSocket-Protocol: ${subprotocol}`);
  const name = version === 13 ? "Origin" : "Sec-WebSocket-Origin";
  const origin = fields.get(name.toLowerCase());
  if (origin) lines.push(`${name}: ${origin}`);
  return accepts(head(...lines), "websocket finds all that it looks for (RFC 6455 §4.2.2).");
}

/** Of those that differ in case alone it writes the last. */
function inItsLastCase(offered: readonly string[]): string {
  const wanted = offered[0]?.toLowerCase() ?? "";
  return offered.findLast((name) => name.toLowerCase() === wanted) ?? "";
}

function hasDecodableCookies(cookies: string): boolean {
  return cookies
    .split(/[;,] */)
    .filter((pair) => pair.includes("="))
    .every((pair) => {
      const value = pair.slice(pair.indexOf("=") + 1).trim();
      return isDecodable(value.startsWith('"') ? value.slice(1, -1) : value);
    });
}

const REASONS = { 400: "Bad Request", 404: "Not Found", 426: "Upgrade Required" } as const;

function refuse(
  status: 400 | 404 | 426,
  message: string,
  rule: string,
  ...more: readonly string[]
): Decision {
  const response = head(
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    "Connection: close",
    `X-WebSocket-Reject-Reason: ${message}`,
    ...more,
  );
  return refuses(status, response, message, rule);
}
