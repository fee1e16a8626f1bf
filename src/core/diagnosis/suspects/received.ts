/** Comparing a reply that may have been damaged on its way into the paste with one that a server may have sent. */
import { replaced } from "./text.ts";

/** The bytes behind the head of a response; null where one is unknown, as where a terminal showed U+FFFD or a dot. */
export type Received = Uint8Array | readonly (number | null)[];

/**
 * How many known bytes agree, or null when one does not. Either may end first: a client reads 16 bytes whatever was sent, and
 * frames may follow them.
 */
export function agreement(received: Received, sent: Uint8Array): number | null {
  const direct = compare(received, sent);
  if (direct !== null || !hasUnknown(received)) return direct;
  // Where a decoder made one U+FFFD of several bytes, what follows has moved: let it decode this reply too.
  return compare(received, asDecoded(sent));
}

function compare(received: Received, sent: Received): number | null {
  let known = 0;
  const length = Math.min(received.length, sent.length);
  for (let at = 0; at < length; at++) {
    const byte = received[at];
    if (byte === null) continue;
    if (byte !== sent[at]) return null;
    known += 1;
  }
  return known;
}

function hasUnknown(received: Received): boolean {
  return !(received instanceof Uint8Array) && received.includes(null);
}

/** One null for each U+FFFD. */
function asDecoded(bytes: Uint8Array): (number | null)[] {
  const text = replaced(bytes);
  const seen: (number | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const isReplacement = text[at] === 0xef && text[at + 1] === 0xbf && text[at + 2] === 0xbd;
    seen.push(isReplacement ? null : (text[at] as number));
    if (isReplacement) at += 2;
  }
  return seen;
}
