/** What websocket-driver 0.8 refuses whatever the generation, and how it writes that. */
import { type Decision, head, refuses } from "./answer.ts";
import type { DriverRequest } from "./websocket-driver-08-head.ts";

export function refuse(message: string, rule: string): Decision {
  const response = head(
    "HTTP/1.1 400 Bad Request",
    "Content-Type: text/plain",
    `Content-Length: ${message.length}`,
  );
  return refuses(400, response + message, message, rule);
}

/** Null when it is one. */
export function notWebSocket({ method, fields }: DriverRequest): Decision | null {
  if (method === null) {
    return refuse(
      "Not a WebSocket request",
      "websocket-driver cannot read the request line, a line end or Content-Length (RFC 9112 §3).",
    );
  }
  const connection = (fields.get("connection") ?? "").toLowerCase().split(/ *, */);
  if (
    method === "GET" &&
    connection.includes("upgrade") &&
    fields.get("upgrade")?.toLowerCase() === "websocket"
  ) {
    return null;
  }
  const rule =
    'websocket-driver wants GET, "upgrade" in Connection, and Upgrade to be websocket alone (RFC 6455 §4.2.1 items 1, 3, 4).';
  return refuse("Not a WebSocket request", rule);
}
