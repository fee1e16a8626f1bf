import type { ReactNode } from "react";
import { hex } from "../../core/bytes/hex.ts";
import type { Conversation } from "../../core/input/conversation.ts";

interface Props {
  readonly conversation: Conversation;
  /** Takes another reading of the request. */
  readonly onTake: (request: Uint8Array) => void;
}

/** What the paste destroyed, where it shows, and what may have stood there. */
export function Losses({ conversation, onTake }: Props): ReactNode {
  return (
    <ul className="losses">
      {conversation.lost.map(({ what, note, in: place, at, remains, offers }) => (
        <li key={`${what} ${place} ${note}`}>
          {note}
          {at !== null && <span className="dim"> (at character {at + 1})</span>}
          {remains && (
            <code>
              {" "}
              {remains.map((byte) => (byte === null ? "··" : hex(Uint8Array.of(byte)))).join(" ")}
            </code>
          )}
          {offers?.map((request, i) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: an offer is its place in the list
              key={i}
              type="button"
              onClick={() => onTake(request)}
            >
              {offers.length === 1 ? "Read it that way" : `Read it that way (${i + 1})`}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
