import type { ReactNode } from "react";
import { noAnswerWords } from "../explain/no-answer.ts";
import type { Analysis } from "./analysis.ts";

/** In the place of the bytes that must come out. */
export function NoAnswer({ analysis }: { readonly analysis: Analysis }): ReactNode {
  const { generation, conversation, walk, pending } = analysis;
  if (pending) return null;
  const asked = conversation?.request !== undefined;
  return noAnswerWords({ generation, asked, stepped: walk.steps.length > 0 });
}
