import type { ReactNode } from "react";
import { hex } from "../../../core/bytes/hex.ts";
import { decodeUtf8 } from "../../../core/bytes/utf8.ts";
import type { ResponseStep } from "../../../core/trace/hixie76-step.ts";
import { visible } from "../../../explain/characters.ts";
import type { PictureProps } from "../picture-props.ts";
import { shortText } from "../TakenParts.tsx";

export function SentResponse({ step }: PictureProps<ResponseStep>): ReactNode {
  const { response, digest, copied } = step;
  if (!response || !digest) return null;
  const head = response.subarray(0, digest[0]);
  const sent = response.subarray(...digest);
  return (
    <>
      <pre className="wire" translate="no">
        {pieces(head, copied)}
        <span className="sourced digest" data-at={`response:${digest[0]}-${digest[1]}`}>
          {Array.from(sent, visible).join("")}
        </span>
      </pre>
      <dl className="notes">
        <dt>Length</dt>
        <dd>
          {response.length} bytes: {head.length} of head, 16 of digest. Nothing behind them, not
          even a line end: the next byte would already be a frame.
        </dd>
        <dt>Digest</dt>
        <dd>
          <code>{hex(sent, " ")}</code>
        </dd>
        <dt>Then</dt>
        <dd>
          The connection is open. Text travels as <code>00</code>, UTF-8, <code>ff</code>, and{" "}
          <code>ff 00</code> closes it.
        </dd>
      </dl>
    </>
  );
}

/** The head as text, with what was copied in its colours. */
function pieces(head: Uint8Array, copied: ResponseStep["copied"]): readonly ReactNode[] {
  const text = (start: number, end: number): string => decodeUtf8(head.subarray(start, end)).text;
  const drawn: ReactNode[] = [];
  let done = 0;
  for (const { to, source } of copied) {
    drawn.push(text(done, to[0]));
    drawn.push(
      <span key={to[0]} className={`sourced ${source}`} data-at={`response:${to[0]}-${to[1]}`}>
        {shortText(head.subarray(...to))}
      </span>,
    );
    done = to[1];
  }
  drawn.push(text(done, head.length));
  return drawn;
}
