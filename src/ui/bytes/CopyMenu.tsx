import { memo, type ReactNode, useId } from "react";
import type { Span } from "../../core/bytes/span.ts";
import { copyText } from "../copy-text.ts";
import { download } from "../download.ts";
import type { BytesPlace } from "./BytesView.tsx";
import { COPY_FORMATS } from "./copy-formats.ts";

interface Props {
  readonly place: BytesPlace;
  readonly bytes: Uint8Array;
  /** Only these bytes, when some are selected. */
  readonly selection: Span | null;
}

const WHOSE: Readonly<Record<BytesPlace, string>> = {
  request: "the request",
  response: "the response",
  received: "the answer that came",
};

export const CopyMenu = memo(function CopyMenu({ place, bytes, selection }: Props): ReactNode {
  const id = useId();
  const taken = selection ? bytes.subarray(...selection) : bytes;
  const what = selection ? `${taken.length} selected bytes` : `${taken.length} bytes`;

  const copy = async (name: string, text: string): Promise<void> => {
    document.getElementById(id)?.hidePopover();
    await copyText(text, `${what} as ${name}`);
  };

  return (
    <>
      <button type="button" className="quiet" popoverTarget={id} aria-haspopup="true">
        Copy as <span aria-hidden="true">▾</span>
        <span className="visually-hidden"> ({WHOSE[place]})</span>
      </button>
      <div id={id} popover="auto" className="choices copy-menu">
        <h3>{what}</h3>
        {COPY_FORMATS.map(({ name, format }) => (
          <button key={name} type="button" onClick={() => copy(name, format(taken))}>
            {name}
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            document.getElementById(id)?.hidePopover();
            download(taken, `${place}.bin`);
          }}
        >
          Save as a file
        </button>
      </div>
    </>
  );
});
