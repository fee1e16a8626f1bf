import type { ReactNode } from "react";
import type { ResponseStep } from "../../../core/trace/rfc6455-step.ts";
import type { PictureProps } from "../picture-props.ts";
import { ResponseLines } from "../ResponseLines.tsx";

const NOTES: Readonly<Record<string, string>> = {
  Upgrade: "in any letter case, and nothing beside it",
  Connection: "in any letter case, alone or in a list",
  "Sec-WebSocket-Accept": "the proof, to the letter",
  "Sec-WebSocket-Protocol": "one of those that were offered",
  "Sec-WebSocket-Extensions": "of those that were offered",
  "Sec-WebSocket-Nonce": "of hybi-04 and -05: sixteen random bytes; here an example",
};

export function SentResponse({ step, onSelect }: PictureProps<ResponseStep>): ReactNode {
  const { response, lines, copied } = step;
  if (!response) return null;
  return (
    <>
      <ResponseLines
        response={response}
        lines={lines}
        copied={copied}
        notes={NOTES}
        proof="Sec-WebSocket-Accept"
        onSelect={onSelect}
      />
      <dl className="notes">
        <dt>Length</dt>
        <dd>
          {response.length} bytes, and nothing behind the empty line: the next byte is already a
          frame.
        </dd>
        <dt>Order</dt>
        <dd>Any order will do, and any other fields beside these.</dd>
        <dt>Not in it</dt>
        <dd>
          Origin and location, which older drafts repeated. Whether a page may connect, the server
          decides by Origin, and answers 403 if not.
        </dd>
      </dl>
    </>
  );
}
