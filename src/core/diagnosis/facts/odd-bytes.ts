import { CR, isControl, LF } from "../../bytes/ascii.ts";
import type { Head } from "../../http/head.ts";

export interface OddBytes {
  /** Offsets of control characters in the head, line ends and lone CRs aside; the first thousand. */
  readonly controls: readonly number[];
  /** Whether any byte of the head is 0x80 or above. */
  readonly hasHighBytes: boolean;
}

/** One walk over the head for the bytes that are not plain text. */
export function findOddBytes(bytes: Uint8Array, head: Head): OddBytes {
  // Behind the last line of a head without an end may stand a digest.
  const end = head.end ?? bytes.lastIndexOf(LF) + 1;
  let controls: number[] | null = null;
  let hasHighBytes = false;
  for (let at = head.startLine[0]; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) hasHighBytes = true;
    if (!isControl(byte) || byte === LF || byte === CR) continue;
    controls ??= [];
    if (controls.length < 1000) controls.push(at);
  }
  return { controls: controls ?? [], hasHighBytes };
}
