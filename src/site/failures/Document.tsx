import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly description: string;
  /** The way from this page to index.html: "./", "../", "../../". */
  readonly root: string;
  /** The style sheet's path beside index.html. */
  readonly stylesheet: string;
  /** Whether it is shown at addresses of any depth: then it has no icon, and its head leads nowhere. */
  readonly isAnywhere?: boolean;
  /** Whether this is the list of failures itself. */
  readonly isList?: boolean;
  readonly children: ReactNode;
}

/** A page that needs no script: boot.js only applies the theme that was chosen elsewhere. */
export function Document(props: Props): ReactNode {
  const {
    title,
    description,
    root,
    isAnywhere = false,
    stylesheet,
    isList = false,
    children,
  } = props;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} – Handshake 101`}</title>
        <meta name="description" content={description} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf9f6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14161a" media="(prefers-color-scheme: dark)" />
        {isAnywhere ? (
          <link rel="icon" href="data:," />
        ) : (
          <link rel="icon" href={`${root}icon.svg`} type="image/svg+xml" />
        )}
        <link rel="stylesheet" href={`${root}${stylesheet}`} />
        <script src={`${root}boot.js`} />
      </head>
      <body>
        <a className="skip" href="#content">
          Skip to the text
        </a>
        <header className="bar">
          {isAnywhere ? (
            <p className="brand">
              Handshake <span>101</span>
            </p>
          ) : (
            <>
              <a className="brand" href={root}>
                Handshake <span>101</span>
              </a>
              <nav className="site-nav" aria-label="Site">
                <a href={root}>Debug</a>
                <a href={`${root}failures/`} aria-current={isList ? "page" : undefined}>
                  Failures
                </a>
              </nav>
            </>
          )}
        </header>
        <main id="content" className="page">
          {children}
        </main>
        <footer className="colophon">
          <p>
            Nothing you paste into the debugger leaves it. Sections of hybi-00 are those of
            draft-ietf-hybi-thewebsocketprotocol-00, the same text as draft-hixie-76.
          </p>
        </footer>
      </body>
    </html>
  );
}
