import type { ReactNode } from "react";
import { Document } from "./failures/Document.tsx";

/** A host shows this page at whatever depth the wrong address has, so the way up is offered for all depths that the site has. */
const WAYS_UP = [
  ["./", "in this folder"],
  ["../", "one folder up"],
  ["../../", "two folders up"],
] as const;

export function NotFoundPage({ stylesheet }: { readonly stylesheet: string }): ReactNode {
  return (
    <Document
      title="There is no page here"
      description="This address of Handshake 101 has no page. The debugger and the list of failures are further up in it."
      root="./"
      isAnywhere
      stylesheet={stylesheet}
    >
      <h1>There is no page at this address</h1>
      <p className="lead">
        Handshake 101 explains WebSocket opening handshakes byte by byte, and says why one failed.
        The address you followed has no page in it: it was mistyped, or cut.
      </p>
      <p>What you want is further up in the same address:</p>
      <ul className="links">
        {WAYS_UP.map(([way, where]) => (
          <li key={way}>
            <a href={way}>The debugger, {where}</a>, or{" "}
            <a href={`${way}failures/`}>the list of failures, {where}</a>
          </li>
        ))}
      </ul>
      <p>
        Links to a handshake have it behind a <code>#</code>, which no server ever sees. If yours
        has one, put what begins with <code>#</code> behind the address of the debugger: nothing of
        it is lost. Pages about failures end with a code: <code>failures/key-without-spaces/</code>.
      </p>
    </Document>
  );
}
