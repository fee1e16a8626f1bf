import type { ReactNode } from "react";
import type { Round } from "../../core/hash/md5.ts";
import { word } from "./word.ts";

const NAMES = ["a", "b", "c", "d"] as const;
const WIDTH = 96;
const GAP = 16;

/** Where each register goes: a is stirred and becomes b, the others move one to the right. */
export function RegisterFlow({ round }: { readonly round: Round }): ReactNode {
  const x = (i: number): number => 4 + i * (WIDTH + GAP);
  const middle = (i: number): number => x(i) + WIDTH / 2;
  return (
    <svg className="diagram" viewBox="0 0 444 150" role="img" aria-label={described(round)}>
      {[1, 2, 3].map((i) => (
        <path
          key={i}
          className="wire"
          d={`M${middle(i)} 38 C${middle(i)} 80 ${middle((i + 1) % 4)} 70 ${middle((i + 1) % 4)} 112`}
        />
      ))}
      <path
        className="wire"
        strokeDasharray="4 3"
        d={`M${middle(0)} 38 C${middle(0)} 80 ${middle(1)} 70 ${middle(1)} 112`}
      />
      {NAMES.map((name, i) => (
        <g key={name}>
          <rect className="box-shape" x={x(i)} y={8} width={WIDTH} height={30} rx={5} />
          <text x={middle(i)} y={27} textAnchor="middle">
            {name} {word(round.before[i] as number)}
          </text>
          <rect
            className={`box-shape${i === 1 ? " new" : ""}`}
            x={x(i)}
            y={112}
            width={WIDTH}
            height={30}
            rx={5}
          />
          <text x={middle(i)} y={131} textAnchor="middle">
            {name} {word(round.after[i] as number)}
          </text>
        </g>
      ))}
      <rect className="box-shape" x={50} y={62} width={116} height={24} rx={5} />
      <text x={108} y={78} textAnchor="middle">
        +{round.name}+M+K ⋘{round.shift} +b
      </text>
    </svg>
  );
}

function described({ before, after }: Round): string {
  const list = (registers: readonly number[]): string =>
    NAMES.map((name, i) => `${name} ${word(registers[i] as number)}`).join(", ");
  return `Registers before the round: ${list(before)}. After it: ${list(after)}. The old a is stirred into the new b; b becomes c, c becomes d, d becomes a.`;
}
