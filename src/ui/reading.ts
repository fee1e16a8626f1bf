/**
 * What the box holds, as a conversation. A text that begins as a request does is read at once, so that a keystroke in it waits for
 * nothing; everything else people paste is read by a part of the page that comes when it is first needed.
 */
import { useMemo } from "react";
import { fromHex } from "../core/bytes/hex.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { withKey3 } from "../core/input/key3.ts";
import { asPasted } from "../core/input/pasted.ts";
import { rawText } from "../core/input/raw-text.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";
import type { Input } from "./state.ts";

const READERS = onDemand(() => import("../core/input/read-paste.ts"));

const BEGINS_AS_REQUEST = /^[A-Z]+ [^\r\n]{0,4096} HTTP\/\d\.\d\r?\n/;

export interface Reading {
  /** The first one; null while there is none. */
  readonly conversation: Conversation | null;
  /** The readers are on their way. */
  readonly pending: boolean;
}

export function useReading({ request, key3 }: Input): Reading {
  const atOnce = useMemo(() => readAtOnce(request), [request]);
  const readers = useOnDemand(READERS, atOnce === null);
  return useMemo(() => {
    const conversations = atOnce ?? readers?.readPaste(request) ?? [];
    const [first = null] = conversations;
    const typed = key3.trim() === "" ? null : fromHex(key3);
    return {
      conversation: first && typed ? withKey3(first, typed) : first,
      pending: atOnce === null && readers === null,
    };
  }, [atOnce, readers, request, key3]);
}

/** The same as `readPaste` gives, without the other formats; null when it may be one of them. */
export function readAtOnce(text: string): readonly Conversation[] | null {
  if (text.trim() === "") return [];
  return BEGINS_AS_REQUEST.test(text) ? rawText.read(asPasted(text), {}) : null;
}
