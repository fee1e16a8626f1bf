/**
 * Spaces that a text has lost. The digits of a key divide by its spaces, so a key that does not divide as pasted, but does with the
 * spaces at its ends taken away or with some put back where a run was shown as one, was damaged on its way. Where the spaces stood
 * does not matter to the digest; how many there were does.
 */
import { concat, SP } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import type { Loss } from "../conversation.ts";
import { digest, type Key, MOST_SPACES, partOf, readKeys, sameBytes } from "./hixie76-facts.ts";

export interface Repair {
  readonly request: Uint8Array;
  readonly lost: readonly Loss[];
}

/**
 * Repairs the keys of a request that came from text. `key3` and `sixteen` (the server's digest) decide where they are known. The
 * losses are placed by their offset in `request`.
 */
export function repairKeys(
  request: Uint8Array,
  key3: Uint8Array | null,
  sixteen: Uint8Array | null,
): Repair {
  const trimmed = trimKeys(request);
  const keys = readKeys(trimmed.request);
  const [key1, key2] = keys;
  if (!key1 || !key2 || keepsRuns(trimmed.request, keys)) return trimmed;
  const matches = (one: number | null, two: number | null) =>
    one !== null &&
    two !== null &&
    key3 !== null &&
    sixteen !== null &&
    sameBytes(digest(one, two, key3), sixteen);
  if (matches(partOf(key1), partOf(key2))) return trimmed;

  for (const one of possible(key1)) {
    for (const two of possible(key2)) {
      if (!matches(partOf(key1, one), partOf(key2, two))) continue;
      const note =
        "A run of spaces was shown as one; the digest proves how many were in the keys, and they were put back.";
      const wanted = new Map([
        [key1, one],
        [key2, two],
      ]);
      const restored = fromTheBack(keys).reduce(
        (bytes, key) => restore(bytes, key, wanted.get(key) as number),
        trimmed.request,
      );
      return { request: restored, lost: [...trimmed.lost, repeated(note, key1)] };
    }
  }
  return fromTheBack(keys).reduce(restoreOne, trimmed);
}

/** What is put into the later key first leaves the place of the earlier one as it is. */
function fromTheBack(keys: readonly Key[]): readonly Key[] {
  return keys.toSorted((a, b) => b.span[0] - a.span[0]);
}

/** Spaces at the ends of a key: no client puts any there (hybi-00 §4.1 step 22). */
function trimKeys(request: Uint8Array): Repair {
  let bytes = request;
  const lost: Loss[] = [];
  for (const key of fromTheBack(readKeys(request))) {
    const inner = withoutEdges(request, key.span);
    const outside = key.span[1] - key.span[0] - (inner[1] - inner[0]);
    if (outside === 0 || partOf(key) !== null || partOf(key, key.spaces - outside) === null)
      continue;
    bytes = concat(
      bytes.subarray(0, key.span[0]),
      slice(bytes, inner),
      bytes.subarray(key.span[1]),
    );
    const note = `${key.name} divides only without the ${count(outside)} at its ends: the paste put them there, and they were taken away.`;
    lost.push({ what: "edge-spaces", in: "request", at: key.span[0], note });
  }
  return { request: bytes, lost };
}

function withoutEdges(bytes: Uint8Array, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && bytes[from] === SP) from += 1;
  while (to > from && bytes[to - 1] === SP) to -= 1;
  return [from, to];
}

/** Two spaces in a row anywhere in the keys: whatever showed the text did not collapse them. */
function keepsRuns(request: Uint8Array, keys: readonly Key[]): boolean {
  return keys.some(({ span }) =>
    slice(request, span).some((byte, at, key) => byte === SP && key[at + 1] === SP),
  );
}

/** Numbers of spaces, from those that are there, by which the digits divide. */
function possible(key: Key): number[] {
  const found: number[] = [];
  if (key.spaces === 0) return found;
  for (let spaces = key.spaces; spaces <= MOST_SPACES; spaces++) {
    if (partOf(key, spaces) !== null) found.push(spaces);
  }
  return found;
}

function restoreOne(repair: Repair, key: Key): Repair {
  const counts = possible(key);
  if (partOf(key) !== null || counts.length === 0) return repair;
  const does = `${key.name} does not divide by the ${count(key.spaces)} in the text, but does by ${counts.join(" or ")}`;
  const offers = counts.map((spaces) => restore(repair.request, key, spaces));
  if (offers.length === 1) {
    const note = `${does}: a run of spaces was shown as one, and the others were put back.`;
    return { request: offers[0] as Uint8Array, lost: [...repair.lost, repeated(note, key)] };
  }
  const note = `${does}: a run of spaces was shown as one.`;
  return { ...repair, lost: [...repair.lost, { ...repeated(note, key), offers }] };
}

/** Puts the missing spaces behind the first one of the key. */
function restore(request: Uint8Array, { span, spaces }: Key, wanted: number): Uint8Array {
  const at = request.indexOf(SP, span[0]);
  return concat(request.subarray(0, at), " ".repeat(wanted - spaces), request.subarray(at));
}

function repeated(note: string, { span }: Key): Loss {
  return { what: "repeated-spaces", in: "request", at: span[0], note };
}

function count(spaces: number): string {
  return spaces === 1 ? "one space" : `${spaces} spaces`;
}
