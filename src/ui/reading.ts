/** What the box holds, as a conversation. The readers are many, so they come after the page. */
import { useMemo } from "react";
import { fromHex } from "../core/bytes/hex.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { withKey3 } from "../core/input/key3.ts";
import { firstReading } from "./first-reading.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";
import type { Input } from "./state.ts";

const READERS = onDemand(() => import("../core/input/read-paste.ts"));

export interface Reading {
  /** The first one; null while there is none. */
  readonly conversation: Conversation | null;
  /** The readers are on their way. */
  readonly pending: boolean;
}

export function useReading({ request, key3 }: Input): Reading {
  const readers = useOnDemand(READERS, true);
  const read = useMemo(
    () => (readers ? readers.readPaste(request)[0] : firstReading(request)) ?? null,
    [readers, request],
  );
  return useMemo(() => {
    const typed = key3.trim() === "" ? null : fromHex(key3);
    return {
      conversation: read && typed ? withKey3(read, typed) : read,
      pending: read === null && readers === null && request !== "",
    };
  }, [readers, read, request, key3]);
}
