import type { ReactNode } from "react";
import type { Hixie76Step, ReadRequestStep } from "../../../core/trace/hixie76-step.ts";
import type { Cursor } from "../../state.ts";
import type { PictureProps } from "../picture-props.ts";
import { Challenge } from "./Challenge.tsx";
import { Division } from "./Division.tsx";
import { KeyDigits, KeySpaces } from "./KeyCharacters.tsx";
import { Md5Digest } from "./Md5Digest.tsx";
import { Md5Padding } from "./Md5Padding.tsx";
import { Md5Rounds } from "./Md5Rounds.tsx";
import { Pack } from "./Pack.tsx";
import { ResponseHead } from "./ResponseHead.tsx";
import { SentResponse } from "./SentResponse.tsx";

interface Props extends PictureProps<Exclude<Hixie76Step, ReadRequestStep>> {
  readonly round: number;
  readonly mistakes: readonly string[];
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

/** What a step looks like. Each picture is drawn from its step alone. */
export function Picture({ step, round, mistakes, onMove, onSelect }: Props): ReactNode {
  switch (step.id) {
    case "key1-digits":
    case "key2-digits":
      return <KeyDigits step={step} onSelect={onSelect} />;
    case "key1-spaces":
    case "key2-spaces":
      return <KeySpaces step={step} onSelect={onSelect} />;
    case "key1-division":
    case "key2-division":
      return <Division step={step} onSelect={onSelect} />;
    case "pack":
      return <Pack step={step} mistakes={mistakes} onMove={onMove} />;
    case "challenge":
      return <Challenge step={step} onSelect={onSelect} />;
    case "md5-padding":
      return <Md5Padding step={step} />;
    case "md5-rounds":
      return <Md5Rounds step={step} index={round} onMove={onMove} />;
    case "md5-digest":
      return <Md5Digest step={step} />;
    case "response-head":
      return <ResponseHead step={step} onSelect={onSelect} />;
    case "response":
      return <SentResponse step={step} onSelect={onSelect} />;
  }
}
