import { type ReactNode, useId } from "react";
import type { Choice } from "../../core/input/format.ts";
import { CHARSETS } from "../../core/input/losses/charset-names.ts";
import type { Input } from "../state.ts";
import { READERS } from "./reading.ts";

export { requestInput } from "./input-of.ts";
export { Losses } from "./Losses.tsx";

interface Props {
  readonly input: Input;
  readonly onChange: (input: Input, how?: "push" | "replace") => void;
}

/** The guesses about the box, each to be changed. */
export function ReadingChoices({ input, onChange }: Props): ReactNode {
  const set = (name: keyof Choice, value: string): void => {
    const { [name]: _, ...rest } = input.choice;
    onChange({
      ...input,
      conversation: 0,
      choice: value === "" ? rest : { ...rest, [name]: value },
    });
  };
  const { format, lineEndings, charset, side } = input.choice;
  return (
    <div className="reading-choices">
      <Choose
        label="Format"
        value={format}
        options={(READERS.get()?.formats ?? []).map(({ id, name }) => [id, name])}
        onChange={(value) => set("format", value)}
      />
      <Choose
        label="Line ends of LF"
        value={lineEndings}
        options={[
          ["crlf", "were CRLF"],
          ["as-is", "were LF"],
        ]}
        onChange={(value) => set("lineEndings", value)}
      />
      <Choose
        label="Characters above U+007F"
        value={charset}
        options={CHARSETS.map((name) => [name, name])}
        onChange={(value) => set("charset", value)}
      />
      <Choose
        label="Which message"
        value={side}
        options={[
          ["request", "a request"],
          ["response", "a response"],
        ]}
        onChange={(value) => set("side", value)}
      />
    </div>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Choose({ label, value, options, onChange }: ChooseProps): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ""} onChange={(event) => onChange(event.target.value)}>
        <option value="">guess</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
