import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import type { Md5Step } from "../../../core/trace/hixie76-step.ts";
import { sourceOfWord } from "../../../core/trace/sources.ts";
import { Cells } from "../Cells.tsx";

export function Md5Padding({ step }: { readonly step: Md5Step }): ReactNode {
  if (!step.md5) return null;
  const { bytes, messageLength, zerosAt, lengthAt } = step.md5.padding;
  const look = (at: number): string => {
    if (at < messageLength) return `sourced ${sourceOfWord(at >> 2)}`;
    if (at < zerosAt) return "marker";
    return at < lengthAt ? "zero" : "length";
  };
  return (
    <>
      <Cells
        label="The block of 64 bytes"
        cells={Array.from(bytes, (byte, i) => ({ byte, at: `challenge:${i}`, look: look(i) }))}
      />
      <dl className="notes">
        <dt>00–{(messageLength - 1).toString(16).padStart(2, "0")}</dt>
        <dd>the challenge, {messageLength} bytes</dd>
        <dt>{messageLength.toString(16)}</dt>
        <dd>
          <code>80</code>: one bit, and seven zeros behind it
        </dd>
        <dt>
          {zerosAt.toString(16)}–{(lengthAt - 1).toString(16)}
        </dt>
        <dd>{lengthAt - zerosAt} zeros, up to the last eight bytes</dd>
        <dt>
          {lengthAt.toString(16)}–{(bytes.length - 1).toString(16)}
        </dt>
        <dd>
          <code>{hex(bytes.subarray(lengthAt), " ")}</code>: the length, {messageLength * 8} bits,
          low byte first
        </dd>
      </dl>
    </>
  );
}
