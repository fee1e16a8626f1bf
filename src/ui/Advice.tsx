import type { ReactNode } from "react";

/** Advice as findings give it: lines that begin with four spaces are code. */
export function Advice({ text }: { readonly text: string }): ReactNode {
  return blocksOf(text).map(({ isCode, lines }, index) =>
    isCode ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
      <pre key={index}>
        <code>{lines.map((line) => line.slice(4)).join("\n")}</code>
      </pre>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
      <p key={index}>{lines.join(" ")}</p>
    ),
  );
}

function blocksOf(text: string): { readonly isCode: boolean; readonly lines: string[] }[] {
  const blocks: { readonly isCode: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const isCode = line.startsWith("    ");
    const last = blocks.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else blocks.push({ isCode, lines: [line] });
  }
  return blocks;
}
