/**
 * Chromium 156 (2026) and its like: RFC 6455 over an HTTP parser that forgives much, and checks behind it that forgive nothing.
 * Status, Upgrade, Sec-WebSocket-Accept, Connection, subprotocol, extensions, frames: the first thing amiss ends it.
 */
import { fromLatin1, latin1 } from "../bytes/ascii.ts";
import { slice } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { valuesOf } from "../http/fields.ts";
import { readHead as readHttpHead } from "../http/head.ts";
import { readHost } from "../http/host.ts";
import { elements } from "../http/list.ts";
import { accept } from "../rfc6455/handshake.ts";
import { type Asked, checkFields } from "./chromium-156-fields.ts";
import { judgeFrames } from "./chromium-156-frames.ts";
import { type Connection, fails, readHead, type Stop, stops } from "./chromium-156-head.ts";
import type { Judgement } from "./judgement.ts";

/**
 * Null when the request does not say enough to tell. `secure`: the page opened wss. `closed`: whether the server closed the
 * connection behind the last byte; left out when that is not known.
 */
export function judgeAsChromium156(
  request: Uint8Array | undefined,
  response: Uint8Array,
  {
    secure = false,
    closed = null,
  }: { readonly secure?: boolean; readonly closed?: boolean | null } = {},
): Judgement | null {
  const { asked, isDefaultPort } = readAsked(request, secure);
  const outcome = read(response, asked, { secure, isDefaultPort, closed });
  if (outcome === "cannot-tell") return null;
  return { client: "chromium-156", ...outcome, console: printed(outcome.console) };
}

type Outcome = Omit<Judgement, "client">;

function read(response: Uint8Array, asked: Asked, connection: Connection): Outcome | "cannot-tell" {
  const head = readHead(response, connection);
  if ("rule" in head) return refusal(head);
  if (head.status !== 101) return refusal(ofStatus(head.status, head.isHttp09));
  const agreed = checkFields(head.fields, asked);
  if (agreed === "cannot-tell") return agreed;
  if ("rule" in agreed) return refusal(agreed);
  const end = judgeFrames(response, head.end, {
    deflate: agreed.deflate,
    closed: connection.closed ?? false,
  });
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

/** The status codes that mean more to it than that they are not 101. */
function ofStatus(status: number, isHttp09: boolean): Stop {
  if (status === 401) {
    return stops(
      "Who wants a password gives the browser a chance to have one; a page cannot give it.",
      "HTTP Authentication failed; no valid credentials available",
    );
  }
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

/** What it compares with is in its own request. */
function readAsked(
  request: Uint8Array | undefined,
  secure: boolean,
): { readonly asked: Asked; readonly isDefaultPort: boolean } {
  if (request === undefined) {
    return { asked: { accept: null, protocols: null }, isDefaultPort: false };
  }
  const { fields } = readHttpHead(request);
  const [key] = valuesOf(request, fields, "sec-websocket-key");
  const [hostValue] = valuesOf(request, fields, "host");
  const host = hostValue && readHost(request, hostValue);
  const protocols = elements(request, valuesOf(request, fields, "sec-websocket-protocol"));
  return {
    asked: {
      accept: key ? accept(slice(request, key)) : null,
      protocols: protocols.map((name) => fromLatin1(slice(request, name))),
    },
    isDefaultPort: host ? (host.port ?? (secure ? 443 : 80)) === (secure ? 443 : 80) : false,
  };
}

/** Messages quote bytes; one that is not UTF-8 as a whole is not printed, but the line that it would stand in is. */
function printed(console: string | null): string | null {
  if (console === null) return null;
  const { text, invalidAt } = decodeUtf8(latin1(console));
  return invalidAt === null ? text : "";
}
