import { memo, type ReactNode, useId } from "react";
import { announce } from "../announce.ts";
import { MORE_EXAMPLES } from "../examples/more-examples.ts";
import type { Change } from "../link/use-linked-state.ts";
import { useOnDemand } from "../on-demand.ts";

export const ExamplesMenu = memo(function ExamplesMenu({
  change,
}: {
  readonly change: Change;
}): ReactNode {
  const id = useId();
  const examples = useOnDemand(MORE_EXAMPLES, true);
  return (
    <>
      <button type="button" popoverTarget={id}>
        Examples{" "}
        <span className="wide-only" aria-hidden="true">
          ▾
        </span>
      </button>
      <nav id={id} popover="auto" aria-label="Examples">
        <div className="menu-columns">
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
        </div>
      </nav>
    </>
  );
});
