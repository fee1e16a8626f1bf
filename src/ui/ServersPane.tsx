import { memo, type ReactNode, useDeferredValue, useMemo } from "react";
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { ServerAnswer } from "../core/servers/answer.ts";
import { serve } from "../core/servers/serve.ts";
import { afterwards, SERVERS } from "../explain/servers.ts";
import { ClosedPane } from "./ClosedPane.tsx";

interface Props {
  /** With all that the client sent behind it. */
  readonly request: Uint8Array;
}

/** In bytes. More of a request is not handed to the models. */
const LONGEST = 0x20000;

/** What servers that people run would answer to the request, whatever is wrong with it. */
export const ServersPane = memo(function ServersPane({ request }: Props): ReactNode {
  return (
    <ClosedPane title="What servers on Node.js answer to it">
      {() => (
        <div className="pane-body">
          <Answers request={request} />
        </div>
      )}
    </ClosedPane>
  );
});

function Answers({ request }: Props): ReactNode {
  const asked = useDeferredValue(request);
  const answers = useMemo(
    () => (asked.length === 0 || asked.length > LONGEST ? [] : serve(asked)),
    [asked],
  );
  if (asked.length === 0) return <p className="dim">There is no request to answer.</p>;
  if (answers.length === 0) {
    return <p className="dim">This request is too long for any of them.</p>;
  }
  return (
    <ul className="servers">
      {answers.map((answer) => (
        <li key={answer.server}>
          <Answer answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer }: { readonly answer: ServerAnswer }): ReactNode {
  const { server, accepts, status, response, message, rule } = answer;
  const { name, about } = SERVERS[server];
  return (
    <>
      <h3>
        <span className={accepts ? "good" : "bad"} aria-hidden="true">
          {accepts ? "✓" : "✗"}
        </span>{" "}
        {accepts ? "Accepted" : "Refused"} {status !== null && `with ${status} `}by {name}
      </h3>
      <p>{rule}</p>
      {message !== null && (
        <p>
          It says: <code>{message}</code>
        </p>
      )}
      <p>{afterwards(answer)}</p>
      {response.length > 0 && (
        <pre className="wire" translate="no">
          {decodeUtf8(response).text}
        </pre>
      )}
      <p className="dim">{about}</p>
    </>
  );
}
