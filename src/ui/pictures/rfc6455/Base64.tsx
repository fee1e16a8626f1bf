import type { ReactNode } from "react";
import { latin1 } from "../../../core/bytes/ascii.ts";
import type { Base64Step } from "../../../core/trace/rfc6455-step.ts";
import { Card } from "../Card.tsx";
import { Sextets } from "./Sextets.tsx";

export function Base64({ step }: { readonly step: Base64Step }): ReactNode {
  const { digest, accept } = step;
  if (!digest || !accept) return null;
  return (
    <>
      <Sextets
        from="bytes"
        label="The digest, three bytes for four characters"
        characters={latin1(accept)}
        bytes={digest}
        at={{ character: "accept", first: 0, byte: "digest" }}
        looks={{ characters: "digest", bytes: "digest" }}
      />
      <div className="cards">
        <Card label="Sec-WebSocket-Accept" source="digest" look="result">
          {accept}
        </Card>
      </div>
      <dl className="notes">
        <dt>Length</dt>
        <dd>
          {digest.length} bytes make {accept.length} characters. The last group has two bytes only,
          so one <code>=</code> fills it up; it belongs to the value.
        </dd>
        <dt>Alphabet</dt>
        <dd>
          A–Z, a–z, 0–9, <code>+</code> and <code>/</code>. That for URLs, with <code>-</code> and{" "}
          <code>_</code>, is another.
        </dd>
      </dl>
    </>
  );
}
