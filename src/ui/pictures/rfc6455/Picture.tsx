import type { ReactNode } from "react";
import type { Rfc6455Step } from "../../../core/trace/rfc6455-step.ts";
import type { Cursor } from "../../state.ts";
import type { PictureProps } from "../picture-props.ts";
import { Base64 } from "./Base64.tsx";
import { Concatenate } from "./Concatenate.tsx";
import { Extensions } from "./Extensions.tsx";
import { Key } from "./Key.tsx";
import { ReadRequest } from "./ReadRequest.tsx";
import { SentResponse } from "./SentResponse.tsx";
import { Sha1Digest } from "./Sha1Digest.tsx";
import { Sha1Padding } from "./Sha1Padding.tsx";
import { Sha1Rounds } from "./Sha1Rounds.tsx";
import { Subprotocol } from "./Subprotocol.tsx";

interface Props extends PictureProps<Rfc6455Step> {
  readonly round: number;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

/** What a step of RFC 6455 looks like, and of the drafts from hybi-04 on. Each picture is drawn from its step alone. */
export function Rfc6455Picture({ step, round, onMove, onSelect }: Props): ReactNode {
  switch (step.id) {
    case "read-request":
      return <ReadRequest step={step} onSelect={onSelect} />;
    case "key":
      return <Key step={step} onSelect={onSelect} />;
    case "concatenate":
      return <Concatenate step={step} />;
    case "sha1-padding":
      return <Sha1Padding step={step} />;
    case "sha1-rounds":
      return <Sha1Rounds step={step} index={round} onMove={onMove} />;
    case "sha1-digest":
      return <Sha1Digest step={step} />;
    case "base64":
      return <Base64 step={step} />;
    case "subprotocol":
      return <Subprotocol step={step} onSelect={onSelect} />;
    case "extensions":
      return <Extensions step={step} onSelect={onSelect} />;
    case "response":
      return <SentResponse step={step} onSelect={onSelect} />;
  }
}
