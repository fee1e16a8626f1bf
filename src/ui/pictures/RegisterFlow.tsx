import type { ReactNode } from "react";
import { word } from "./word.ts";

interface Props {
  readonly names: readonly string[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The register that is stirred; the one to the right of it, or the first, takes the result, and all others move there too. */
  readonly stirred: number;
  /** How, in a few signs. */
  readonly how: string;
  /** A register that is changed on its way, and how. */
  readonly turned?: { readonly register: number; readonly how: string };
  /** The same in words. */
  readonly description: string;
}

const WIDTH = 80;
const GAP = 8;

/** Where each register of a hash goes in a round. */
export function RegisterFlow(props: Props): ReactNode {
  const { names, before, after, stirred, how, turned, description } = props;
  const count = names.length;
  const next = (i: number): number => (i + 1) % count;
  const x = (i: number): number => 4 + i * (WIDTH + GAP);
  const middle = (i: number): number => x(i) + WIDTH / 2;
  const half = how.length * 3.8 + 8;
  const center = Math.min((middle(stirred) + middle(next(stirred))) / 2, x(count - 1) - half);
  const list = (registers: readonly number[]): string =>
    names.map((name, i) => `${name} ${word(registers[i] as number)}`).join(", ");
  return (
    <svg
      className="diagram"
      viewBox={`0 0 ${x(count) - GAP + 4} 150`}
      role="img"
      aria-label={`Registers before the round: ${list(before)}. After it: ${list(after)}. ${description}`}
    >
      {names.map((name, i) => (
        <path
          key={name}
          className="wire"
          strokeDasharray={i === stirred ? "4 3" : undefined}
          d={`M${middle(i)} 38 C${middle(i)} 80 ${middle(next(i))} 70 ${middle(next(i))} 112`}
        />
      ))}
      {names.map((name, i) => (
        <g key={name}>
          <rect className="box-shape" x={x(i)} y={8} width={WIDTH} height={30} rx={5} />
          <text x={middle(i)} y={27} textAnchor="middle">
            {name} {word(before[i] as number)}
          </text>
          <rect
            className={`box-shape${i === next(stirred) ? " new" : ""}`}
            x={x(i)}
            y={112}
            width={WIDTH}
            height={30}
            rx={5}
          />
          <text x={middle(i)} y={131} textAnchor="middle">
            {name} {word(after[i] as number)}
          </text>
        </g>
      ))}
      {turned && (
        <g>
          <rect
            className="box-shape"
            x={middle(next(turned.register)) - 22}
            y={90}
            width={44}
            height={17}
            rx={4}
          />
          <text className="small" x={middle(next(turned.register))} y={102} textAnchor="middle">
            {turned.how}
          </text>
        </g>
      )}
      <rect className="box-shape" x={center - half} y={62} width={2 * half} height={24} rx={5} />
      <text x={center} y={78} textAnchor="middle">
        {how}
      </text>
    </svg>
  );
}
