/** What is wrong with an Extended CONNECT or with the answer to it: RFC 8441 §4 and §5, and RFC 9220 for HTTP/3, which says the same. */
import type { Span } from "../../bytes/span.ts";
import { find } from "../../hixie76/request.ts";
import type { PseudoName } from "../../http/pseudo-fields.ts";
import type { Place } from "../finding.ts";
import { quote } from "../words.ts";
import type { Facts } from "./facts.ts";
import { textOf } from "./header-words.ts";
import { extendedConnect, http2Head, pseudoField } from "./http2-facts.ts";

export interface ConnectFault {
  readonly in: Place;
  readonly span: Span | null;
  /** What is amiss, short enough for a title. */
  readonly title: string;
  /** One sentence with what was expected. */
  readonly reason: string;
}

/** None when the request is no Extended CONNECT. */
export function faultsOfConnect(facts: Facts): readonly ConnectFault[] {
  const { request } = facts;
  const connect = request && extendedConnect(request);
  if (!request || !connect) return [];
  const { bytes, head } = request;
  const faults: ConnectFault[] = [];
  for (const name of REQUIRED) {
    if (pseudoField(connect, name) !== null) continue;
    const reason = `An Extended CONNECT has :scheme, :path and :authority beside :method and :protocol; :${name} is not among them.`;
    faults.push({ in: "request", span: connect.span, title: `:${name} is missing`, reason });
  }
  for (const name of ["connection", "upgrade"]) {
    const span = find(bytes, head.fields, name);
    if (span === null) continue;
    const reason = `It says ${name}: ${quote(bytes, span)}. Fields that are about one connection make a request of HTTP/2 malformed.`;
    faults.push({ in: "request", span, title: `${name} stands in a request of HTTP/2`, reason });
  }
  const version = find(bytes, head.fields, "sec-websocket-version");
  if (version === null || textOf(bytes, version).trim() !== "13") {
    const seen = version ? `is ${quote(bytes, version)}` : "is missing";
    const reason = `sec-websocket-version ${seen}. It means the same here as in HTTP/1.1, and has to be 13.`;
    faults.push({ in: "request", span: version, title: `sec-websocket-version ${seen}`, reason });
  }
  return [...faults, ...faultsOfAnswer(facts)];
}

const REQUIRED: readonly PseudoName[] = ["scheme", "path", "authority"];

function faultsOfAnswer(facts: Facts): readonly ConnectFault[] {
  const answered = statusOfConnect(facts);
  if (!answered || /^2\d\d$/.test(answered.status)) return [];
  const { status, span } = answered;
  const reason =
    status === "101"
      ? "HTTP/2 has no 101: a server agrees to an Extended CONNECT with 200."
      : `Any status of 200 to 299 agrees to an Extended CONNECT; ${status} refuses it.`;
  return [{ in: "response", span, title: `The server answered ${status}, not 200`, reason }];
}

/** What the answer to it says; null without one, or when no status can be read. */
export function statusOfConnect({
  response,
}: Facts): { readonly status: string; readonly span: Span } | null {
  const http2 = response && http2Head(response);
  if (!response || !http2) return null;
  const span = pseudoField(http2, "status")?.value ?? response.statusAt;
  const status = textOf(response.bytes, span);
  return /^\d{3}$/.test(status) ? { status, span } : null;
}
