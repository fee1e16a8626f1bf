/**
 * The reference as the page shows it: the text of the very files that ran, cut into functions, so that the one at work can be
 * marked.
 */
import handshake from "../core/hixie76/handshake.ts?raw";
import request from "../core/hixie76/request.ts?raw";

export interface Chunk {
  /** Name of the exported function, or null for what stands between functions. */
  readonly name: string | null;
  readonly lines: readonly string[];
}

export interface ReferenceFile {
  readonly name: string;
  readonly text: string;
  readonly chunks: readonly Chunk[];
}

export const REFERENCE: readonly ReferenceFile[] = [
  file("handshake.ts", handshake),
  file("request.ts", request),
];

const MORE = import.meta.glob<string>("../core/hixie76/{framing,client}.ts", {
  query: "?raw",
  import: "default",
});

/** Files that come only when asked for, by name. */
export const MORE_REFERENCE: ReadonlyMap<string, () => Promise<ReferenceFile>> = new Map(
  Object.entries(MORE).map(([path, load]) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return [name, async () => file(name, await load())];
  }),
);

function file(name: string, text: string): ReferenceFile {
  return { name, text, chunks: splitFunctions(text) };
}

/** A chunk begins at a function's comment and ends with its closing brace in the first column. */
export function splitFunctions(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let name: string | null = null;
  const push = (): void => {
    if (lines.length > 0) chunks.push({ name, lines });
    lines = [];
    name = null;
  };
  for (const line of text.trimEnd().split("\n")) {
    if (line.startsWith("/**") && name === null) push();
    name ??= /^(?:export )?function\*? (\w+)/.exec(line)?.[1] ?? null;
    lines.push(line);
    if (line === "}") push();
  }
  push();
  return chunks;
}
