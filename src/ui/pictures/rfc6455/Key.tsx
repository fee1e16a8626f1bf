import type { ReactNode } from "react";
import { fromLatin1 } from "../../../core/bytes/ascii.ts";
import { decodeBase64 } from "../../../core/bytes/base64.ts";
import { hex } from "../../../core/bytes/hex.ts";
import type { KeyStep } from "../../../core/trace/rfc6455-step.ts";
import { Card } from "../Card.tsx";
import type { PictureProps } from "../picture-props.ts";
import { Sextets } from "./Sextets.tsx";

export function Key({ step, onSelect }: PictureProps<KeyStep>): ReactNode {
  const { key, nonce } = step;
  if (!key) return <p className="dim">There is no key to check.</p>;
  const { bytes, offset } = key;
  const decoded = nonce ?? decodeBase64(fromLatin1(bytes));
  const pin = (): void => onSelect({ in: "request", span: [offset, offset + bytes.length] });
  return (
    <>
      {decoded ? (
        <Sextets
          from="characters"
          label="The key, four characters for three bytes"
          characters={bytes}
          bytes={decoded}
          at={{ character: "request", first: offset, byte: "nonce" }}
          looks={{ characters: "key", bytes: "key" }}
        />
      ) : (
        <p className="bad">“{fromLatin1(bytes.subarray(0, 100))}” is no Base64.</p>
      )}
      <div className="cards">
        <Card
          label="characters"
          source="key"
          look={bytes.length === 24 ? undefined : "bad"}
          onPin={pin}
        >
          {bytes.length} {bytes.length === 24 ? "✓" : "✗"}
        </Card>
        <span className="op">→</span>
        <Card label="bytes" source="key" look={nonce ? "result" : "bad"}>
          {decoded?.length ?? "none"} {nonce ? "✓" : "✗"}
        </Card>
      </div>
      <dl className="notes">
        {decoded && (
          <>
            <dt>The nonce</dt>
            <dd>
              <code>{hex(decoded.subarray(0, 32), " ")}</code>
            </dd>
          </>
        )}
        <dt>Then</dt>
        <dd>
          Nothing: these bytes are not used again. What is hashed in the next step are the
          characters as they stand in the field, all of them. To hash the bytes instead is a
          favourite mistake.
        </dd>
      </dl>
    </>
  );
}
