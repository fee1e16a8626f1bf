/**
 * How a server that people run answers a request, whatever is wrong with it. Each server has its own file, which asks what that
 * server asks, in the order in which it does, and knows nothing of what the drafts would have it ask. All of them take the request
 * as one piece: what a server makes of one that comes in several can differ.
 */
import { latin1 } from "../bytes/ascii.ts";
import type { Span } from "../bytes/span.ts";

export type ServerId =
  | "ws-8"
  | "websocket-driver-0.8"
  /** The same with `allowDrafts`, which is off unless it is asked for. */
  | "websocket-driver-0.8-drafts"
  | "websocket-1";

export interface ServerAnswer {
  readonly server: ServerId;
  /** It takes the connection for a WebSocket: what follows are frames. */
  readonly accepts: boolean;
  /** Of the last response that it sends; null when it sends none. */
  readonly status: number | null;
  /** All that it sends up to the first frame, every byte of it but the line "Date", which is another every second. */
  readonly response: Uint8Array;
  /** What it says was wrong: the body, or the field that has the reason. */
  readonly message: string | null;
  /** The check that decided, in words, and the section that asks for it or that it departs from. */
  readonly rule: string;
  readonly next: Next;
  /** Of the request: the bytes behind the handshake that it reads as frames; null when there are none. */
  readonly behind: Span | null;
}

/** What becomes of the connection. */
export type Next =
  /** It is a WebSocket. */
  | "frames"
  /** It waits for more bytes of this request, until it or the client gives up. */
  | "waits"
  /** It waits for another request. */
  | "keeps"
  | "closes"
  /** An exception that nothing catches ends the whole process, and every connection with it. */
  | "crashes"
  /** It never comes to an end, and its process answers nobody any more. */
  | "hangs";

export type Decision = Omit<ServerAnswer, "server">;

/** One line a string, the blank line added. */
export function head(...lines: readonly string[]): string {
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** A 101 that opens the WebSocket. */
export function accepts(response: string, rule: string): Decision {
  return {
    accepts: true,
    status: 101,
    response: latin1(response),
    message: null,
    rule,
    next: "frames",
    behind: null,
  };
}

/** A response that ends it all. */
export function refuses(
  status: number,
  response: string,
  message: string | null,
  rule: string,
): Decision {
  return {
    accepts: false,
    status,
    response: latin1(response),
    message,
    rule,
    next: "closes",
    behind: null,
  };
}

/** Not a byte is sent. */
export function silent(next: Exclude<Next, "frames">, rule: string): Decision {
  return {
    accepts: false,
    status: null,
    response: new Uint8Array(0),
    message: null,
    rule,
    next,
    behind: null,
  };
}
