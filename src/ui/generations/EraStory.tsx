import type { ReactNode } from "react";
import type { Era } from "../../explain/history.ts";

export function EraStory({ era: { story, sources } }: { readonly era: Era }): ReactNode {
  return (
    <>
      <p>{story}</p>
      <ul className="references" aria-label="Sources">
        {sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="external noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
