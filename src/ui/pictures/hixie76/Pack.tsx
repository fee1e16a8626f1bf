import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import type { PackStep } from "../../../core/trace/hixie76-step.ts";
import type { Cursor } from "../../state.ts";
import { Card } from "../Card.tsx";
import { BitBytes } from "./BitBytes.tsx";

/** The mistake that can be tried here: both numbers. */
const LITTLE = "little-endian";

interface Props {
  readonly step: PackStep;
  /** Ids of mistakes that the server is imagined to make. */
  readonly mistakes: readonly string[];
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

export function Pack({ step, mistakes, onMove }: Props): ReactNode {
  const little = mistakes.includes(LITTLE);
  const choose = (checked: boolean): void =>
    // Alone: with some of the others no server can make it.
    onMove({ mistakes: checked ? [LITTLE] : mistakes.filter((id) => id !== LITTLE) });
  return (
    <>
      <Packed which="key1" part={step.part1} packed={step.packed1} little={little} />
      <Packed which="key2" part={step.part2} packed={step.packed2} little={little} />
      <label className="switch">
        <input
          type="checkbox"
          checked={little}
          onChange={(event) => choose(event.target.checked)}
        />
        What if the server packed them little-endian?
      </label>
      {little && (
        <p className="wrong">
          <strong className="bad">Wrong.</strong> The bytes come out in reverse, the digest has
          nothing in common with the right one, and the browser closes without a message.
        </p>
      )}
    </>
  );
}

interface PackedProps {
  readonly which: "key1" | "key2";
  readonly part: number | null;
  readonly packed: Uint8Array | null;
  readonly little: boolean;
}

function Packed({ which, part, packed, little }: PackedProps): ReactNode {
  const label = which === "key1" ? "part 1" : "part 2";
  if (part === null || packed === null) return <p className="dim">There is no {label}.</p>;
  const reversed = packed.slice().reverse();
  return (
    <div>
      <div className="cards">
        <Card label={label} at={`${which}.part`} source={which}>
          {part}
        </Card>
        <span className="op">→</span>
        <Card
          label={little ? "little-endian: wrong" : "four bytes, big-endian"}
          source={which}
          look={little ? "bad" : "result"}
        >
          {hex(little ? reversed : packed, " ")}
        </Card>
      </div>
      <BitBytes
        bytes={little ? reversed : packed}
        source={which}
        from={little ? null : which === "key1" ? 0 : 4}
      />
    </div>
  );
}
