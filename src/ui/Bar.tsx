import { memo, type ReactNode, useId } from "react";
import { flush, TOO_LONG } from "./address.ts";
import { announce } from "./announce.ts";
import { MORE_EXAMPLES } from "./examples/more-examples.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { ThemeButton } from "./ThemeButton.tsx";
import type { Change } from "./use-linked-state.ts";

interface Props {
  readonly change: Change;
}

const HELP = onDemand(() => import("./HelpButton.tsx"));

export const Bar = memo(function Bar({ change }: Props): ReactNode {
  const id = useId();
  const examples = useOnDemand(MORE_EXAMPLES, true);
  const help = useOnDemand(HELP, true);
  const share = async (): Promise<void> => {
    const whole = await flush();
    if (!whole) {
      announce(TOO_LONG);
      return;
    }
    try {
      await navigator.clipboard.writeText(location.href);
      announce(
        "Copied a link to what you see. It holds the request itself: mind cookies and tokens.",
      );
    } catch {
      announce(
        `The browser did not allow copying. The link is in the address bar: ${location.href}`,
      );
    }
  };
  return (
    <header className="bar">
      <h1>
        Handshake <span>101</span>
      </h1>
      <nav className="site-nav" aria-label="Site">
        <a href="failures/">Failures</a>
      </nav>
      <button type="button" popoverTarget={id} aria-haspopup="true">
        Examples{" "}
        <span className="wide-only" aria-hidden="true">
          ▾
        </span>
      </button>
      <nav id={id} popover="auto" aria-label="Examples">
        {examples?.EXAMPLE_GROUPS.map(({ title, examples }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="choices">
              {examples.map((example) => (
                <li key={example.id}>
                  <a
                    href={`#example=${example.id}`}
                    onClick={(event) => {
                      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                      event.preventDefault();
                      document.getElementById(id)?.hidePopover();
                      change(
                        {
                          input: example.input,
                          cursor: {
                            step: example.step ?? "read-request",
                            round: 0,
                            selection: null,
                            mistakes: [],
                          },
                        },
                        "push",
                      );
                      announce(`Example: ${example.title}.`);
                    }}
                  >
                    {example.title}
                    <small>{example.note}</small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <button type="button" onClick={share}>
        <span className="wide-only">Share</span>
        <span className="narrow-only" aria-hidden="true">
          ↗
        </span>
      </button>
      <ThemeButton />
      {help && <help.HelpButton />}
    </header>
  );
});
