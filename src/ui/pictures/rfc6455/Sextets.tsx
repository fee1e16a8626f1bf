import type { ReactNode } from "react";
import { hexByte } from "../../../core/bytes/hex.ts";
import { visible } from "../../../explain/characters.ts";
import { Places } from "../Places.tsx";

interface Props {
  /** Base64, with its padding. */
  readonly characters: Uint8Array;
  readonly bytes: Uint8Array;
  /** Which of them came first. */
  readonly from: "characters" | "bytes";
  readonly label: string;
  /** Names of the places, and where the first character stands. */
  readonly at: { readonly character: string; readonly first: number; readonly byte: string };
  /** Classes of their sources. */
  readonly looks: { readonly characters: string; readonly bytes: string };
}

/** More is not drawn. */
const DRAWN = 64;

/** Base64, four characters over the three bytes that they stand for, and the 24 bits of both between them. */
export function Sextets({ characters, bytes, from, label, at, looks }: Props): ReactNode {
  const groups = Math.ceil(Math.min(characters.length, DRAWN) / 4);
  return (
    <Places className="sextets" label={label}>
      {Array.from({ length: groups }, (_, group) => {
        const own = characters.subarray(4 * group, 4 * group + 4);
        const made = bytes.subarray(3 * group, 3 * group + 3);
        const first = at.first + 4 * group;
        const rows = [
          <span key="characters" className={`row ${looks.characters}`}>
            {Array.from(own, (byte, i) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
                key={i}
                className="of-four"
                data-at={`${at.character}:${first + i}`}
              >
                {visible(byte)}
              </span>
            ))}
          </span>,
          <Bits key="bits" bytes={made} />,
          <span key="bytes" className={`row ${looks.bytes}`}>
            {Array.from(made, (byte, i) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its place
                key={i}
                className="of-three"
                data-at={`${at.byte}:${3 * group + i}`}
              >
                {hexByte(byte)}
              </span>
            ))}
          </span>,
        ];
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
            key={group}
            data-at={`${at.character}:${first}-${first + own.length} ${at.byte}:${3 * group}-${3 * group + made.length}`}
          >
            {from === "characters" ? rows : rows.reverse()}
          </li>
        );
      })}
      {characters.length > DRAWN && (
        <li className="dim">and {(characters.length - DRAWN).toLocaleString("en")} more</li>
      )}
    </Places>
  );
}

/** The bits of up to three bytes, with gaps after every sixth: the borders of the characters. */
function Bits({ bytes }: { readonly bytes: Uint8Array }): ReactNode {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const sextets = bits.match(/.{1,6}/g) ?? [];
  return (
    <span className="row bits-of-six" aria-hidden="true">
      {sextets.map((sextet, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sextet is its place
        <span key={i} className="of-four">
          {sextet.padEnd(6, "0")}
        </span>
      ))}
    </span>
  );
}
