import { attempt, refused } from "../../attempt.ts";
import { slice } from "../../bytes/span.ts";
import { readKey, readKey3 } from "../../hixie76/request.ts";
import { readHead } from "../../http/head.ts";

/** What a server makes its reply of. */
export interface Keys {
  readonly key1: Uint8Array;
  readonly key2: Uint8Array;
  /** Null when the eight bytes are not in the request, or not all of them. */
  readonly key3: Uint8Array | null;
}

/** Null when the request has not exactly one of each key. */
export function readKeys(request: Uint8Array): Keys | null {
  const { fields, end } = readHead(request);
  const key1 = attempt(() => readKey(request, fields, "sec-websocket-key1"));
  const key2 = attempt(() => readKey(request, fields, "sec-websocket-key2"));
  const key3 = attempt(() => readKey3(request, end ?? request.length));
  if (refused(key1) || refused(key2)) return null;
  return {
    key1: slice(request, key1),
    key2: slice(request, key2),
    key3: refused(key3) ? null : slice(request, key3),
  };
}
