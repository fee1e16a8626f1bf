/**
 * What a hixie-76 client holds the response against (hybi-00 §4.1 step 41). All of it can be read off its request: a page that
 * opened ws://host/path sent that host and that path. What a damaged request does not tell is null, and is not guessed; nor is what was
 * taken out of it.
 */

import { attempt, refused } from "../attempt.ts";
import { type Span, slice } from "../bytes/span.ts";
import {
  challenge,
  countSpaces,
  keyNumber,
  location,
  md5,
  pack,
  part,
} from "../hixie76/handshake.ts";
import { find, readHost, readKey, readKey3, readOrigin, readResource } from "../hixie76/request.ts";
import { type Head, readHead } from "../http/head.ts";
import { isTakenOut } from "../input/losses/redacted.ts";

export interface Asked {
  readonly origin: Uint8Array | null;
  readonly location: Uint8Array | null;
  /** Empty when the client asked for none. */
  readonly subprotocol: Uint8Array | null;
  /** The 16 bytes that the client computed before it sent its keys. */
  readonly expected: Uint8Array | null;
}

const NOTHING: Asked = { origin: null, location: null, subprotocol: null, expected: null };

/** Never throws. `secure`: whether the page opened wss, which a request does not say. */
export function readAsked(request: Uint8Array | undefined, secure: boolean): Asked {
  if (request === undefined) return NOTHING;
  const head = readHead(request);
  const { fields, startLine } = head;
  const resource = orNull(() => readResource(request, startLine));
  const told = (name: string, read: () => Span): Span | null => {
    const value = orNull(read);
    return value && !isTakenOut(name, slice(request, value)) ? value : null;
  };
  const host = told("Host", () => readHost(request, fields));
  const origin = told("Origin", () => readOrigin(request, fields));
  const subprotocol = find(request, fields, "sec-websocket-protocol");
  return {
    origin: origin && slice(request, origin),
    location:
      resource && host && origin
        ? location({ bytes: request, resource, host, origin, subprotocol }, secure)
        : null,
    subprotocol: subprotocol ? slice(request, subprotocol) : new Uint8Array(0),
    expected: orNull(() => expected(request, head)),
  };
}

function expected(request: Uint8Array, { fields, end }: Head): Uint8Array {
  const part1 = packedPart(slice(request, readKey(request, fields, "sec-websocket-key1")));
  const part2 = packedPart(slice(request, readKey(request, fields, "sec-websocket-key2")));
  const key3 = slice(request, readKey3(request, end ?? request.length));
  return md5(challenge(part1, part2, key3));
}

function packedPart(key: Uint8Array): Uint8Array {
  return pack(part(keyNumber(key), countSpaces(key)));
}

function orNull<T>(procedure: () => T): T | null {
  const outcome = attempt(procedure);
  return refused(outcome) ? null : outcome;
}
