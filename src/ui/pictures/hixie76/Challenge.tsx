import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import type { ChallengeStep } from "../../../core/trace/hixie76-step.ts";
import { sourceOfWord } from "../../../core/trace/sources.ts";
import { visible } from "../../../explain/characters.ts";
import { type CellOf, Cells } from "../Cells.tsx";
import type { PictureProps } from "../picture-props.ts";

export function challengeCells(challenge: Uint8Array): readonly CellOf[] {
  return Array.from(challenge, (byte, i) => ({
    byte,
    at: `challenge:${i}`,
    look: `sourced ${sourceOfWord(i >> 2)}`,
  }));
}

export function Challenge({ step }: PictureProps<ChallengeStep>): ReactNode {
  const { packed1, packed2, key3, challenge } = step;
  return (
    <>
      {challenge && <Cells label="The challenge" cells={challengeCells(challenge)} />}
      <ul className="parts">
        <Part
          letter="1"
          name="part 1, packed"
          source="key1"
          places="challenge:0-4"
          bytes={packed1}
        />
        <Part
          letter="2"
          name="part 2, packed"
          source="key2"
          places="challenge:4-8"
          bytes={packed2}
        />
        <Part
          letter="3"
          name="key3, as it came"
          source="key3"
          places="challenge:8-16"
          bytes={key3}
        />
      </ul>
    </>
  );
}

interface PartProps {
  readonly letter: string;
  readonly name: string;
  readonly source: string;
  readonly places: string;
  readonly bytes: Uint8Array | null;
}

function Part({ letter, name, source, places, bytes }: PartProps): ReactNode {
  return (
    <li className={source} data-at={places}>
      <span className="letter">{letter}</span>
      <span>{name}</span>
      <code>
        {bytes
          ? `${hex(bytes, " ")}${source === "key3" ? `   ${Array.from(bytes, visible).join("")}` : ""}`
          : "missing"}
      </code>
    </li>
  );
}
