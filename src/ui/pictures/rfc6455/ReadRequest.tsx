import type { ReactNode } from "react";
import type { ReadRequestStep } from "../../../core/trace/rfc6455-step.ts";
import { pathIn } from "../path-in.ts";
import type { PictureProps } from "../picture-props.ts";
import { hostPart, OtherLines, TakenParts } from "../TakenParts.tsx";

export function ReadRequest({ step, onSelect }: PictureProps<ReadRequestStep>): ReactNode {
  const { request, head, target, host, origin, key, subprotocols, extensions } = step;
  const parts = [
    { letter: "H", name: "path", source: "host", span: target ?? pathIn(request, head.startLine) },
    hostPart(request, head, host),
    {
      ...{ letter: "O", name: "Origin", source: "origin", span: origin },
      missing: "none: no browser sent this",
    },
    { letter: "K", name: "key", source: "key", span: key },
    ...subprotocols.map((span) => ({
      ...{ letter: "P", name: "subprotocol", source: "subprotocol", span },
    })),
    ...extensions.map((span) => ({
      ...{ letter: "E", name: "extensions", source: "extensions", span },
    })),
  ];
  return (
    <>
      <TakenParts request={request} parts={parts} onSelect={onSelect} />
      <OtherLines request={request} head={head} parts={parts} />
    </>
  );
}
