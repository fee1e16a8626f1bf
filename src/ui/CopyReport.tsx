import { type ReactNode, useId } from "react";
import { analyse } from "../core/analyse.ts";
import type { FactsOptions } from "../core/diagnosis/facts/facts.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { reportJson, reportMarkdown } from "../explain/report-text.ts";
import { copyText } from "./copy-text.ts";

interface Props {
  readonly conversation: Conversation;
  /** Besides the conversation. */
  readonly known: FactsOptions;
}

/** All that was found, to be passed on. */
export function CopyReport({ conversation, known }: Props): ReactNode {
  const id = useId();
  const copy = (as: "Markdown" | "JSON"): void => {
    document.getElementById(id)?.hidePopover();
    const report = analyse(conversation, known);
    const sentence = document.title.replace(/ – Handshake 101$/, "");
    const text =
      as === "JSON"
        ? reportJson(report)
        : reportMarkdown(report, conversation, sentence, location.href);
    void copyText(text, `the report as ${as}`);
  };
  return (
    <>
      <button type="button" className="quiet" popoverTarget={id} aria-haspopup="true">
        Copy report <span aria-hidden="true">▾</span>
      </button>
      <div id={id} popover="auto" className="choices copy-menu">
        <button type="button" onClick={() => copy("Markdown")}>
          Markdown<small>for an issue, with a link to this view</small>
        </button>
        <button type="button" onClick={() => copy("JSON")}>
          JSON<small>the report that the library's analyse() returns</small>
        </button>
      </div>
    </>
  );
}
