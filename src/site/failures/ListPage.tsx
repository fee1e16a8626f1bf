import type { ReactNode } from "react";
import { Document } from "./Document.tsx";
import type { Failure } from "./failure.ts";
import { GROUPS } from "./groups.ts";
import { type Printed, printedFor } from "./messages.ts";

interface Props {
  readonly failures: readonly Failure[];
  readonly stylesheet: string;
}

const ROOT = "../";

/** Every failure, by where it lies and by what is printed of it: the browser's own search finds all of it. */
export function ListPage({ failures, stylesheet }: Props): ReactNode {
  return (
    <Document
      title="Why WebSocket handshakes fail"
      description="Every way in which a WebSocket opening handshake is known to fail, by its place and by the message that is printed, with its bytes and its fix."
      root={ROOT}
      stylesheet={stylesheet}
      isList
    >
      <h1>Why WebSocket handshakes fail</h1>
      <p className="lead">
        {failures.length} things can be found in a handshake, nearly all of them faults. Each has
        its bytes, its fix, and an example to open. If you have the bytes of yours,{" "}
        <a href={ROOT}>paste them into the debugger</a>: it says which of these it is.
      </p>
      <nav aria-label="On this page">
        <ul className="contents">
          {GROUPS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#messages">By message</a>
          </li>
        </ul>
      </nav>
      {GROUPS.map((group) => (
        <section key={group.id}>
          <h2 id={group.id}>{group.title}</h2>
          <p>{group.about}</p>
          <ul className="failures">
            {failures
              .filter((failure) => failure.group === group)
              .map(({ code, name, description }) => (
                <li key={code}>
                  <a href={`${code}/`}>{name}</a> <code>{code}</code>
                  <p>{description}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section>
        <h2 id="messages">By message</h2>
        <p>
          What browsers, libraries and servers print, and what it is most likely about. “…” stands
          for what varies. Many hixie-76 browsers print nothing at all, above all of a{" "}
          <a href="#digest">wrong digest</a>.
        </p>
        <Messages failures={failures} />
      </section>
    </Document>
  );
}

function Messages({ failures }: Pick<Props, "failures">): ReactNode {
  const rows = printedFor(failures.map(({ code }) => code));
  return (
    <table className="message-table">
      <thead>
        <tr>
          <th scope="col">Message, and who prints it</th>
          <th scope="col">Likely causes</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((printed) => (
          <Row key={printed.text} printed={printed} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ printed: { text, by, codes } }: { readonly printed: Printed }): ReactNode {
  return (
    <tr>
      <th scope="row">
        <code>{text}</code>
        <small>{by}</small>
      </th>
      <td>
        {codes.map((code) => (
          <a key={code} href={`${code}/`}>
            {code}
          </a>
        ))}
      </td>
    </tr>
  );
}
