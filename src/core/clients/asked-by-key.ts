/**
 * What a client with a single key holds the response against (hybi-04 and later, RFC 6455 §4.1). What its request does not tell is
 * null, and is not guessed.
 */
import { fromLatin1 } from "../bytes/ascii.ts";
import { slice } from "../bytes/span.ts";
import { valuesOf } from "../http/fields.ts";
import { type Head, readHead } from "../http/head.ts";
import { elements } from "../http/list.ts";
import { type Extension, readExtensions } from "../rfc6455/extensions.ts";
import { accept } from "../rfc6455/handshake.ts";

export interface AskedByKey {
  /** What the key asks for. */
  readonly accept: string | null;
  /** Empty when it asked for none. */
  readonly protocols: readonly string[] | null;
  readonly extensions: readonly Extension[] | null;
}

/** Never throws. */
export function readAskedByKey(
  request: Uint8Array | undefined,
  head: Head | undefined = request && readHead(request),
): AskedByKey {
  if (!request || !head) return { accept: null, protocols: null, extensions: null };
  const values = (name: string) => valuesOf(request, head.fields, name);
  const [key] = values("sec-websocket-key");
  return {
    accept: key ? accept(slice(request, key)) : null,
    protocols: elements(request, values("sec-websocket-protocol")).map((name) =>
      fromLatin1(slice(request, name)),
    ),
    extensions: readExtensions(request, values("sec-websocket-extensions")).extensions,
  };
}

/** Whether the request tells all of it. */
export function isAllTold(asked: AskedByKey): boolean {
  return Object.values(asked).every((value) => value !== null);
}

/** With what is not known taken from the response, so that it passes and the other faults are found. */
export function askedOr(
  asked: AskedByKey,
  response: Uint8Array,
): { readonly [K in keyof AskedByKey]: NonNullable<AskedByKey[K]> } {
  const { fields } = readHead(response);
  const values = (name: string) => valuesOf(response, fields, name);
  const first = (name: string) =>
    values(name)
      .slice(0, 1)
      .map((value) => fromLatin1(slice(response, value)));
  return {
    accept: asked.accept ?? first("sec-websocket-accept").join(""),
    protocols: asked.protocols ?? first("sec-websocket-protocol"),
    extensions:
      asked.extensions ?? readExtensions(response, values("sec-websocket-extensions")).extensions,
  };
}

/** Of the client's codes: those that are found by holding the response against what it asked for. */
export function restsOn(code: string): keyof AskedByKey | null {
  return COMPARISONS[code] ?? null;
}

const COMPARISONS: Readonly<Record<string, keyof AskedByKey>> = {
  "accept-mismatch": "accept",
  "subprotocol-not-offered": "protocols",
  "extension-not-offered": "extensions",
  "deflate-parameter-not-offered": "extensions",
  "deflate-parameter-not-accepted": "extensions",
};
