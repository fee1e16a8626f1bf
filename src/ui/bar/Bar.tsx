import type { ReactNode } from "react";
import type { Conversation } from "../../core/input/conversation.ts";
import type { Change } from "../link/use-linked-state.ts";
import { ExamplesMenu } from "./ExamplesMenu.tsx";
import { HelpButton } from "./HelpButton.tsx";
import { ShareButton } from "./ShareButton.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

interface Props {
  readonly change: Change;
  /** All that was pasted. */
  readonly conversations: readonly Conversation[];
}

export function Bar({ change, conversations }: Props): ReactNode {
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
      <HelpButton />
    </header>
  );
}
