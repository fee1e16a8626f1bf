import type { ReactNode } from "react";
import type { Conversation } from "../core/input/conversation.ts";
import { ExamplesMenu } from "./ExamplesMenu.tsx";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { ShareButton } from "./ShareButton.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import type { Change } from "./use-linked-state.ts";

interface Props {
  readonly change: Change;
  /** All that was pasted. */
  readonly conversations: readonly Conversation[];
}

const HELP = onDemand(() => import("./HelpButton.tsx"));

export function Bar({ change, conversations }: Props): ReactNode {
  const help = useOnDemand(HELP, true);
  return (
    <header className="bar">
      <h1>
        Handshake <span>101</span>
      </h1>
      <nav className="site-nav" aria-label="Site">
        <a href="failures/">Failures</a>
      </nav>
      <ExamplesMenu change={change} />
      <ShareButton conversations={conversations} />
      <ThemeButton />
      {help && <help.HelpButton />}
    </header>
  );
}
