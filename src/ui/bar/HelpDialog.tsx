import { type ReactNode, useEffect, useRef, useState } from "react";
import { isHelpKeyOn, storeHelpKey } from "./help-key.ts";

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["←", "→"], "previous and next step"],
  [["Shift", "←", "→"], "previous and next round of MD5 or SHA-1"],
  [["Home", "End"], "first and last step"],
  [["Space"], "play and pause, while the slider of the steps has the focus"],
  [["↑", "↓", "←", "→"], "in the bytes: move; with Shift select, Enter pins, Esc lets go"],
  [["Insert", "Delete"], "in the bytes: put a zero in, take bytes out; hex digits overwrite"],
  [["Ctrl", "V"], "anywhere but in a field: paste the request"],
  [["Ctrl", "Z"], "undo; with Shift, do it again"],
];

interface Props {
  readonly onClose: () => void;
}

/** Open as long as it is drawn. */
export function HelpDialog({ onClose }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [hasKey, setHasKey] = useState(isHelpKeyOn);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">How to use this page</h2>
      <p>
        Paste the request that your WebSocket server got. Step through it to see how the answer is
        made. Point at any byte, number or line of code to see what it came from and what came from
        it.
      </p>
      <table>
        <caption className="visually-hidden">Keys</caption>
        <tbody>
          {KEYS.map(([keys, what]) => (
            <tr key={what}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim">While you type in a field, of these only undo works.</p>
      <label className="switch">
        <input
          type="checkbox"
          checked={hasKey}
          onChange={(event) => {
            setHasKey(event.target.checked);
            storeHelpKey(event.target.checked);
          }}
        />
        The key <kbd>?</kbd> opens this list
      </label>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
