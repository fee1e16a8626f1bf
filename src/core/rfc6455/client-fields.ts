/**
 * What a client demands of the response's fields, RFC 6455 §4.1,
 * second list, items 2 to 6. Codes are public and stable.
 */
import { equalsIgnoringCase, fromLatin1 } from "../bytes/ascii.ts";
import { type Span, slice } from "../bytes/span.ts";
import { valuesOf } from "../http/fields.ts";
import type { Field } from "../http/head.ts";
import { elements, hasElement } from "../http/list.ts";
import { checkDeflate, DEFLATE, isFault, readDeflate } from "./deflate.ts";
import { type Extension, readExtensions } from "./extensions.ts";

/** What the response is held against. */
export interface Sent {
  /** What the key asks for. */
  readonly accept: string;
  readonly protocols: readonly string[];
  readonly extensions: readonly Extension[];
}

/** For good, whatever comes. */
export interface Failed {
  readonly outcome: "failed";
  /** Number in the second list of §4.1. */
  readonly item: number;
  readonly code: string;
  /** Null when what is missing has no place. */
  readonly span: Span | null;
}

export function failed(item: number, code: string, span: Span | null): Failed {
  return { outcome: "failed", item, code, span };
}

/** Item 2. All that it names must be "websocket", in any case. */
export function checkUpgrade(bytes: Uint8Array, fields: readonly Field[]): Failed | null {
  const found = elements(bytes, valuesOf(bytes, fields, "upgrade"));
  const other = found.find((element) => !equalsIgnoringCase(bytes, element, "websocket"));
  return found.length === 0 || other !== undefined
    ? failed(2, "upgrade-not-websocket", other ?? null)
    : null;
}

/** Item 3. "Upgrade" among others, in any case. */
export function checkConnection(bytes: Uint8Array, fields: readonly Field[]): Failed | null {
  const values = valuesOf(bytes, fields, "connection");
  return hasElement(bytes, values, "upgrade")
    ? null
    : failed(3, "connection-not-upgrade", values[0] ?? null);
}

/** Item 4; §11.3.3: once. White space around it does not count. */
export function checkAccept(
  { accept }: Sent,
  bytes: Uint8Array,
  fields: readonly Field[],
): Failed | null {
  const [value, second] = valuesOf(bytes, fields, "sec-websocket-accept");
  if (value === undefined) return failed(4, "accept-header-missing", null);
  if (second !== undefined) return failed(4, "header-repeated", second);
  return fromLatin1(slice(bytes, value)) === accept ? null : failed(4, "accept-mismatch", value);
}

/** Item 5, §9.1: only what was offered, as RFC 7692 §7.1 allows. */
export function checkExtensions(
  { extensions: offered }: Sent,
  bytes: Uint8Array,
  fields: readonly Field[],
): Failed | null {
  const values = valuesOf(bytes, fields, "sec-websocket-extensions");
  const { extensions, brokenAt } = readExtensions(bytes, values);
  if (brokenAt !== null) return failed(5, "extensions-malformed", [brokenAt, brokenAt]);
  const seen = new Set<string>();
  for (const extension of extensions) {
    const { name, span } = extension;
    const offers = offered.filter((one) => one.name === name);
    if (offers.length === 0) return failed(5, "extension-not-offered", span);
    if (seen.has(name)) return failed(5, "extension-repeated", span);
    seen.add(name);
    const fault = name === DEFLATE ? checkDeflateResponse(offers, extension) : null;
    if (fault !== null) return fault;
  }
  return null;
}

/** RFC 7692 §5.1: it answers one of the offers; when it answers none, the fault is told of the first. */
function checkDeflateResponse(offers: readonly Extension[], extension: Extension): Failed | null {
  const response = readDeflate(extension, "response");
  if (isFault(response)) return failed(5, response.code, response.span);
  const faults = offers.map((offer) => {
    const offered = readDeflate(offer, "offer");
    return isFault(offered) ? offered : checkDeflate(offered, response, extension);
  });
  const [fault] = faults;
  if (!fault || faults.includes(null)) return null;
  return failed(5, fault.code, fault.span ?? extension.span);
}

/** Item 6; §11.3.4: at most one. That one may be missing. */
export function checkSubprotocol(
  { protocols }: Sent,
  bytes: Uint8Array,
  fields: readonly Field[],
): { readonly fault: Failed | null; readonly protocol: string | null } {
  const [value, second] = valuesOf(bytes, fields, "sec-websocket-protocol");
  if (value === undefined) return { fault: null, protocol: null };
  const protocol = fromLatin1(slice(bytes, value));
  const fault = second
    ? failed(6, "header-repeated", second)
    : protocols.includes(protocol)
      ? null
      : failed(6, "subprotocol-not-offered", value);
  return { fault, protocol };
}
