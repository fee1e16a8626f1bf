import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Chunk, type ReferenceFile, referenceFiles } from "../explain/reference.ts";
import { download } from "./download.ts";
import { Pane } from "./Pane.tsx";

interface Props {
  /** Of the generation, under src/core. */
  readonly folder: string;
  /** The functions of the reference that did this step. */
  readonly functions: readonly string[];
  readonly stepTitle: string;
  readonly agrees: boolean | null;
  readonly agreement: string;
  readonly unfolded: boolean | null;
  readonly onUnfold: (open: boolean) => void;
}

/** Those of which functions run in a step; the others come when they are chosen. */
const SHOWN_FIRST = 2;

export const ReferencePane = memo(function ReferencePane(props: Props): ReactNode {
  const { folder, functions, stepTitle, agrees, agreement, unfolded, onUnfold } = props;
  const all = useMemo(() => referenceFiles(folder), [folder]);
  const [loaded, setLoaded] = useState<readonly ReferenceFile[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const file =
    loaded.find(({ name }) => name === chosen) ??
    loaded.find(({ chunks }) => chunks.some(runs(functions))) ??
    loaded[0];

  useEffect(() => {
    let gone = false;
    const first = [...all.values()].slice(0, SHOWN_FIRST);
    void Promise.all(first.map((load) => load())).then((files) => {
      if (!gone) setLoaded(files);
    });
    setChosen(null);
    return () => {
      gone = true;
    };
  }, [all]);

  const choose = async (name: string): Promise<void> => {
    const load = all.get(name);
    if (load && !loaded.some((file) => file.name === name)) {
      const more = await load();
      setLoaded((before) => [...before, more]);
    }
    setChosen(name);
  };

  return (
    <Pane
      title="Reference"
      flush
      folds
      unfolded={unfolded}
      onUnfold={onUnfold}
      aside={
        file && (
          <>
            <label>
              <span className="visually-hidden">File of the reference</span>
              <select value={file.name} onChange={(event) => choose(event.target.value)}>
                {[...all.keys()].map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <button
              type="button"
              className="quiet"
              onClick={() => download(new TextEncoder().encode(file.text), file.name)}
            >
              Download
            </button>
          </>
        )
      }
    >
      {file ? (
        <Source key={file.name} file={file} functions={functions} stepTitle={stepTitle} />
      ) : (
        <div className="source" />
      )}
      <Agreement agrees={agrees} agreement={agreement} />
    </Pane>
  );
});

function runs(functions: readonly string[]): (chunk: Chunk) => boolean {
  return ({ name }) => name !== null && functions.includes(name);
}

interface SourceProps {
  readonly file: ReferenceFile;
  readonly functions: readonly string[];
  readonly stepTitle: string;
}

/** Pixels between the upper edge and the function that runs. */
const MARGIN_ABOVE = 48;

function Source({ file, functions, stepTitle }: SourceProps): ReactNode {
  const scroller = useRef<HTMLElement>(null);
  const first = functions.find((name) => file.chunks.some((chunk) => chunk.name === name));

  // Once it has a size: on a narrow screen it is folded at first.
  useEffect(() => {
    const element = scroller.current;
    const chunk = element?.querySelector(`[data-function="${first}"]`);
    if (!element || !chunk) return;
    const sized = new ResizeObserver(() => {
      if (element.clientHeight === 0) return;
      sized.disconnect();
      const below = chunk.getBoundingClientRect().top - element.getBoundingClientRect().top;
      element.scrollTop += below - MARGIN_ABOVE;
    });
    sized.observe(element);
    return () => sized.disconnect();
  }, [first]);

  return (
    <section
      ref={scroller}
      className="source"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`${file.name}, with what runs in “${stepTitle}” marked`}
      data-points={functions.map((name) => `code:${name}`).join(" ")}
    >
      <pre>
        {file.chunks.map((chunk, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a file does not change
            key={i}
            className={`function${runs(functions)(chunk) ? " running" : ""}`}
            data-function={chunk.name ?? undefined}
            data-at={chunk.name ? `code:${chunk.name}` : undefined}
          >
            {chunk.lines.map(drawLine)}
          </span>
        ))}
      </pre>
    </section>
  );
}

function drawLine(line: string, i: number): ReactNode {
  const isComment = /^\s*(\/\*\*|\*|\/\/)/.test(line);
  return (
    <span key={i} className={isComment ? "comment" : undefined}>
      {`${line}\n`}
    </span>
  );
}

function Agreement({ agrees, agreement }: Pick<Props, "agrees" | "agreement">): ReactNode {
  if (agrees === null) return <p className="agreement dim">No answer yet to compare.</p>;
  if (agrees) return <p className="agreement good">✓ {agreement}</p>;
  return (
    <p className="agreement bad" role="alert">
      ✗ The reference and the steps disagree. This page is wrong: please report the link.
    </p>
  );
}
