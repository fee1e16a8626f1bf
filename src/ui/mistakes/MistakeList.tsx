import type { ReactNode } from "react";

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
  readonly chosen: readonly string[];
  readonly canCombine: (id: string, other: string) => boolean;
  readonly onChoose: (mistakes: readonly string[]) => void;
  /** What comes of those that are chosen; null when no server can make them. */
  readonly children: ReactNode;
}

export function MistakeList(props: Props): ReactNode {
  const { mistakes, chosen, canCombine, onChoose, children } = props;
  const made = mistakes.filter(({ id }) => chosen.includes(id));
  const toggle = (id: string): void => {
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <div className="mistakes">
      <label className="switch">
        Imagine a mistake:{" "}
        <select value="" onChange={(event) => toggle(event.target.value)}>
          <option value="">choose …</option>
          {mistakes
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, title }) => (
              <option
                key={id}
                value={id}
                disabled={!made.every((other) => canCombine(id, other.id))}
              >
                {title}
              </option>
            ))}
        </select>
      </label>
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
