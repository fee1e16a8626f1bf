import type { ReactNode } from "react";
import type { ConcatenateStep } from "../../../core/trace/rfc6455-step.ts";
import { visible } from "../../../explain/characters.ts";
import { Places } from "../Places.tsx";

export function Concatenate({ step }: { readonly step: ConcatenateStep }): ReactNode {
  const { concatenated, guid } = step;
  if (!concatenated) return null;
  const keyLength = concatenated.length - guid.length;
  return (
    <>
      <Places className="tiles" label="The key and the GUID behind it">
        {Array.from(concatenated, (byte, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
            key={i}
            className={`tile digit ${i < keyLength ? "key" : "constant"}`}
            data-at={
              i < keyLength ? `concatenated:${i}` : `concatenated:${i} guid:${i - keyLength}`
            }
          >
            {visible(byte)}
          </li>
        ))}
      </Places>
      <ul className="parts">
        <li className="key" data-at={`concatenated:0-${keyLength}`}>
          <span className="letter">K</span>
          <span>the key</span>
          <code>{keyLength} characters, as they stand in the request</code>
        </li>
        <li className="constant" data-at={`concatenated:${keyLength}-${concatenated.length}`}>
          <span className="letter">G</span>
          <span>the GUID</span>
          <code>{guid.length} characters, the same for everyone</code>
        </li>
        <li>
          <span className="letter">=</span>
          <span>together</span>
          <code>{concatenated.length} bytes</code>
        </li>
      </ul>
      <dl className="notes">
        <dt>To copy</dt>
        <dd>
          <code className="copyable">{String.fromCharCode(...guid)}</code>
        </dd>
        <dt>As text</dt>
        <dd>
          In capitals, with its four dashes, without braces, and with nothing behind it: no line
          break, no NUL. Its digits are not turned into bytes.
        </dd>
        <dt>Check it</dt>
        <dd>Below stands a field that holds the GUID in your code against this one.</dd>
      </dl>
    </>
  );
}
