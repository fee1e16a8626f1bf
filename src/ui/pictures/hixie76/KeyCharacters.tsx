import type { ReactNode } from "react";
import { digits } from "../../../core/diagnosis/words.ts";
import type { DigitsStep, SpacesStep } from "../../../core/trace/hixie76-step.ts";
import { Card } from "../Card.tsx";
import type { PictureProps } from "../picture-props.ts";
import { KeyTiles } from "./KeyTiles.tsx";
import { MissingKey, pinKey } from "./key-step.tsx";

export function KeyDigits({ step, onSelect }: PictureProps<DigitsStep>): ReactNode {
  const { key, keyNumber } = step;
  if (!key) return <MissingKey />;
  const which = step.id === "key1-digits" ? "key1" : "key2";
  return (
    <>
      <KeyTiles which={which} of={key} only="digits" />
      {keyNumber !== null && (
        <div className="cards">
          <Card
            label="the digits, as one number"
            at={`${which}.number`}
            source={which}
            look="result"
            onPin={() => pinKey(key, onSelect)}
          >
            {digits(keyNumber)}
          </Card>
        </div>
      )}
      {keyNumber !== null && <NumberNotes keyNumber={keyNumber} />}
    </>
  );
}

const MAX_UINT32 = 0xffff_ffffn;
const MAX_INT32 = 0x7fff_ffffn;

/** Where narrower arithmetic than the draft's goes wrong with this number. */
export function NumberNotes({ keyNumber }: { readonly keyNumber: bigint }): ReactNode {
  return (
    <dl className="notes">
      <dt>32 bits</dt>
      <dd>
        {keyNumber <= MAX_INT32 && "It fits a signed 32-bit number: no arithmetic breaks here."}
        {keyNumber > MAX_INT32 && keyNumber <= MAX_UINT32 && (
          <>
            It is above 2<span className="sup">31</span>: signed 32-bit arithmetic reads it as{" "}
            {BigInt.asIntN(32, keyNumber).toString().replace("-", "−")} and answers with a wrong
            digest.
          </>
        )}
        {keyNumber > MAX_UINT32 && (
          <>
            It is above 2<span className="sup">32</span> − 1, the most that a client makes: unsigned
            32-bit arithmetic reads it as {BigInt.asUintN(32, keyNumber).toString()}.
            {keyNumber > BigInt(Number.MAX_SAFE_INTEGER) &&
              " A double loses its last digits too, so the reference uses whole numbers of any size."}
          </>
        )}
      </dd>
    </dl>
  );
}

export function KeySpaces({ step, onSelect }: PictureProps<SpacesStep>): ReactNode {
  const { key, spaces } = step;
  if (!key) return <MissingKey />;
  const which = step.id === "key1-spaces" ? "key1" : "key2";
  return (
    <>
      <KeyTiles which={which} of={key} only="spaces" />
      <div className="cards">
        <Card
          label="spaces"
          at={`${which}.spaces`}
          source={which}
          look={spaces === null ? "bad" : "result"}
          onPin={() => pinKey(key, onSelect)}
        >
          {spaces ?? 0}
        </Card>
      </div>
      <dl className="notes">
        <dt>Not counted</dt>
        <dd>Tabs, no-break spaces, and the one space between the colon and the key.</dd>
        <dt>Easily lost</dt>
        <dd>
          Two spaces in a row become one in HTML, and a parser that trims loses those at the ends. A
          client never puts one at an end.
        </dd>
      </dl>
    </>
  );
}
