import type { ReactNode } from "react";
import type { ResponseHeadStep } from "../../../core/trace/hixie76-step.ts";
import type { PictureProps } from "../picture-props.ts";
import { ResponseLines } from "../ResponseLines.tsx";

const NOTES: Readonly<Record<string, string>> = {
  Upgrade: "exactly this, in this case",
  Connection: "the one word",
  "Sec-WebSocket-Origin": "the request's Origin, to the letter",
  "Sec-WebSocket-Location": "the address that the script opened, to the letter",
  "Sec-WebSocket-Protocol": "the subprotocol that was asked for",
};

export function ResponseHead({ step, onSelect }: PictureProps<ResponseHeadStep>): ReactNode {
  const { head, lines, copied, secure } = step;
  if (!head) return null;
  return (
    <>
      <ResponseLines
        response={head}
        lines={lines}
        copied={copied}
        notes={NOTES}
        onSelect={onSelect}
      />
      <dl className="notes">
        <dt>Location</dt>
        <dd>
          {secure
            ? "wss://, because the connection was encrypted"
            : "ws://, because the connection was not encrypted"}
          ; host and port as the client named them, without the port that{" "}
          {secure ? "wss (443)" : "ws (80)"} has anyway; then the path. A proxy that ends TLS makes
          this one wrong more often than anything else.
        </dd>
        <dt>Order</dt>
        <dd>Any order will do. This is the order of the draft's own example.</dd>
      </dl>
    </>
  );
}
