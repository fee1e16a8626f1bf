import {
  type ChangeEvent,
  type ClipboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { fromHex, hex } from "../../core/bytes/hex.ts";
import { visible } from "../../explain/characters.ts";
import type { Analysis } from "../analysis.ts";
import { announce } from "../announce.ts";
import type { Machine } from "../machines/machine.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import { Pane } from "../Pane.tsx";
import { type Input, withLarge } from "../state.ts";
import type { Undo } from "../use-undo.ts";
import { ColouredText } from "./ColouredText.tsx";
import { ReadAs } from "./ReadAs.tsx";
import { type TextMap, textMap } from "./text-map.ts";
import { usePageDrops } from "./use-page-drops.ts";

interface Props {
  /** Of the generation: what else it needs to know depends on that. */
  readonly folder: Machine["folder"];
  readonly input: Input;
  readonly analysis: Analysis;
  readonly undo: Undo;
  readonly onChange: (input: Input, how?: "push" | "replace") => void;
}

const FILES = onDemand(() => import("./OpenFile.tsx"));
const LOST = onDemand(() => import("./LostKey3.tsx"));
const CAPTURE = onDemand(() => import("./CaptureHelp.tsx"));

/** More text than this is shown from its beginning only: a text field of megabytes holds up every keystroke. */
const LONG = 0x10000;

export const RequestPane = memo(function RequestPane(props: Props): ReactNode {
  const { folder, input, analysis, undo, onChange } = props;
  const id = useId();
  const files = useOnDemand(FILES, true);
  const lost = useOnDemand(
    LOST,
    analysis.conversation?.lost.some(({ what }) => what !== "line-endings") ?? false,
  );
  const capture = useOnDemand(CAPTURE, true);
  const [handed, setHanded] = useState<File | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const large = input.large?.request;
  const long = large !== undefined || input.request.length > LONG;
  // Line ends as the box has them: else a caret behind a CRLF would be one character off.
  const shown = long ? input.request.slice(0, LONG) : input.request.replace(/\r\n?/g, "\n");
  const map = long ? null : textMap(shown, analysis.request);
  const typed = fromHex(input.key3);
  const key3Wrong = input.key3.trim() !== "" && typed?.length !== 8;

  // With the drawing itself: the event that tells of the caret comes behind it, and would have all that is lit drawn once more.
  useLayoutEffect(() => {
    if (box.current && box.current === document.activeElement) pointAtCaret(box.current, map);
  }, [map]);

  /** Another text in the box. */
  const change = (next: Partial<Input>, how?: "push"): void =>
    onChange({ ...input, ...next, conversation: 0, large: withLarge(input.large, "request") }, how);

  const isEmpty = input.request === "" && input.key3 === "";

  const clear = (): void => {
    if (isEmpty) return;
    change({ request: "", key3: "", choice: {} }, "push");
    announce("Cleared. Undo brings it back.");
    box.current?.focus();
  };

  const wholeChanges = useWholeSelected(box);

  /** key3 goes with the request whose eight bytes it holds: else what comes next would have them behind it. */
  const edit = ({ target }: ChangeEvent<HTMLTextAreaElement>): void => {
    const request = target.value;
    const emptied = request === "" && input.request !== "";
    const replacesAll = wholeChanges.current && !emptied;
    wholeChanges.current = false;
    if (replacesAll) replace(request);
    else change({ request, key3: emptied ? "" : input.key3 });
  };

  const replace = (text: string): void => {
    // Above an empty box, key3 was typed for what comes; otherwise it belongs to what goes.
    const key3 = input.request === "" ? input.key3 : "";
    change({ request: text, key3, choice: {} }, "push");
  };

  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    // Files have no text: what is there stays.
    if (text === "" || !isWholeSelected(event.currentTarget as HTMLTextAreaElement)) return;
    event.preventDefault();
    replace(text);
  };

  const pasteOutside = (text: string): void => {
    replace(text);
    announce("Pasted as the request. Undo brings back what was there.");
  };
  usePageDrops(setHanded, pasteOutside);

  return (
    <Pane
      title="Request"
      aside={
        <>
          {files && (
            <files.OpenFile
              secure={input.secure}
              handed={handed}
              onTaken={() => setHanded(null)}
              onOpen={(opened) => onChange(opened, "push")}
            />
          )}
          <button type="button" className="quiet" onClick={undo.undo} aria-disabled={!undo.canUndo}>
            Undo
          </button>
          <button type="button" className="quiet" onClick={undo.redo} aria-disabled={!undo.canRedo}>
            Redo
          </button>
          <button type="button" className="quiet" onClick={clear} aria-disabled={isEmpty}>
            Clear
          </button>
        </>
      }
    >
      <label className="visually-hidden" htmlFor={`${id}-request`}>
        The request, as your server got it
      </label>
      <div className="box" data-coloured={map ? "" : undefined}>
        {map && <ColouredText text={shown} map={map} marks={analysis.walk.requestMarks} />}
        <textarea
          id={`${id}-request`}
          ref={box}
          value={shown}
          readOnly={long}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          translate="no"
          placeholder="Paste what your server got: GET / HTTP/1.1 and the fields below it"
          aria-describedby={`${id}-status`}
          onChange={edit}
          onPaste={paste}
          onSelect={(event) => pointAtCaret(event.currentTarget, map)}
        />
      </div>
      {long && (
        <p className="note">
          {large
            ? "The beginning of its bytes is shown."
            : `The first ${LONG.toLocaleString("en")} of ${input.request.length.toLocaleString("en")} characters are shown.`}{" "}
          All of them were read. Clear to start anew.
        </p>
      )}
      {(folder === "hixie76" || input.key3 !== "") && (
        <>
          <div className="field">
            <label htmlFor={`${id}-key3`}>key3</label>
            <input
              id={`${id}-key3`}
              value={input.key3}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              autoCorrect="off"
              translate="no"
              placeholder="8 bytes in hex, such as 5e 6e 3a 64 73 5b 34 55"
              aria-invalid={key3Wrong}
              aria-describedby={`${id}-key3-note`}
              onChange={(event) => onChange({ ...input, key3: event.target.value })}
            />
            {typed?.length === 8 && (
              <output htmlFor={`${id}-key3`} aria-label="key3 as text">
                {Array.from(typed, visible).join("")}
              </output>
            )}
          </div>
          <p id={`${id}-key3-note`} className={`note${key3Wrong ? " bad" : ""}`}>
            {key3Note(input.key3, typed)}
          </p>
        </>
      )}
      {lost && analysis.conversation && (
        <lost.LostKey3
          conversation={analysis.conversation}
          onFound={(found) => onChange({ ...input, key3: found }, "push")}
        />
      )}
      {(folder === "hixie75" || folder === "hixie76") && (
        <label className="switch">
          <input
            type="checkbox"
            checked={input.secure}
            onChange={(event) => onChange({ ...input, secure: event.target.checked })}
          />
          The connection was encrypted (wss)
        </label>
      )}
      <div className="capture">{capture && <capture.CaptureHelp />}</div>
      <ReadAs id={`${id}-status`} input={input} analysis={analysis} onChange={onChange} />
    </Pane>
  );
});

