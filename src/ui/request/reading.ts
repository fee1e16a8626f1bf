/** What the boxes hold, as a conversation. The readers are many, so they come after the page. */
import { useMemo } from "react";
import { fromHex } from "../../core/bytes/hex.ts";
import { recogniseGeneration } from "../../core/generation.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { joinAnswer } from "../../core/input/join.ts";
import { withKey3 } from "../../core/input/key3.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import type { Input } from "../state.ts";
import { firstReading } from "./first-reading.ts";
import { loadTextReaders } from "./readers.ts";

export const READERS = onDemand(loadTextReaders);

export interface Reading {
  /** The chosen one, with its answer; null while there is none. */
  readonly conversation: Conversation | null;
  /** All of the request's box. */
  readonly all: readonly Conversation[];
  /** What the answer's own box was read as; null while it is empty. */
  readonly answer: Conversation | null;
  /** The readers are on their way. */
  readonly pending: boolean;
}

export function useReading(input: Input): Reading {
  const { request, key3, answer, conversation, choice, large } = input;
  const readers = useOnDemand(READERS, true);
  const all = useMemo(() => {
    if (large?.request) return [large.request];
    if (readers) return readers.read(request, choice);
    const first = firstReading(request);
    return first ? [first] : [];
  }, [readers, request, choice, large?.request]);
  const asked = all[conversation] ?? all[0] ?? null;
  const answered = useMemo(
    () => large?.answer ?? readers?.read(answer, { side: "response" })[0] ?? null,
    [readers, answer, large?.answer],
  );
  return useMemo(() => {
    const typed = key3.trim() === "" || !hasKey3(asked) ? null : fromHex(key3);
    return {
      conversation: joinAnswer(asked && typed ? withKey3(asked, typed) : asked, answered),
      all,
      answer: answered,
      pending: readers === null && (asked === null ? request !== "" : answer !== ""),
    };
  }, [readers, all, asked, answered, request, key3, answer]);
}

/** Behind a request of another generation these bytes would be taken for its frames. */
function hasKey3(conversation: Conversation | null): boolean {
  if (!conversation?.request) return false;
  const { generation } = recogniseGeneration(conversation.request);
  return generation === "hixie-76" || generation === "hybi-01";
}
