import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import type { ReadRequestStep } from "../../../core/trace/hixie76-step.ts";
import { pathIn } from "../path-in.ts";
import type { PictureProps } from "../picture-props.ts";
import { hostPart, OtherLines, TakenParts } from "../TakenParts.tsx";

export function ReadRequest({ step, onSelect }: PictureProps<ReadRequestStep>): ReactNode {
  const { request, head, resource, host, origin, subprotocol, key1, key2, key3 } = step;
  const parts = [
    {
      letter: "H",
      name: "path",
      source: "host",
      span: resource ?? pathIn(request, head.startLine),
    },
    hostPart(request, head, host),
    { letter: "O", name: "Origin", source: "origin", span: origin },
    ...(subprotocol
      ? [{ letter: "P", name: "subprotocol", source: "subprotocol", span: subprotocol }]
      : []),
    { letter: "1", name: "Key 1", source: "key1", span: key1 },
    { letter: "2", name: "Key 2", source: "key2", span: key2 },
    { letter: "3", name: "key3", source: "key3", span: key3, shown: spacedHex },
  ];
  return (
    <>
      <TakenParts request={request} parts={parts} onSelect={onSelect} />
      <OtherLines request={request} head={head} parts={parts} />
    </>
  );
}

function spacedHex(bytes: Uint8Array): string {
  return hex(bytes, " ");
}
