import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { type Chunk, MORE_REFERENCE, REFERENCE, type ReferenceFile } from "../explain/reference.ts";
import { download } from "./download.ts";
import { Pane } from "./Pane.tsx";

interface Props {
  /** The functions of the reference that did this step. */
  readonly functions: readonly string[];
  readonly stepTitle: string;
  readonly agrees: boolean | null;
}

export const ReferencePane = memo(function ReferencePane(props: Props): ReactNode {
  const { functions, stepTitle, agrees } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<readonly ReferenceFile[]>([]);
  const files = [...REFERENCE, ...loaded];
  const file =
    files.find(({ name }) => name === chosen) ??
    files.find(({ chunks }) => chunks.some(runs(functions))) ??
    (files[0] as ReferenceFile);

  const choose = async (name: string): Promise<void> => {
    const load = MORE_REFERENCE.get(name);
    if (load && !files.some((file) => file.name === name)) {
      const more = await load();
      setLoaded((before) => [...before, more]);
    }
    setChosen(name);
  };

  const names = [...REFERENCE.map(({ name }) => name), ...MORE_REFERENCE.keys()];
  return (
    <Pane
      title="Reference"
      flush
      folds
      aside={
        <>
          <label>
            <span className="visually-hidden">File of the reference</span>
            <select value={file.name} onChange={(event) => choose(event.target.value)}>
              {names.map((name) => (
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
      }
    >
      <Source file={file} functions={functions} stepTitle={stepTitle} />
      <Agreement agrees={agrees} />
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

function Source({ file, functions, stepTitle }: SourceProps): ReactNode {
  const scroller = useRef<HTMLElement>(null);
  const first = functions.find((name) => file.chunks.some((chunk) => chunk.name === name));

  useEffect(() => {
    const element = scroller.current;
    const chunk = element?.querySelector<HTMLElement>(`[data-function="${first}"]`);
    if (element && chunk) element.scrollTop = Math.max(0, chunk.offsetTop - element.offsetTop - 48);
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

function Agreement({ agrees }: { readonly agrees: boolean | null }): ReactNode {
  if (agrees === null) return <p className="agreement dim">No answer yet to compare.</p>;
  if (agrees) {
    return <p className="agreement good">✓ reference, steps and spark-md5 agree on all 16 bytes</p>;
  }
  return (
    <p className="agreement bad" role="alert">
      ✗ The reference and the steps disagree. This page is wrong: please report the link.
    </p>
  );
}