/** Whether all text was selected before what the reader does to it now. React's own event for it is not the browser's. */
function useWholeSelected(box: RefObject<HTMLTextAreaElement | null>): RefObject<boolean> {
  const isWhole = useRef(false);
  useEffect(() => {
    const text = box.current;
    const note = (): void => {
      isWhole.current = text !== null && isWholeSelected(text);
    };
    text?.addEventListener("beforeinput", note);
    return () => text?.removeEventListener("beforeinput", note);
  }, [box]);
  return isWhole;
}

function isWholeSelected(box: HTMLTextAreaElement): boolean {
  return box.selectionEnd - box.selectionStart === box.value.length;
}

/** By hand: where the caret is changes nothing else of the page, which would be drawn anew with each key. */
function pointAtCaret(box: HTMLTextAreaElement, map: TextMap | null): void {
  const byte = map?.[box.selectionStart];
  const places = byte === undefined ? null : `request:${byte}`;
  if (places === box.getAttribute("data-points")) return;
  if (places === null) box.removeAttribute("data-points");
  else box.setAttribute("data-points", places);
}

function key3Note(key3: string, typed: Uint8Array | null): string {
  if (key3.trim() === "") {
    return "The eight bytes behind the empty line. Text often loses them; here they are safe as hex.";
  }
  if (!typed)
    return "This is not hex: two digits a byte, 0 to 9 and a to f, spaces where you like.";
  if (typed.length < 8) return `${typed.length} of 8 bytes so far.`;
  if (typed.length > 8) return `key3 has 8 bytes; these are ${typed.length}: ${hex(typed, " ")}`;
  return "These eight bytes stand behind the empty line.";
}
