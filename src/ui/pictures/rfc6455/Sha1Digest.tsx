import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import type { Sha1Step } from "../../../core/trace/rfc6455-step.ts";
import { Cells } from "../Cells.tsx";
import { word } from "../word.ts";

export function Sha1Digest({ step }: { readonly step: Sha1Step }): ReactNode {
  const { sha1, digest } = step;
  if (!sha1 || !digest) return null;
  const last = sha1.blocks.length - 1;
  const block = sha1.blocks[last];
  const stirred = block?.rounds.at(-1)?.after;
  if (!block || !stirred) return null;
  return (
    <>
      <section className="scroll-x" aria-label="The five sums">
        <table className="registers">
          <caption className="visually-hidden">The five sums</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">before block {last + 1}</th>
              <th scope="col">after round 80</th>
              <th scope="col">sum</th>
            </tr>
          </thead>
          <tbody>
            {["a", "b", "c", "d", "e"].map((name, i) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{word(block.initial[i] as number)}</td>
                <td>
                  <span data-at={`round:${last}.79`}>{word(stirred[i] as number)}</span>
                </td>
                <td className="digest">
                  <code data-at={`digest:${4 * i}-${4 * i + 4}`}>
                    {hex(digest.subarray(4 * i, 4 * i + 4), " ")}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Cells
        label="The digest"
        cells={Array.from(digest, (byte, i) => ({
          byte,
          at: `digest:${i}`,
          look: "sourced digest",
        }))}
      />
      <dl className="notes">
        <dt>As hex</dt>
        <dd>
          <code>{hex(digest)}</code>: 40 digits. Libraries like to give them, and to encode those
          makes an accept of 56 characters, which is wrong.
        </dd>
        <dt>Why SHA-1</dt>
        <dd>
          It proves that the server read this key, not who it is. That SHA-1 can be made to collide
          does not matter here.
        </dd>
      </dl>
    </>
  );
}
