import { memo, type ReactNode } from "react";
import type { Analysis } from "./analysis.ts";
import { BytesPane } from "./bytes/BytesPane.tsx";
import { Pane } from "./Pane.tsx";
import type { Selection } from "./state.ts";

interface Props {
  readonly analysis: Analysis;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
}

export const ResponsePane = memo(function ResponsePane(props: Props): ReactNode {
  const { analysis, selection, onSelect } = props;
  const { walk, conversation } = analysis;
  if (!walk.response) {
    return (
      <Pane title="Response">
        <p className="dim">
          {walk.steps.length === 0
            ? conversation?.request
              ? "Nothing is computed for it: over HTTP/2 and HTTP/3 the answer is the status 200."
              : "The answer stands here as soon as there is a request to answer."
            : "There is no answer to show: a server that follows the draft closes the connection without one. The steps say where it stops."}
        </p>
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
