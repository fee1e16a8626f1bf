import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import { roundOf } from "../../../core/hash/md5.ts";
import type { Md5Step } from "../../../core/trace/hixie76-step.ts";
import { visible } from "../../../explain/characters.ts";
import { Cells } from "../Cells.tsx";
import { word } from "../word.ts";

export function Md5Digest({ step }: { readonly step: Md5Step }): ReactNode {
  const { md5, response } = step;
  if (!md5 || !response) return null;
  const last = roundOf(md5, 63).after;
  return (
    <>
      <section className="scroll-x" aria-label="The four sums">
        <table className="registers">
          <caption className="visually-hidden">The four sums</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">at first</th>
              <th scope="col">after round 64</th>
              <th scope="col">sum</th>
              <th scope="col">low byte first</th>
            </tr>
          </thead>
          <tbody>
            {["a", "b", "c", "d"].map((name, i) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{word(md5.initial[i] as number)}</td>
                <td>
                  <span data-at="round:63">{word(last[i] as number)}</span>
                </td>
                <td>{word(md5.final[i] as number)}</td>
                <td className="digest">
                  <code data-at={`digest:${4 * i}-${4 * i + 4}`}>
                    {hex(response.subarray(4 * i, 4 * i + 4), " ")}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Cells
        label="The digest"
        cells={Array.from(response, (byte, i) => ({
          byte,
          at: `digest:${i}`,
          look: "sourced digest",
        }))}
      />
      <dl className="notes">
        <dt>As text</dt>
        <dd>
          <code>{Array.from(response, visible).join("")}</code>
        </dd>
        <dt>Why MD5</dt>
        <dd>
          It proves that the server understood this request, not who it is. That MD5 can be made to
          collide does not matter here.
        </dd>
      </dl>
    </>
  );
}
