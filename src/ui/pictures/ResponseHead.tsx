import type { ReactNode } from "react";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { ResponseHeadStep } from "../../core/trace/hixie76-step.ts";
import type { ResponseLine } from "../../core/trace/mark.ts";
import type { PictureProps } from "./picture-props.ts";

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
      <ol className="parts response-lines">
        <li data-at={`response:0-${(lines[0]?.line[0] ?? 2) - 2}`}>
          <span className="letter">=</span>
          <span className="dim">status line</span>
          <code>{decodeUtf8(head.subarray(0, (lines[0]?.line[0] ?? 2) - 2)).text}</code>
        </li>
        {lines.map((line) => (
          <Line
            key={line.name}
            line={line}
            head={head}
            source={
              copied.find(({ to }) => to[0] >= line.value[0] && to[1] <= line.value[1])?.source
            }
            onPin={() => onSelect({ in: "response", span: line.line })}
          />
        ))}
      </ol>
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

interface LineProps {
  readonly line: ResponseLine;
  readonly head: Uint8Array;
  readonly source: string | undefined;
  readonly onPin: () => void;
}

const LETTERS: Readonly<Record<string, string>> = { origin: "O", host: "H", subprotocol: "P" };

function Line({ line, head, source, onPin }: LineProps): ReactNode {
  return (
    <li className={source} data-at={`response:${line.value[0]}-${line.value[1]}`}>
      <span className="letter">{source ? LETTERS[source] : "="}</span>
      <button type="button" className="link" onClick={onPin}>
        {line.name}
      </button>
      <code>
        {decodeUtf8(head.subarray(...line.value)).text}
        <small className="line-note dim"> {NOTES[line.name]}</small>
      </code>
    </li>
  );
}
