import { type ReactNode, useState } from "react";
import type { Block, Round, Sha1Trace } from "../../../core/hash/sha1.ts";
import type { Sha1Step } from "../../../core/trace/rfc6455-step.ts";
import type { Cursor } from "../../state.ts";
import { RegisterFlow } from "../RegisterFlow.tsx";
import { RoundPicker } from "../RoundPicker.tsx";
import { word } from "../word.ts";
import { partOfWord } from "./parts.ts";

interface Props {
  readonly step: Sha1Step;
  /** Over all blocks. */
  readonly index: number;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

const ROUNDS = 80;

const NAMES = ["a", "b", "c", "d", "e"];

const FORMULAS = {
  Ch: "(b ∧ c) ∨ (¬b ∧ d)",
  Parity: "b ⊕ c ⊕ d",
  Maj: "(b ∧ c) ∨ (b ∧ d) ∨ (c ∧ d)",
} as const;

export function Sha1Rounds({ step, index, onMove }: Props): ReactNode {
  const number = Math.floor(index / ROUNDS);
  const block = step.sha1?.blocks[number];
  const round = block?.rounds[index % ROUNDS];
  if (!step.sha1 || !block || !round) return null;
  const count = step.sha1.blocks.length * ROUNDS;
  return (
    <>
      <RoundPicker
        index={index}
        count={count}
        name={`block ${number + 1}, function ${round.name}`}
        at={`round:${number}.${round.index}`}
        onMove={onMove}
      />
      <p className="caption">
        Block {number + 1} of {step.sha1.blocks.length}, round {round.index + 1} of {ROUNDS}
      </p>
      <RegisterFlow
        names={NAMES}
        before={round.before}
        after={round.after}
        stirred={4}
        turned={{ register: 1, how: "⋘30" }}
        how={`+ a⋘5 + ${round.name} + W + K`}
        description="The old e is stirred into the new a; a becomes b, b turned by 30 bits becomes c, c becomes d, d becomes e."
      />
      <RoundTable trace={step.sha1} number={number} round={round} />
      <AllRounds block={block} number={number} current={round.index} onMove={onMove} />
    </>
  );
}

interface TableProps {
  readonly trace: Sha1Trace;
  readonly number: number;
  readonly round: Round;
}

function RoundTable({ trace, number, round }: TableProps): ReactNode {
  const { index, before, name, f, rotatedA, word: taken, constant, sum, rotatedB } = round;
  const { words, source } = wordNote(trace.padding.messageLength, number, index);
  return (
    <table data-at={`round:${number}.${index}`} className="region terms">
      <caption className="visually-hidden">Round {index + 1}, term by term</caption>
      <tbody>
        <Row name="a ⋘ 5" value={rotatedA} note="the first register, turned left by 5 bits" />
        <Row name={`+ ${name}(b, c, d)`} value={f} note={FORMULAS[name]} />
        <Row name="+ e" value={before[4]} note="the last register" />
        <tr className={source ?? undefined}>
          <th scope="row">+ W[{index}]</th>
          <td>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be pointed at can have the focus */}
            <code data-at={`word:${number}.${index}`} tabIndex={0}>
              {word(taken)}
            </code>
          </td>
          <td className="dim">{words}</td>
        </tr>
        <Row name="+ K" value={constant} note={`the same in rounds ${twenty(index)}`} />
        <tr>
          <th scope="row">sum</th>
          <td>
            <code className="digest">{word(sum)}</code>
          </td>
          <td className="dim">
            modulo 2<span className="sup">32</span>: the new a
          </td>
        </tr>
        <Row name="b ⋘ 30" value={rotatedB} note="the new c; a, c and d move on" />
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: number;
  readonly note: string;
}

function Row({ name, value, note }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <code>{word(value)}</code>
      </td>
      <td className="dim">{note}</td>
    </tr>
  );
}

function twenty(index: number): string {
  const first = Math.floor(index / 20) * 20;
  return `${first + 1} to ${first + 20}`;
}

function wordNote(
  messageLength: number,
  block: number,
  index: number,
): { readonly words: string; readonly source: string | null } {
  if (index < 16) return partOfWord(messageLength, block, index);
  const from = [3, 8, 14, 16].map((back) => `W[${index - back}]`).join(" ⊕ ");
  return { words: `(${from}) ⋘ 1`, source: null };
}

interface AllProps {
  readonly block: Block;
  readonly number: number;
  /** In the block. */
  readonly current: number;
  readonly onMove: Props["onMove"];
}

function AllRounds({ block, number, current, onMove }: AllProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        All {ROUNDS} rounds of block {number + 1}
      </summary>
      {open && (
        <section className="scroll-x" aria-label="All rounds">
          <table className="registers">
            <thead>
              <tr>
                {["round", "f", "W", ...NAMES].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">start</th>
                <td colSpan={2} />
                {block.initial.map((register, i) => (
                  <td key={NAMES[i]}>{word(register)}</td>
                ))}
              </tr>
              {block.rounds.map(({ index, name, word: taken, after }) => (
                <tr
                  key={index}
                  className="region"
                  aria-current={index === current ? true : undefined}
                >
                  <th scope="row">
                    <button
                      type="button"
                      className="quiet"
                      data-at={`round:${number}.${index}`}
                      onClick={() => onMove({ round: number * ROUNDS + index })}
                    >
                      {index + 1}
                    </button>
                  </th>
                  <td>{name}</td>
                  <td>
                    <code data-at={`word:${number}.${index}`}>{word(taken)}</code>
                  </td>
                  {after.map((register, i) => (
                    <td key={NAMES[i]}>{word(register)}</td>
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
