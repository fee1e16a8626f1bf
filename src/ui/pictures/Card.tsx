import type { ReactNode } from "react";
import type { Place } from "../../core/trace/provenance.ts";

interface Props {
  readonly label: string;
  /** The place it shows. */
  readonly at?: Place;
  /** Class of its source, for the colour. */
  readonly source?: string;
  readonly look?: "result" | "bad" | undefined;
  /** Pins what it came from. */
  readonly onPin?: () => void;
  readonly children: ReactNode;
}

/** A number with its name. Activating it selects the bytes it came from. */
export function Card({ label, at, source, look, onPin, children }: Props): ReactNode {
  const className = ["card", source, look].filter(Boolean).join(" ");
  const content = (
    <>
      <small>{label}</small>
      {children}
    </>
  );
  if (!onPin) {
    return (
      <div className={className} data-at={at}>
        {content}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={className}
      data-at={at}
      onClick={onPin}
      title="Select its bytes"
    >
      {content}
    </button>
  );
}
