import { type ReactNode, useMemo } from "react";
import { concat } from "../core/bytes/ascii.ts";
import { hexByte } from "../core/bytes/hex.ts";
import { judgeAsWebKit534 } from "../core/clients/webkit-534.ts";
import { MISTAKES } from "../core/diagnosis/suspects/mistakes.ts";
import { canCombine, whatIf } from "../core/diagnosis/suspects/what-if.ts";
import { visible } from "../explain/characters.ts";

interface Props {
  readonly request: Uint8Array;
  /** Of the right answer, with its empty line. */
  readonly head: Uint8Array;
  readonly right: Uint8Array;
  readonly chosen: readonly string[];
  readonly secure: boolean;
  readonly onChoose: (mistakes: readonly string[]) => void;
}

export function MistakeSwitches(props: Props): ReactNode {
  const { request, head, right, chosen, secure, onChoose } = props;
  const reply = useMemo(() => whatIf(request, chosen), [request, chosen]);
  const made = MISTAKES.filter(({ id }) => chosen.includes(id));
  const toggle = (id: string): void => {
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <div className="mistakes">
      <label className="switch">
        Imagine a mistake:{" "}
        <select value="" onChange={(event) => toggle(event.target.value)}>
          <option value="">choose …</option>
          {MISTAKES.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => (
            <option key={id} value={id} disabled={!chosen.every((other) => canCombine(id, other))}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {made.length > 0 && (
        <ul className="made">
          {made.map(({ id, title, sentence, wrong }) => (
            <li key={id} className="wrong">
              <label className="switch">
                <input type="checkbox" checked onChange={() => toggle(id)} />
                <strong>{title}</strong>
              </label>
              <p>
                {sentence} In the reference this is <code>{wrong}</code>.
              </p>
            </li>
          ))}
        </ul>
      )}
      {made.length > 0 &&
        (reply ? (
          <Reply right={right} reply={reply} />
        ) : (
          <p className="dim">A server with these mistakes cannot answer this request at all.</p>
        ))}
      {made.length > 0 && reply && <p>{reaction(request, concat(head, reply), secure)}</p>}
    </div>
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
