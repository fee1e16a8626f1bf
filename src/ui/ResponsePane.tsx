import { memo, type ReactNode } from "react";
import type { Analysis } from "./analysis.ts";
import { BytesPane } from "./bytes/BytesPane.tsx";
import { Pane } from "./Pane.tsx";
import type { Selection } from "./state.ts";

interface Props {
  readonly analysis: Analysis;
  /** What is said where there is none; null while that is on its way. */
  readonly NoAnswer: ((props: { readonly analysis: Analysis }) => ReactNode) | null;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
}

export const ResponsePane = memo(function ResponsePane(props: Props): ReactNode {
  const { analysis, NoAnswer, selection, onSelect } = props;
  const { walk } = analysis;
  if (!walk.response) {
    return (
      <Pane title="Response">
        <p className="dim">{NoAnswer && <NoAnswer analysis={analysis} />}</p>
      </Pane>
    );
  }
  const whole = walk.expected !== null;
  return (
    <BytesPane
      place="response"
      title={whole ? "Response" : "Response, without its digest"}
      label="Bytes of the response"
      bytes={walk.response}
      marks={walk.responseMarks}
      describe={analysis.describeResponse}
      selection={selection}
      onSelect={onSelect}
      folds={false}
    />
  );
});
