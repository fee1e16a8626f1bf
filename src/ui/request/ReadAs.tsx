import { type ReactNode, useState } from "react";
import { titleOf } from "../../explain/conversation-title.ts";
import type { Analysis } from "../analysis.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import type { Input } from "../state.ts";
import { readAs } from "./read-as.ts";

const CHOICES = onDemand(() => import("./ReadingChoices.tsx"));

interface Props {
  readonly id: string;
  readonly input: Input;
  readonly analysis: Analysis;
  readonly onChange: (input: Input, how?: "push" | "replace") => void;
}

/** What the box was read as, what was lost on the way, and how to have it read otherwise. */
export function ReadAs({ id, input, analysis, onChange }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const choices = useOnDemand(CHOICES, open);
  const { all, conversation } = analysis;
  return (
    <>
      {all.length > 1 && (
        <label className="field">
          <span className="note">{all.length} conversations in this paste</span>
          <select
            value={Math.min(input.conversation, all.length - 1)}
            onChange={(event) =>
              onChange({ ...input, conversation: Number(event.target.value) }, "push")
            }
          >
            {all.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a conversation is its place in the paste
              <option key={i} value={i}>
                {i + 1}. {titleOf(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul id={id} className="chips" aria-label="Read as">
        {readAs(analysis).map(({ text, bad }) => (
          <li key={text} className={bad ? "bad" : undefined}>
            {text}
          </li>
        ))}
      </ul>
      <details className="reading" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {conversation === null || conversation.exact
            ? "Read it differently"
            : "What the paste lost, and how to read it differently"}
        </summary>
        {choices && conversation && conversation.lost.length > 0 && (
          <choices.Losses
            conversation={conversation}
            onTake={(request) =>
              onChange({ ...input, ...choices.requestInput(request, input.large) }, "push")
            }
          />
        )}
        {choices && !input.large?.request && (
          <choices.ReadingChoices input={input} onChange={onChange} />
        )}
      </details>
    </>
  );
}
