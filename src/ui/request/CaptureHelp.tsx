import { type ReactNode, useRef } from "react";
import { CAPTURES } from "../../explain/captures.ts";
import { copyText } from "../copy-text.ts";

/** How to get the bytes of one's own handshake. */
export function CaptureHelp(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Else the first thing that takes the focus is a button far below what has to be read first.
  const open = (): void => {
    dialog.current?.showModal();
    heading.current?.focus();
  };
  return (
    <>
      <button type="button" className="link" onClick={open}>
        How do I capture mine?
      </button>
      <dialog ref={dialog} aria-labelledby="capture-title">
        <h2 id="capture-title" ref={heading} tabIndex={-1}>
          How to capture a handshake
        </h2>
        <p>
          A web page cannot see its own handshake: the browser shows a script neither the request
          nor the answer. So the bytes have to come from somewhere else. Best are hex, base64 or a
          capture file; text loses line ends, spaces and all bytes that are no characters.
        </p>
        {CAPTURES.map(({ title, words, commands }) => (
          <section className="stack" key={title}>
            <h3>{title}</h3>
            <p>{words}</p>
            {commands !== "" && (
              <>
                <pre className="command" translate="no">
                  {commands}
                </pre>
                <button
                  type="button"
                  onClick={() => copyText(commands, `the command for ${title}`)}
                >
                  Copy<span className="visually-hidden"> the command for {title}</span>
                </button>
              </>
            )}
          </section>
        ))}
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
