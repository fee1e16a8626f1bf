import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import type { Padding } from "../../../core/hash/sha1.ts";
import type { Sha1Step } from "../../../core/trace/rfc6455-step.ts";
import { Cells } from "../Cells.tsx";
import { keyLengthOf } from "./parts.ts";

export function Sha1Padding({ step }: { readonly step: Sha1Step }): ReactNode {
  if (!step.sha1) return null;
  const { padding, blocks } = step.sha1;
  const { bytes, messageLength, zerosAt, lengthAt } = padding;
  const look = lookOf(padding);
  return (
    <>
      {blocks.map(({ offset }, block) => (
        <div key={offset}>
          <p className="caption">
            Block {block + 1} of {blocks.length}
          </p>
          <Cells
            label={`Block ${block + 1}, 64 bytes`}
            cells={Array.from(bytes.subarray(offset, offset + 64), (byte, i) => ({
              byte,
              at:
                offset + i < messageLength
                  ? `concatenated:${offset + i}`
                  : `word:${block}.${i >> 2}`,
              look: look(offset + i),
            }))}
          />
        </div>
      ))}
      <dl className="notes">
        <dt>{range(0, messageLength)}</dt>
        <dd>key and GUID, {messageLength} bytes</dd>
        <dt>{range(messageLength, zerosAt)}</dt>
        <dd>
          <code>80</code>: one bit, and seven zeros behind it
        </dd>
        <dt>{range(zerosAt, lengthAt)}</dt>
        <dd>{lengthAt - zerosAt} zeros, up to the last eight bytes</dd>
        <dt>{range(lengthAt, bytes.length)}</dt>
        <dd>
          <code>{hex(bytes.subarray(lengthAt), " ")}</code>: the length, {messageLength * 8} bits,
          high byte first
        </dd>
        <dt>Why {blocks.length}</dt>
        <dd>
          A block has 64 bytes, and the length alone takes eight at its end: after {messageLength}{" "}
          bytes there is no room for it in the first.
        </dd>
      </dl>
    </>
  );
}

function range(start: number, end: number): string {
  const offset = (at: number): string => at.toString(16).padStart(2, "0");
  return end - start === 1 ? offset(start) : `${offset(start)}–${offset(end - 1)}`;
}

function lookOf({ messageLength, zerosAt, lengthAt }: Padding): (at: number) => string {
  const keyLength = keyLengthOf(messageLength);
  return (at) => {
    if (at < messageLength) return `sourced ${at < keyLength ? "key" : "constant"}`;
    if (at < zerosAt) return "marker";
    return at < lengthAt ? "zero" : "length";
  };
}
