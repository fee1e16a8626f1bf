import { type ReactNode, useMemo } from "react";
import { concat } from "../../core/bytes/ascii.ts";
import { hexByte } from "../../core/bytes/hex.ts";
import { judgeAsWebKit534 } from "../../core/clients/webkit-534.ts";
import { MISTAKES } from "../../core/diagnosis/suspects/mistakes.ts";
import { canCombine, whatIf } from "../../core/diagnosis/suspects/what-if.ts";
import type {
  Hixie76Step,
  ReadRequestStep,
  ResponseHeadStep,
  ResponseStep,
} from "../../core/trace/hixie76-step.ts";
import { visible } from "../../explain/characters.ts";
import { MistakeList } from "./MistakeList.tsx";
import type { SwitchesProps } from "./Mistakes.tsx";

/** Of hixie-76: another digest, and what a browser of the time would do with it. */
export function Switches({ steps, functions, chosen, onChoose }: SwitchesProps): ReactNode {
  const [read, head, sent] = ["read-request", "response-head", "response"].map((wanted) =>
    (steps as readonly Hixie76Step[]).find(({ id }) => id === wanted),
  ) as [ReadRequestStep, ResponseHeadStep, ResponseStep];
  const { request } = read;
  const reply = useMemo(() => whatIf(request, chosen), [request, chosen]);
  if (!head.head || !sent.response || !sent.digest) return null;
  return (
    <MistakeList
      mistakes={MISTAKES}
      functions={functions}
      chosen={chosen}
      canCombine={canCombine}
      onChoose={onChoose}
    >
      {reply && (
        <>
          <Reply right={sent.response.subarray(...sent.digest)} reply={reply} />
          <p>{reaction(request, concat(head.head, reply), head.secure)}</p>
        </>
      )}
    </MistakeList>
  );
}

interface ReplyProps {
  readonly right: Uint8Array;
  readonly reply: Uint8Array;
}

/** Long replies are cut here. */
const SHOWN = 48;

function Reply({ right, reply }: ReplyProps): ReactNode {
  const changed = Array.from(right, (byte, i) => reply[i] !== byte).filter(Boolean).length;
  return (
    <>
      <ol className="cells eight" aria-label="What it would send" translate="no">
        {Array.from(reply.subarray(0, SHOWN), (byte, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its offset
            key={i}
            className={`cell ${right[i] === byte ? "sourced digest" : "changed"}`}
          >
            {hexByte(byte)}
          </li>
        ))}
      </ol>
      <p className="dim">
        {changed === 0
          ? "All sixteen bytes are right"
          : `${changed} of the sixteen bytes are wrong`}
        {reply.length !== 16 && `; it sends ${reply.length} bytes`}. As text:{" "}
        <code>{Array.from(reply.subarray(0, SHOWN), visible).join("")}</code>
      </p>
    </>
  );
}

/** What a browser of the time would do with such an answer. */
function reaction(request: Uint8Array, response: Uint8Array, secure: boolean): string {
  const judgement = judgeAsWebKit534(request, response, { secure });
  if (!judgement) return "";
  if (judgement.waits) return "WebKit 534 would wait for the rest, for ever, and say nothing.";
  if (judgement.accepts) return "WebKit 534 would accept this one.";
  return judgement.console === null
    ? "WebKit 534 would close the connection without a word on its console."
    : `WebKit 534 would close the connection and print: ${judgement.console}`;
}
