/**
 * The reference as the page shows it: the text of the very files that ran, cut into functions, so that the one at work can be
 * marked.
 */
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

const FILES = import.meta.glob<string>(
  "../core/{hixie75,hixie76,hybi,rfc6455}/{handshake,request,framing,client,extensions,deflate}.ts",
  { query: "?raw", import: "default" },
);

/** What a generation's folder holds, by name: first the file of the handshake, then that of the request. */
export function referenceFiles(folder: string): ReadonlyMap<string, () => Promise<ReferenceFile>> {
  const files = Object.entries(FILES)
    .filter(([path]) => path.startsWith(`../core/${folder}/`))
    .map(([path, load]) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      return [name, async () => file(name, await load())] as const;
    });
  const first = (name: string): number => ["request.ts", "handshake.ts"].indexOf(name);
  return new Map(files.sort(([left], [right]) => first(right) - first(left)));
}

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
