import { type ReactNode, useId } from "react";
import type { Exchange, Refusal } from "../../core/across/as-each-generation.ts";
import type { Unsaid } from "../../core/across/make.ts";
import { hasBody } from "../../core/across/marks.ts";
import { fromLatin1 } from "../../core/bytes/ascii.ts";
import { hex } from "../../core/bytes/hex.ts";
import { slice } from "../../core/bytes/span.ts";
import { generationName } from "../../core/generation.ts";
import { readHead } from "../../core/http/head.ts";
import type { Era } from "../../explain/history.ts";
import { EraStory } from "./EraStory.tsx";
import { WireText } from "./WireText.tsx";

interface Props {
  readonly era: Era;
  readonly exchange: Exchange | undefined;
}

const UNSAID: Readonly<Record<Unsaid, string>> = {
  "absent-origin": "It always sends an origin; null stands for none.",
  "other-subprotocols": "It has room for one subprotocol: the first of those asked for.",
  extensions: "The extensions are left out: they were made for another version.",
};

/** One era: the request, the answer, what proves something, and how it came about. */
export function GenerationColumn({ era, exchange }: Props): ReactNode {
  const id = useId();
  const isOwn = exchange?.isOwn ?? false;
  return (
    <li className={isOwn ? "generation own" : "generation"} aria-labelledby={id}>
      <header>
        <h3 id={id}>
          {era.name}
          {isOwn && <span className="badge">yours</span>}
        </h3>
        <p className="dim">
          {era.when}
          {exchange &&
            era.generations.length > 1 &&
            `, shown: ${generationName(exchange.generation)}`}
        </p>
      </header>
      <section>
        <h4>Request</h4>
        {exchange ? <Request exchange={exchange} /> : <Nothing />}
      </section>
      <section>
        <h4>Answer</h4>
        {exchange ? <Answer exchange={exchange} /> : <Nothing />}
      </section>
      <section>
        <h4>What proves that the server understood</h4>
        <p>{era.proof}</p>
        {exchange?.answer && exchange.proof && <Proof exchange={exchange} />}
      </section>
      <section>
        <h4>How it came about</h4>
        <EraStory era={era} />
      </section>
    </li>
  );
}

function Request({
  exchange: { generation, request, refusal, unsaid },
}: {
  readonly exchange: Exchange;
}): ReactNode {
  if (!request) return refusal && <Refused refusal={refusal} />;
  return (
    <>
      <WireText
        message={request}
        rawAt={hasBody(generation) ? readHead(request.bytes).end : null}
      />
      {unsaid.length > 0 && (
        <ul className="unsaid dim">
          {unsaid.map((what) => (
            <li key={what}>{UNSAID[what]}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Answer({
  exchange: { generation, answer, proof, refusal },
}: {
  readonly exchange: Exchange;
}): ReactNode {
  if (answer) {
    return <WireText message={answer} rawAt={hasBody(generation) && proof ? proof[0] : null} />;
  }
  return refusal?.by === "server" ? <Refused refusal={refusal} /> : <Nothing />;
}

function Proof({
  exchange: { generation, answer, proof },
}: {
  readonly exchange: Exchange;
}): ReactNode {
  if (!answer || !proof) return null;
  const bytes = slice(answer.bytes, proof);
  return (
    <p>
      <code className="sourced digest">
        {hasBody(generation) ? hex(bytes, " ") : fromLatin1(bytes)}
      </code>
    </p>
  );
}

function Refused({ refusal: { by, code } }: { readonly refusal: Refusal }): ReactNode {
  return (
    <p className="stopped-note">
      {by === "client" ? "A client must not send this" : "A server must refuse this"}:{" "}
      <code>{code}</code>
    </p>
  );
}

function Nothing(): ReactNode {
  return <p className="dim">None.</p>;
}
