/**
 * websocket-driver 0.8 with `allowDrafts`, for clients of hixie-75 and hixie-76. Origin and Host it hands back as they are; neither
 * has to be there. What the fields say of a proxy in front decides whether the location is wss.
 */
import { concat } from "../bytes/ascii.ts";
import { challenge, md5, pack } from "../hixie76/handshake.ts";
import { accepts, type Decision, head, silent } from "./answer.ts";
import { readEarlyHixie75Frames } from "./websocket-driver-08-frames.ts";
import type { DriverRequest } from "./websocket-driver-08-head.ts";
import { refuse } from "./websocket-driver-08-refuse.ts";

/** Draft 75 §5.2. `notWebSocket`: the answer when it is none, decided by those who can tell. */
export function answerAsHixie75(
  request: DriverRequest,
  behind: Uint8Array,
  length: number,
  notWebSocket: Decision | null,
): Decision {
  if (readEarlyHixie75Frames(behind) === "closes") {
    const rule =
      "websocket-driver reads what came behind the head as frames before it answers, and one of them is too long.";
    return silent("closes", rule);
  }
  if (notWebSocket !== null) return notWebSocket;
  const response = responseHead("Web Socket Protocol Handshake", "WebSocket", request);
  const rule =
    "websocket-driver finds neither version nor key, and takes that for hixie-75 (hixie-75 §5.2).";
  return {
    ...accepts(response, rule),
    behind: behind.length > 0 ? [request.behind, length] : null,
  };
}

const KEY3_LENGTH = 8;

/** hybi-00 §5.2. */
export function answerAsHixie76(
  request: DriverRequest,
  behind: Uint8Array,
  length: number,
): Decision {
  const parts: number[] = [];
  for (const name of ["Sec-WebSocket-Key1", "Sec-WebSocket-Key2"]) {
    if (!request.fields.get(name.toLowerCase())) {
      return refuse(
        `Missing required header: ${name}`,
        "websocket-driver wants both keys (hybi-00 §5.2).",
      );
    }
  }
  for (const name of ["sec-websocket-key1", "sec-websocket-key2"]) {
    const part = readPart(request.fields.get(name) ?? "");
    if (part === null) {
      const rule =
        "websocket-driver wants the number of each key to be no zero, and its spaces to divide it (hybi-00 §5.2 steps 4–6).";
      return refuse("Client sent invalid Sec-WebSocket-Key headers", rule);
    }
    parts.push(part);
  }
  const response = responseHead("WebSocket Protocol Handshake", "Sec-WebSocket", request);
  const [part1 = 0, part2 = 0] = parts;
  if (behind.length < KEY3_LENGTH) {
    const rule =
      "websocket-driver sends the head at once, and the digest when the eight bytes of key3 are there (hybi-00 §5.2 step 8).";
    return { ...accepts(response, rule), accepts: false, next: "waits" };
  }
  const key3 = behind.subarray(0, KEY3_LENGTH);
  const digest = md5(challenge(pack(part1), pack(part2), key3));
  return {
    ...accepts("", "websocket-driver finds two keys and their eight bytes (hybi-00 §5.2)."),
    response: concat(response, digest),
    behind: behind.length > KEY3_LENGTH ? [request.behind + KEY3_LENGTH, length] : null,
  };
}

/** hybi-00 §5.2 steps 4–6. Null for a key that it refuses; it refuses zero as well, which the draft allows. */
function readPart(key: string): number | null {
  const number = Number(key.replace(/[^0-9]/g, ""));
  const spaces = key.replace(/[^ ]/g, "").length;
  if (number === 0 || spaces === 0 || number % spaces !== 0) return null;
  return number / spaces <= 0xffff_ffff ? number / spaces : null;
}

function responseHead(reason: string, prefix: string, request: DriverRequest): string {
  const { fields } = request;
  const lines = [`HTTP/1.1 101 ${reason}`, "Upgrade: WebSocket", "Connection: Upgrade"];
  const origin = fields.get("origin");
  // One joined with an empty one ends with a space, which it takes away.
  if (origin !== undefined) lines.push(`${prefix}-Origin: ${origin.replace(/^ +| +$/g, "")}`);
  const scheme = isSecure(fields) ? "wss" : "ws";
  // A Host that is not there is written as JavaScript writes it.
  const location = `${scheme}://${fields.get("host")}${request.target}`;
  lines.push(`${prefix}-Location: ${location}`);
  return head(...lines);
}

function isSecure(fields: DriverRequest["fields"]): boolean {
  return (
    fields.get("https") === "on" ||
    fields.get("x-forwarded-ssl") === "on" ||
    fields.get("x-forwarded-scheme") === "https" ||
    fields.get("x-forwarded-proto") === "https"
  );
}
