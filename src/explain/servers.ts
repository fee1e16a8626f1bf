/** The words for a table of what real servers answer to a request. */
import type { Next, ServerAnswer, ServerId } from "../core/servers/answer.ts";

export interface ServerWords {
  readonly name: string;
  /** What it is, which version was observed, and what is taken for granted of its options. */
  readonly about: string;
}

/** In the order of `serve`. */
export const SERVERS: Readonly<Record<ServerId, ServerWords>> = {
  "ws-8": {
    name: "ws 8",
    about:
      "The WebSocket server that most others on Node.js are built on. As ws 8.23.0 answered on Node 20.20.2 with no option but a port: no permessage-deflate, the first subprotocol is taken, every origin is welcome.",
  },
  "websocket-driver-0.8": {
    name: "websocket-driver 0.8",
    about:
      "The protocol alone, under faye-websocket and others; here it reads TCP by itself. As websocket-driver 0.8.0 answered with no options, started for every request: RFC 6455 only, no subprotocols, no extensions.",
  },
  "websocket-driver-0.8-drafts": {
    name: "websocket-driver 0.8, drafts allowed",
    about:
      "The same with allowDrafts, which it needs to be told: then it also answers hixie-75 and hixie-76, and whoever sends neither version nor key is taken for one of them.",
  },
  "websocket-1": {
    name: "websocket 1",
    about:
      "Known as WebSocket-Node. As websocket 1.0.35 answered on Node 20.20.2 with autoAcceptConnections, without which it needs a handler: the first subprotocol is taken, every origin is welcome; the HTTP server around it answers all else with 404.",
  },
};

const AFTERWARDS: Readonly<Record<Next, string>> = {
  frames: "The WebSocket is open.",
  waits: "It waits for more bytes.",
  keeps: "It keeps the connection for another request.",
  closes: "It closes the connection.",
  hangs: "It never comes to an end: the process answers nobody any more.",
  crashes:
    "It throws an exception that nothing catches: the process ends, and every connection with it.",
};

/** What becomes of the connection, one sentence. */
export function afterwards({ next }: Pick<ServerAnswer, "next">): string {
  return AFTERWARDS[next];
}
