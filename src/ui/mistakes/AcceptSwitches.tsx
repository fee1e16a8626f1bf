import { type ReactNode, useMemo } from "react";
import { concat, fromLatin1 } from "../../core/bytes/ascii.ts";
import { judgeAsChromium156 } from "../../core/clients/chromium-156.ts";
import { ACCEPT_MISTAKES } from "../../core/diagnosis/accept-suspects/mistakes.ts";
import { canCombineAccept, whatIfAccept } from "../../core/diagnosis/accept-suspects/what-if.ts";
import type {
  KeyStep,
  ReadRequestStep,
  ResponseStep,
  Rfc6455Step,
} from "../../core/trace/rfc6455-step.ts";
import { visible } from "../../explain/characters.ts";
import { MistakeList } from "./MistakeList.tsx";
import type { SwitchesProps } from "./Mistakes.tsx";

const NOTHING = new Uint8Array(0);

/** Of RFC 6455 and the drafts with a key and a GUID: another accept, and what a browser of today would do with it. */
export function Switches({ steps, functions, chosen, onChoose }: SwitchesProps): ReactNode {
  const [read, key, sent] = ["read-request", "key", "response"].map((wanted) =>
    (steps as readonly Rfc6455Step[]).find(({ id }) => id === wanted),
  ) as [ReadRequestStep, KeyStep, ResponseStep];
  const bytes = key.key?.bytes ?? NOTHING;
  const wrong = useMemo(() => whatIfAccept(bytes, chosen), [bytes, chosen]);
  if (!sent.response || !sent.accept) return null;
  const [start, end] = sent.accept;
  const { response } = sent;
  const right = response.subarray(start, end);
  return (
    <MistakeList
      mistakes={ACCEPT_MISTAKES}
      functions={functions}
      chosen={chosen}
      canCombine={canCombineAccept}
      onChoose={onChoose}
    >
      {wrong && (
        <>
          <dl className="notes">
            <dt>Right</dt>
            <dd>
              <code>{fromLatin1(right)}</code>
            </dd>
            <dt>It sends</dt>
            <dd>
              <code>{Array.from(wrong.accept, visible).join("")}</code>
            </dd>
            <dt>Which is</dt>
            <dd>
              <code>{wrong.formula}</code>
            </dd>
          </dl>
          <p>
            {reaction(
              read.request,
              concat(response.subarray(0, start), wrong.accept, response.subarray(end)),
            )}
          </p>
        </>
      )}
    </MistakeList>
  );
}

function reaction(request: Uint8Array, response: Uint8Array): string {
  const judgement = judgeAsChromium156(request, response);
  if (!judgement) return "";
  if (judgement.waits) return "Chromium 156 would wait for the rest.";
  if (judgement.accepts)
    return "With this key it makes no difference: Chromium 156 would accept it.";
  return judgement.console === null
    ? "Chromium 156 would close the connection."
    : `Chromium 156 would close the connection and print: ${judgement.console}`;
}
