import type { ReactNode } from "react";
import type { Failure } from "./failure.ts";

interface Props {
  readonly failure: Failure;
  readonly root: string;
}

/** The counterexample: how little it takes for this not to be found. */
export function JustShort({ failure, root }: Props): ReactNode {
  const { counterLink, counterFindings } = failure;
  const instead = counterFindings.find(({ level }) => level === "error" || level === "warning");
  return (
    <section>
      <h2>Just short of it</h2>
      <p>
        <a href={`${root}${counterLink}`}>Open what comes close in the debugger</a>:{" "}
        {instead ? (
          <>
            there it finds something else, <a href={`../${instead.code}/`}>{instead.title}</a>.
          </>
        ) : (
          "there it finds no fault."
        )}
      </p>
    </section>
  );
}
