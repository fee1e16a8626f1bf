/**
 * What the static pages say before any script has run. This module is loaded by the build, never
 * by the page; every further page of the site starts as a function here.
 */
import { type ReactNode, StrictMode } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { App } from "../ui/App.tsx";
import { FailurePage } from "./failures/FailurePage.tsx";
import { readFailures } from "./failures/failure.ts";
import { ListPage } from "./failures/ListPage.tsx";
import { neighboursOf } from "./failures/neighbours.ts";
import { llmsText } from "./llms.ts";
import { NotFoundPage } from "./NotFoundPage.tsx";

/** The inside of `#root` in index.html: the same tree that src/main.tsx hydrates. */
export function home(): string {
  return renderToString(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

/** A file beside index.html. */
export interface Page {
  readonly path: string;
  readonly text: string;
  /** Whether it is shown at addresses of any depth, and so needs what it is drawn with in itself. */
  readonly isAnywhere?: boolean;
}

/** All pages but the first. `stylesheet` is the path of the style sheet beside index.html. */
export async function furtherPages(stylesheet: string): Promise<Page[]> {
  const failures = await readFailures();
  return [
    page("failures/index.html", <ListPage failures={failures} stylesheet={stylesheet} />),
    ...failures.map((failure) =>
      page(
        `failures/${failure.code}/index.html`,
        <FailurePage
          failure={failure}
          neighbours={neighboursOf(failure, failures)}
          stylesheet={stylesheet}
        />,
      ),
    ),
    { ...page("404.html", <NotFoundPage stylesheet={stylesheet} />), isAnywhere: true },
    { path: "llms.txt", text: llmsText(failures) },
  ];
}

function page(path: string, content: ReactNode): Page {
  return { path, text: `<!doctype html>\n${renderToStaticMarkup(content)}\n` };
}
