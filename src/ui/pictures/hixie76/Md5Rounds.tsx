import { type ReactNode, useState } from "react";
import {
  type Md5Trace,
  type Registers,
  type Round,
  roundOf,
  roundsOf,
} from "../../../core/hash/md5.ts";
import type { Md5Step } from "../../../core/trace/hixie76-step.ts";
import { sourceOfWord } from "../../../core/trace/sources.ts";
import type { Cursor } from "../../state.ts";
import { RegisterFlow } from "../RegisterFlow.tsx";
import { RoundPicker } from "../RoundPicker.tsx";
import { word } from "../word.ts";

interface Props {
  readonly step: Md5Step;
  readonly index: number;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

const FORMULAS = {
  F: "(b ∧ c) ∨ (¬b ∧ d)",
  G: "(b ∧ d) ∨ (c ∧ ¬d)",
  H: "b ⊕ c ⊕ d",
  I: "c ⊕ (b ∨ ¬d)",
} as const;

export function Md5Rounds({ step, index, onMove }: Props): ReactNode {
  if (!step.md5) return null;
  const round = roundOf(step.md5, index);
  return (
    <>
      <RoundPicker
        index={index}
        count={64}
        name={`function ${round.name}`}
        at={`round:${index}`}
        onMove={onMove}
      />
      <RegisterFlow
        names={["a", "b", "c", "d"]}
        before={round.before}
        after={round.after}
        stirred={0}
        how={`+${round.name}+M+K ⋘${round.shift} +b`}
        description="The old a is stirred into the new b; b becomes c, c becomes d, d becomes a."
      />
      <RoundTable round={round} />
      <AllRounds md5={step.md5} current={index} onMove={onMove} />
    </>
  );
}

function RoundTable({ round }: { readonly round: Round }): ReactNode {
  const {
    index,
    name,
    f,
    wordIndex,
    word: taken,
    constant,
    sum,
    shift,
    rotated,
    before,
    after,
  } = round;
  const source = sourceOfWord(wordIndex);
  return (
    <table data-at={`round:${index}`} className="region terms">
      <caption className="visually-hidden">Round {index + 1}, term by term</caption>
      <tbody>
        <tr>
          <th scope="row">a</th>
          <td>
            <code>{word(before[0])}</code>
          </td>
          <td className="dim">the first register</td>
        </tr>
        <tr>
          <th scope="row">+ {name}(b, c, d)</th>
          <td>
            <code>{word(f)}</code>
          </td>
          <td className="dim">{FORMULAS[name]}</td>
        </tr>
        <tr className={source ?? undefined}>
          <th scope="row">+ M[{wordIndex}]</th>
          <td>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be pointed at can have the focus */}
            <code data-at={`word:${wordIndex}`} tabIndex={0}>
              {word(taken)}
            </code>
          </td>
          <td className="dim">{wordNote(wordIndex)}</td>
        </tr>
        <tr>
          <th scope="row">+ K[{index}]</th>
          <td>
            <code>{word(constant)}</code>
          </td>
          <td className="dim">
            ⌊2<span className="sup">32</span> · |sin {index + 1}|⌋
          </td>
        </tr>
        <tr>
          <th scope="row">sum</th>
          <td>
            <code>{word(sum)}</code>
          </td>
          <td className="dim">
            modulo 2<span className="sup">32</span>
          </td>
        </tr>
        <tr>
          <th scope="row">rotated left</th>
          <td>
            <code>{word(rotated)}</code>
          </td>
          <td className="dim">by {shift} bits</td>
        </tr>
        <tr>
          <th scope="row">+ b</th>
          <td>
            <code className="digest">{word(after[1])}</code>
          </td>
          <td className="dim">the new b; a, c and d move on</td>
        </tr>
      </tbody>
    </table>
  );
}

function wordNote(index: number): string {
  if (index === 0) return "part 1, read low byte first";
  if (index === 1) return "part 2, read low byte first";
  if (index < 4) return `key3, bytes ${index === 2 ? "1 to 4" : "5 to 8"}, low byte first`;
  if (index === 4) return "the byte 80 behind the challenge";
  if (index === 14) return "the length, 128 bits";
  return "zeros";
}

function AllRounds({
  md5,
  current,
  onMove,
}: {
  readonly md5: Md5Trace;
  readonly current: number;
  readonly onMove: Props["onMove"];
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All 64 rounds</summary>
      {open && (
        <section className="scroll-x" aria-label="All rounds">
          <table className="registers">
            <thead>
              <tr>
                {["round", "f", "M", "shift", "a", "b", "c", "d"].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <RegistersRow name="start" registers={md5.initial} />
              {roundsOf(md5).map((round) => (
                <tr
                  key={round.index}
                  className="region"
                  aria-current={round.index === current ? true : undefined}
                >
                  <th scope="row">
                    <button
                      type="button"
                      className="quiet"
                      data-at={`round:${round.index}`}
                      onClick={() => onMove({ round: round.index })}
                    >
                      {round.index + 1}
                    </button>
                  </th>
                  <td>{round.name}</td>
                  <td className={sourceOfWord(round.wordIndex) ?? undefined}>
                    <code data-at={`word:${round.wordIndex}`}>{round.wordIndex}</code>
                  </td>
                  <td>{round.shift}</td>
                  {round.after.map((register, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a register is its place
                    <td key={i}>{word(register)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

function RegistersRow({
  name,
  registers,
}: {
  readonly name: string;
  readonly registers: Registers;
}): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td colSpan={3} />
      {registers.map((register, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a register is its place
        <td key={i}>{word(register)}</td>
      ))}
    </tr>
  );
}
