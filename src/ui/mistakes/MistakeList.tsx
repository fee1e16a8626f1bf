import { memo, type ReactNode } from "react";

/** As the reader knows it. */
interface Mistake {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** The function of the reference that the server did otherwise. */
  readonly wrong: string;
}

interface Props {
  readonly mistakes: readonly Mistake[];
  /** The functions of the step that is looked at: what can go wrong there comes first. */
  readonly functions: readonly string[];
  readonly chosen: readonly string[];
  readonly canCombine: (id: string, other: string) => boolean;
  readonly onChoose: (mistakes: readonly string[]) => void;
  /** What comes of those that are chosen; null when no server can make them. */
  readonly children: ReactNode;
}

export function MistakeList(props: Props): ReactNode {
  const { mistakes, functions, chosen, canCombine, onChoose, children } = props;
  const made = mistakes.filter(({ id }) => chosen.includes(id));
  const toggle = (id: string): void => {
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <div className="mistakes">
      <Choices
        mistakes={mistakes}
        functions={functions}
        chosen={chosen}
        canCombine={canCombine}
        onToggle={toggle}
      />
      {made.length > 0 && (
        <ul className="made">
          {made.map(({ id, title, sentence, wrong }) => (
            <li key={id} className="wrong">
              <label className="switch">
                <input type="checkbox" checked onChange={() => toggle(id)} />
                <strong>{title}</strong>
              </label>
              <p>
                {sentence} In the reference this is <code>{wrong}</code>.
              </p>
            </li>
          ))}
        </ul>
      )}
      {made.length > 0 &&
        (children ?? (
          <p className="dim">A server with these mistakes cannot answer this request at all.</p>
        ))}
    </div>
  );
}

interface ChoicesProps extends Omit<Props, "onChoose" | "children"> {
  readonly onToggle: (id: string) => void;
}

/** Not drawn again with each keystroke in the request: `onToggle` depends on what is chosen alone. */
const Choices = memo(
  DrawnChoices,
  (before, after) =>
    before.mistakes === after.mistakes &&
    before.chosen === after.chosen &&
    before.functions.join() === after.functions.join(),
);

function DrawnChoices(props: ChoicesProps): ReactNode {
  const { mistakes, functions, chosen, canCombine, onToggle } = props;
  const isHere = ({ wrong }: Mistake): boolean => functions.includes(wrong);
  const made = mistakes.filter(({ id }) => chosen.includes(id));
  const isPossible = ({ id }: Mistake): boolean =>
    chosen.includes(id) || made.every((other) => canCombine(id, other.id));
  const here = mistakes.filter(isHere);
  return (
    <>
      {here.length > 0 && (
        <fieldset className="switches">
          <legend>In this step</legend>
          {here.map((mistake) => (
            <label key={mistake.id} className="switch">
              <input
                type="checkbox"
                checked={chosen.includes(mistake.id)}
                disabled={!isPossible(mistake)}
                onChange={() => onToggle(mistake.id)}
              />
              {mistake.title}
            </label>
          ))}
        </fieldset>
      )}
      <label className="switch">
        {here.length > 0 ? "In other steps:" : "Imagine a mistake:"}{" "}
        <select value="" onChange={(event) => onToggle(event.target.value)}>
          <option value="">choose …</option>
          {mistakes
            .filter((mistake) => !chosen.includes(mistake.id) && !isHere(mistake))
            .map((mistake) => (
              <option key={mistake.id} value={mistake.id} disabled={!isPossible(mistake)}>
                {mistake.title}
              </option>
            ))}
        </select>
      </label>
    </>
  );
}
