/**
 * What the static pages say before any script has run. This module is loaded by the build, never
 * by the page; every further page of the site starts as a function here.
 */
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { App } from "../ui/App.tsx";

/** The inside of `#root` in index.html: the same tree that src/main.tsx hydrates. */
export function home(): string {
  return renderToString(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
