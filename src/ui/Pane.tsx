import { type ReactNode, useId, useState } from "react";
import { useWide } from "./use-wide.ts";

interface Props {
  readonly title: string;
  /** Of the heading, for what leads to it. */
  readonly titleId?: string;
  readonly aside?: ReactNode;
  /** On narrow screens it starts folded, so that what comes below is near. */
  readonly folds?: boolean;
  /** There is something in it to be seen, on narrow screens too. */
  readonly startsOpen?: boolean;
  readonly flush?: boolean;
  /** Whether the reader opened or folded it, where that is kept outside; null: neither yet. */
  readonly unfolded?: boolean | null;
  readonly onUnfold?: (open: boolean) => void;
  readonly children: ReactNode;
}

export function Pane(props: Props): ReactNode {
  const {
    title,
    titleId,
    aside,
    folds = false,
    startsOpen = false,
    flush = false,
    children,
  } = props;
  const ownId = useId();
  const id = titleId ?? ownId;
  const wide = useWide();
  const [own, setOwn] = useState<boolean | null>(null);
  const { unfolded: chosen = own, onUnfold = setOwn } = props;
  const open = !folds || (chosen ?? (wide || startsOpen));
  return (
    <section
      className="pane"
      aria-labelledby={id}
      data-fold={folds && chosen === null && !startsOpen ? "auto" : undefined}
    >
      <header>
        <h2 id={id} tabIndex={titleId ? -1 : undefined}>
          {folds ? (
            <button
              type="button"
              className="fold-button"
              aria-expanded={open}
              onClick={() => onUnfold(!open)}
            >
              {title}
            </button>
          ) : (
            title
          )}
        </h2>
        {aside}
      </header>
      <div className={`fold-body${flush ? "" : " pane-body"}`} hidden={!open}>
        {children}
      </div>
    </section>
  );
}
