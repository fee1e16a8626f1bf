import { type ReactNode, useId } from "react";
import { concat, fromLatin1 } from "../core/bytes/ascii.ts";
import { slice } from "../core/bytes/span.ts";
import {
  type ComparedCharacter,
  compareGuid,
} from "../core/diagnosis/accept-suspects/compare-guid.ts";
import { valuesOf } from "../core/http/fields.ts";
import { readHead } from "../core/http/head.ts";
import { base64, sha1 } from "../core/rfc6455/handshake.ts";
import { Pane } from "./Pane.tsx";

interface Props {
  readonly guid: string;
  /** As it stands in the request; null when there is none. */
  readonly keyBytes: Uint8Array | null;
  /** What the server answered, when it is known. */
  readonly response: Uint8Array | undefined;
  readonly onChange: (guid: string) => void;
}

/** The GUID in somebody's code, held against the right one character by character. */
export function GuidPane({ guid, keyBytes, response, onChange }: Props): ReactNode {
  const id = useId();
  const inside = /(["'`])(.*)\1/.exec(guid)?.[2] ?? guid;
  return (
    <Pane title="The GUID in your code" folds startsOpen={guid !== ""}>
      <div className="field">
        <label htmlFor={`${id}-guid`}>GUID</label>
        <input
          id={`${id}-guid`}
          value={guid}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          translate="no"
          placeholder="As your code has it, quotes or not"
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-note`} role="status">
        {inside === "" ? (
          <p className="note">
            Copy it from your server's code. One wrong character makes every answer wrong, and no
            browser says which: GUIDs that were written from memory begin right and end wrong.
          </p>
        ) : (
          <Compared guid={inside} keyBytes={keyBytes} response={response} />
        )}
      </div>
    </Pane>
  );
}

function Compared({ guid, keyBytes, response }: Omit<Props, "onChange">): ReactNode {
  const { isSame, characters } = compareGuid(guid);
  const wrong = characters.filter(({ kind }) => kind !== "same");
  const received = response ? acceptOf(response) : null;
  const makes = keyBytes && base64(sha1(concat(keyBytes, new TextEncoder().encode(guid))));
  return (
    <>
      <p className={`note ${isSame ? "good" : "bad"}`}>
        {isSame
          ? "✓ This is the right GUID, all 36 characters of it."
          : `✗ ${wrong.length === 1 ? "One character differs" : `${wrong.length} characters differ`} from the right GUID:`}
      </p>
      {!isSame && (
        <>
          <ol className="guid" translate="no">
            {characters.map((character, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
              <li key={i} className={character.kind === "same" ? undefined : "differs"}>
                <span>{character.expected ?? "–"}</span>
                <span>{found(character)}</span>
              </li>
            ))}
          </ol>
          <p className="note">The upper row is the right GUID, the lower one is yours.</p>
          <ul className="note">
            {wrong.slice(0, LISTED).map(({ at, note }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be missing at the same place
              <li key={i}>
                Character {at + 1}: {note}
              </li>
            ))}
            {wrong.length > LISTED && <li>and {wrong.length - LISTED} more</li>}
          </ul>
        </>
      )}
      {makes && (
        <p className="note">
          With your GUID the answer to this request’s key is <code>{makes}</code>
          {received !== null &&
            (makes === received
              ? ", which is what your server sent."
              : ", which is not what your server sent.")}
        </p>
      )}
    </>
  );
}

/** More differences than this are counted, not listed. */
const LISTED = 12;

function acceptOf(response: Uint8Array): string | null {
  const [value] = valuesOf(response, readHead(response).fields, "sec-websocket-accept");
  return value ? fromLatin1(slice(response, value)) : null;
}

function found({ found, kind }: ComparedCharacter): string {
  if (found === null) return "∅";
  return kind === "invisible" ? "␣" : found;
}
