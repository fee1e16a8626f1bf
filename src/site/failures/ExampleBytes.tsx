import type { ReactNode } from "react";
import type { Span } from "../../core/bytes/span.ts";
import type { Place } from "../../core/diagnosis/finding.ts";
import { BytesTable } from "./BytesTable.tsx";
import type { Failure } from "./failure.ts";

interface Props {
  readonly failure: Pick<Failure, "example" | "findings">;
}

/** Request and answer of an example: open what the finding is about, folded what it is not. */
export function ExampleBytes({ failure: { example, findings } }: Props): ReactNode {
  const { request, response } = example;
  const markedIn = (place: Place): Span[] =>
    findings.flatMap((finding) => (finding.in === place && finding.span ? [finding.span] : []));
  const place = findings[0].in === "request" || !response ? "request" : "response";
  return (
    <>
      {!example.exact && <p>The bytes as they were read from the paste. {losses(example.lost)}</p>}
      {request && (
        <Folded summary="The request" isOpen={place === "request"}>
          <BytesTable title="Request" bytes={request} marked={markedIn("request")} />
        </Folded>
      )}
      {response && (
        <Folded summary="The answer" isOpen={place === "response"}>
          <BytesTable title="Answer" bytes={response} marked={markedIn("response")} />
        </Folded>
      )}
    </>
  );
}

function losses(lost: Failure["example"]["lost"]): string {
  return lost.map(({ note }) => note).join(" ");
}

function Folded(props: {
  readonly summary: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { summary, isOpen, children } = props;
  return isOpen ? (
    children
  ) : (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
