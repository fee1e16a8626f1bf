import type { ReactNode } from "react";
import { digits } from "../../../core/diagnosis/words.ts";
import { pack } from "../../../core/hixie76/handshake.ts";
import type { DivisionStep } from "../../../core/trace/hixie76-step.ts";
import { Card } from "../Card.tsx";
import type { PictureProps } from "../picture-props.ts";
import { BitBytes } from "./BitBytes.tsx";
import { NumberNotes } from "./KeyCharacters.tsx";
import { KeyTiles } from "./KeyTiles.tsx";
import { MissingKey, pinKey } from "./key-step.tsx";

export function Division({ step, onSelect }: PictureProps<DivisionStep>): ReactNode {
  const { key, keyNumber, spaces, part } = step;
  if (!key) return <MissingKey />;
  const which = step.id === "key1-division" ? "key1" : "key2";
  const pin = (): void => pinKey(key, onSelect);
  const divides = keyNumber !== null && spaces !== null;
  const remainder = divides ? keyNumber % BigInt(spaces) : null;
  const quotient = divides ? keyNumber / BigInt(spaces) : null;
  return (
    <>
      <KeyTiles which={which} of={key} only={null} />
      {keyNumber !== null && (
        <div className="cards">
          <Card label="digits" at={`${which}.number`} source={which} onPin={pin}>
            {digits(keyNumber)}
          </Card>
          <span className="op">÷</span>
          <Card
            label="spaces"
            at={`${which}.spaces`}
            look={spaces === null ? "bad" : undefined}
            onPin={pin}
          >
            {spaces ?? 0}
          </Card>
          {quotient !== null && (
            <>
              <span className="op">=</span>
              <Card
                label={which === "key1" ? "part 1" : "part 2"}
                at={`${which}.part`}
                source={which}
                look={part === null ? "bad" : "result"}
                onPin={pin}
              >
                {digits(quotient)}
              </Card>
              <Card label="remainder" look={remainder === 0n ? undefined : "bad"}>
                {remainder?.toString()}{" "}
                {remainder === 0n ? (
                  <span className="good">✓</span>
                ) : (
                  <span className="bad">✗</span>
                )}
              </Card>
            </>
          )}
        </div>
      )}
      {keyNumber !== null && <NumberNotes keyNumber={keyNumber} />}
      {part !== null && (
        <div>
          <p className="caption">
            {which === "key1"
              ? "Packed, it opens the challenge:"
              : "Packed, it comes second in the challenge:"}
          </p>
          <BitBytes bytes={pack(part)} source={which} from={which === "key1" ? 0 : 4} />
        </div>
      )}
    </>
  );
}
