/**
 * A request in which nothing is wrong, refused without a word on why. Then comes into question what a server may understand otherwise than
 * its client; an answer that gives its reason leaves nothing to guess.
 */
import { find } from "../../hixie76/request.ts";
import type { Facts } from "./facts.ts";
import { textOf } from "./header-words.ts";
import { http2Head } from "./http2-facts.ts";
import { complaintOfTls } from "./tls-complaint.ts";

/** What servers answer that cannot make anything of a request. */
const STATUSES = [400, 426, 501, 505];

export interface Refusal {
  /** Null when the connection was closed without a byte. */
  readonly status: number | null;
}

export function unexplainedRefusal({ request, response, conversation }: Facts): Refusal | null {
  if (!request || request.refusals.length > 0) return null;
  if (conversation.response?.length === 0) return { status: null };
  if (!response || response.status === null || !STATUSES.includes(response.status)) return null;
  const { bytes, head, status } = response;
  const namesVersions = find(bytes, head.fields, "sec-websocket-version") !== null;
  const isEngineIo = /[?&]EIO=\d/.test(textOf(request.bytes, request.head.startLine));
  const isHttp2 = http2Head(response) !== null;
  const isExplained = namesVersions || isEngineIo || isHttp2 || complaintOfTls(bytes) !== null;
  return isExplained ? null : { status };
}

/** "answered 400", "closed the connection without an answer". */
export function refusalWords({ status }: Refusal): string {
  return status === null ? "closed the connection without an answer" : `answered ${status}`;
}
