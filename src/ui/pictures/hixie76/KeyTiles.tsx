import type { ReactNode } from "react";
import { isDigit, SP } from "../../../core/bytes/ascii.ts";
import { hexByte } from "../../../core/bytes/hex.ts";
import type { Key } from "../../../core/trace/hixie76-step.ts";
import { nameOfByte, visible } from "../../../explain/characters.ts";
import { Places } from "../Places.tsx";

interface Props {
  readonly which: "key1" | "key2";
  readonly of: Key;
  /** What the step looks at; the rest is faded. Both when it is null. */
  readonly only: "digits" | "spaces" | null;
}

/** A client makes keys of 13 to 34 characters; of one that is far longer the beginning is drawn. */
const DRAWN = 256;

/** The characters of a key, each digit in its colour, each space as a numbered ␣. */
export function KeyTiles({ which, of: key, only }: Props): ReactNode {
  let spaces = 0;
  return (
    <Places className={`tiles ${which}`} label="Characters of the key">
      {Array.from(key.bytes.subarray(0, DRAWN), (byte, i) => {
        const at = key.offset + i;
        if (byte === SP) spaces += 1;
        return (
          <Tile key={at} byte={byte} at={at} count={byte === SP ? spaces : null} only={only} />
        );
      })}
      {key.bytes.length > DRAWN && (
        <li className="dim">and {(key.bytes.length - DRAWN).toLocaleString("en")} more</li>
      )}
    </Places>
  );
}

interface TileProps {
  readonly byte: number;
  readonly at: number;
  readonly count: number | null;
  readonly only: Props["only"];
}

function Tile({ byte, at, count, only }: TileProps): ReactNode {
  const kind = isDigit(byte) ? "digit" : byte === SP ? "space" : "noise";
  const faded = only !== null && kind !== "noise" && `${kind}s` !== only;
  const control = byte < 0x20 || byte > 0x7e;
  return (
    <li
      className={`tile ${kind}${faded ? " faded" : ""}`}
      data-at={`request:${at}`}
      title={`offset 0x${at.toString(16)}: ${hexByte(byte)}, ${nameOfByte(byte)}`}
    >
      {kind === "space" ? (
        <>
          <span aria-hidden="true">␣</span>
          <span className="count">
            <span className="visually-hidden">space number </span>
            {count}
          </span>
        </>
      ) : (
        <span className={control ? "dim" : undefined}>
          {control ? hexByte(byte) : visible(byte)}
        </span>
      )}
    </li>
  );
}
