import type { ReactNode } from "react";
import { hexByte } from "../../../core/bytes/hex.ts";
import { Places } from "../Places.tsx";

interface Props {
  readonly bytes: Uint8Array;
  readonly source: "key1" | "key2";
  /** Place of the first byte in the challenge; null when these bytes are not in it. */
  readonly from: number | null;
}

/** Bytes with their bits, the most significant first. */
export function BitBytes({ bytes, source, from }: Props): ReactNode {
  return (
    <Places className={`bits ${source}`}>
      {Array.from(bytes, (byte, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its offset
          key={i}
          data-at={from === null ? undefined : `challenge:${from + i}`}
        >
          <span className="row" aria-hidden="true">
            {Array.from({ length: 8 }, (_, bit) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a bit is its place
                key={bit}
                className={(byte >> (7 - bit)) & 1 ? "one" : undefined}
              >
                {(byte >> (7 - bit)) & 1}
              </span>
            ))}
          </span>
          <span className="byte">{hexByte(byte)}</span>
        </li>
      ))}
    </Places>
  );
}
