import { type ReactNode, useId, useState } from "react";

interface Props {
  readonly title: string;
  readonly className?: string;
  readonly startsOpen?: boolean;
  /** Drawn only while it is open. */
  readonly children: () => ReactNode;
}

/** A pane that stays closed, and costs nothing, until somebody wants it. */
export function ClosedPane({ title, className, startsOpen = false, children }: Props): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(startsOpen);
  return (
    <section className={className ? `pane ${className}` : "pane"} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <button
            type="button"
            className="fold-button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {title}
          </button>
        </h2>
      </header>
      {open && children()}
    </section>
  );
}
