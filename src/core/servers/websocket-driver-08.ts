/**
 * websocket-driver 0.8, `Driver.server()` on a bare TCP connection, its `start()` called for every request; no protocols and no
 * extensions are set. It reads HTTP itself, so that nothing is refused for its form alone. `allowDrafts`, off by itself, has it
 * speak hixie-75 and hixie-76 with clients that have neither a version nor a key of RFC 6455.
 */
import { latin1 } from "../bytes/ascii.ts";
import { accept } from "../rfc6455/handshake.ts";
import { accepts, type Decision, head, type ServerAnswer, silent } from "./answer.ts";
import { answerAsHixie75, answerAsHixie76 } from "./websocket-driver-08-drafts.ts";
import { readEarlyFrames } from "./websocket-driver-08-frames.ts";
import { type DriverRequest, readRequest } from "./websocket-driver-08-head.ts";
import { notWebSocket, refuse } from "./websocket-driver-08-refuse.ts";

export interface WebsocketDriver08Options {
  /** Left out: false. */
  readonly allowDrafts?: boolean;
}

export function answerAsWebsocketDriver08(
  bytes: Uint8Array,
  { allowDrafts = false }: WebsocketDriver08Options = {},
): ServerAnswer {
  const server = allowDrafts ? "websocket-driver-0.8-drafts" : "websocket-driver-0.8";
  const request = readRequest(bytes);
  if (request === null) {
    const rule = "websocket-driver waits for the blank line, for as long as nobody hangs up.";
    return { server, ...silent("waits", rule) };
  }
  if (request === "endless") {
    const rule =
      "websocket-driver goes back by a Content-Length below zero, and reads the same bytes for ever (RFC 9110 §8.6).";
    return { server, ...silent("hangs", rule) };
  }
  return { server, ...decide(request, bytes.subarray(request.behind), allowDrafts, bytes.length) };
}

/** Empty fields count as missing here. */
function decide(
  request: DriverRequest,
  behind: Uint8Array,
  allowDrafts: boolean,
  length: number,
): Decision {
  const { fields } = request;
  const isModern = fields.get("sec-websocket-version") || fields.get("sec-websocket-key");
  if (!allowDrafts || isModern) return answerAsHybi(request, behind, length);
  const isHixie76 = fields.get("sec-websocket-key1") || fields.get("sec-websocket-key2");
  return isHixie76
    ? (notWebSocket(request) ?? answerAsHixie76(request, behind, length))
    : answerAsHixie75(request, behind, length, notWebSocket(request));
}

/** RFC 6455, which it calls hybi-13. */
function answerAsHybi(request: DriverRequest, behind: Uint8Array, length: number): Decision {
  const { fields } = request;
  const early = readEarlyFrames(behind);
  if (early === "closes") {
    const rule =
      "websocket-driver reads what came behind the head as frames before it answers, and those end the connection (RFC 6455 §5.1, §5.2).";
    return silent("closes", rule);
  }
  if (early === "crashes") {
    const rule =
      "websocket-driver reads a message that came with the head before it can, and throws; no client may send one so early (RFC 6455 §4.1).";
    return silent("crashes", rule);
  }
  const notOne = notWebSocket(request);
  if (notOne !== null) return notOne;
  const version = fields.get("sec-websocket-version");
  if (version !== "13") {
    const rule =
      "websocket-driver speaks 13 alone; where RFC 6455 §4.2.2 item 4 would have 426 it answers 400.";
    return refuse(`Unsupported WebSocket version: ${version}`, rule);
  }
  const key = fields.get("sec-websocket-key");
  if (key === undefined) {
    const rule = "websocket-driver wants a key, whatever it is (RFC 6455 §4.2.1 item 5).";
    return refuse("Missing handshake request header: Sec-WebSocket-Key", rule);
  }
  const extensions = fields.get("sec-websocket-extensions") ?? "";
  if (extensions !== "" && !EXTENSIONS.test(extensions)) {
    const rule =
      "websocket-driver wants extensions to be well-formed, though it takes none (RFC 6455 §9.1).";
    return refuse(`Invalid Sec-WebSocket-Extensions header: ${extensions}`, rule);
  }
  const response = head(
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Accept: ${accept(latin1(key))}`,
  );
  return {
    ...accepts(response, "websocket-driver finds all that it looks for (RFC 6455 §4.2.2)."),
    behind: behind.length > 0 ? [request.behind, length] : null,
  };
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const QUOTED = '"(?:\\\\[\\0-\\x7f]|[\\t -!#-[\\]-~\\x80-\\xff])*"';
const PARAMETER = `${TOKEN}(?:[ \\t]*=[ \\t]*(?:${TOKEN}|${QUOTED}))?`;
const EXTENSION = `${TOKEN}(?:[ \\t]*;[ \\t]*${PARAMETER})*`;
/** §9.1, without empty elements, and with anything at all in quotes. */
const EXTENSIONS = new RegExp(`^${EXTENSION}(?:[ \\t]*,[ \\t]*${EXTENSION})*$`);
