/**
 * Chromium 156 (2026) and its like: RFC 6455 over an HTTP parser that forgives much, and checks behind it that forgive nothing.
 * Status, Upgrade, Sec-WebSocket-Accept, Connection, subprotocol, extensions, frames: the first thing amiss ends it.
 */
import { latin1 } from "../bytes/ascii.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { valuesOf } from "../http/fields.ts";
import { readHead as readHttpHead } from "../http/head.ts";
import { readHost } from "../http/host.ts";
import { type AskedByKey, readAskedByKey } from "./asked-by-key.ts";
import { checkFields } from "./chromium-156-fields.ts";
import { type End, judgeFrames, leaves } from "./chromium-156-frames.ts";
import { type Connection, fails, readHead, type Stop, stops } from "./chromium-156-head.ts";
import type { Judgement } from "./judgement.ts";

/** What is known besides request and response. */
interface Told {
  /** The page opened wss. */
  readonly secure?: boolean;
  /** Whether the server closed the connection behind the last byte; null when that is not known. */
  readonly closed?: boolean | null;
  /** The page keeps its socket open; else it closes it at once and the server answers that, as in the recordings. */
  readonly stays?: boolean;
  /** What the client sent behind its request. */
  readonly sent?: Uint8Array;
}

/** Null when it is not told enough. Frames stand behind the head of the response. */
export function judgeAsChromium156(
  request: Uint8Array | undefined,
  response: Uint8Array,
  { secure = false, closed = null, stays = false, sent = NOTHING }: Told = {},
): Judgement | null {
  const { asked, isDefaultPort } = readAsked(request, secure);
  const outcome = read(response, asked, { secure, isDefaultPort, closed }, (end, deflate) => {
    const goodbye = !stays && closed !== true;
    const fault = judgeFrames(response, end, { deflate, goodbye });
    if (!leaves(sent)) return fault;
    // When the page left is not known: that must not matter.
    const late = judgeFrames(response, end, { deflate, goodbye, isLeft: true });
    return late?.console === fault?.console ? fault : "cannot-tell";
  });
  if (outcome === "cannot-tell") return null;
  return { client: "chromium-156", ...outcome, console: printed(outcome.console) };
}

const NOTHING = new Uint8Array(0);

type Outcome = Omit<Judgement, "client">;

function read(
  response: Uint8Array,
  asked: AskedByKey,
  connection: Connection,
  readFrames: (start: number, deflate: boolean) => End | "cannot-tell" | null,
): Outcome | "cannot-tell" {
  const head = readHead(response, connection);
  if ("rule" in head) return refusal(head);
  if (head.status === 401) return refusal(PASSWORD);
  if (head.end === null) return refusal(CUT);
  if (head.status !== 101) return refusal(ofStatus(head.status, head.isHttp09));
  const agreed = checkFields(head.fields, asked);
  if (agreed === "cannot-tell") return agreed;
  if ("rule" in agreed) return refusal(agreed);
  const end = readFrames(head.end, agreed.deflate);
  if (end === "cannot-tell") return end;
  return {
    accepts: true,
    console: end?.console ?? null,
    rule: end ? `The handshake passes, then: ${end.rule}` : "All that it checks is as it demands.",
    waits: false,
  };
}

function refusal({ console, rule, waits }: Stop): Outcome {
  return { accepts: false, console, rule, waits };
}

/** Even of a head that was cut: what asks for passwords takes what came of it. */
const PASSWORD = stops(
  "Who wants a password gives the browser a chance to have one; a page cannot give it.",
  "HTTP Authentication failed; no valid credentials available",
);

const CUT = fails("The head ends before the connection does.", "net::ERR_CONNECTION_CLOSED");

/** The other status codes, one of which means more to it than that it is not 101. */
function ofStatus(status: number, isHttp09: boolean): Stop {
  if (status === 407) {
    return stops(
      "Only a proxy asks for proxy authentication.",
      "Error in connection establishment: net::ERR_UNEXPECTED_PROXY_AUTH",
    );
  }
  const rule = "The status code is 101. No redirect is followed, and no 100 waited through.";
  return isHttp09
    ? fails(rule, "Invalid status line")
    : fails(rule, `Unexpected response code: ${status}`);
}

function readAsked(
  request: Uint8Array | undefined,
  secure: boolean,
): { readonly asked: AskedByKey; readonly isDefaultPort: boolean } {
  const asked = readAskedByKey(request);
  if (request === undefined) return { asked, isDefaultPort: false };
  const [value] = valuesOf(request, readHttpHead(request).fields, "host");
  const host = value && readHost(request, value);
  const usual = secure ? 443 : 80;
  return { asked, isDefaultPort: host ? (host.port ?? usual) === usual : false };
}

/** Messages quote bytes; one that is not UTF-8 as a whole is not printed, but the line that it would stand in is. */
function printed(console: string | null): string | null {
  if (console === null) return null;
  const { text, invalidAt } = decodeUtf8(latin1(console));
  return invalidAt === null ? text : "";
}
