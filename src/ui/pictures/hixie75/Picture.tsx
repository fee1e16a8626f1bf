import type { ReactNode } from "react";
import type { Span } from "../../../core/bytes/span.ts";
import { decodeUtf8 } from "../../../core/bytes/utf8.ts";
import type {
  Hixie75Step,
  LocationStep,
  ReadRequestStep,
  ResponseStep,
} from "../../../core/trace/hixie75-step.ts";
import type { Selection } from "../../state.ts";

interface Props<S extends Hixie75Step> {
  readonly step: S;
  readonly onSelect: (selection: Selection | null) => void;
}

/** What a step of draft 75 looks like. */
export function Hixie75Picture({ step, onSelect }: Props<Hixie75Step>): ReactNode {
  switch (step.id) {
    case "read-request":
      return <Parts step={step} onSelect={onSelect} />;
    case "location":
      return <Location step={step} />;
    case "response":
      return <Lines step={step} onSelect={onSelect} />;
  }
}

const TAKEN = [
  ["H", "path", "resource", "host"],
  ["H", "Host", "host", "host"],
  ["O", "Origin", "origin", "origin"],
  ["P", "subprotocol", "subprotocol", "subprotocol"],
] as const;

/** More of a value than this is not drawn. */
const LONGEST = 2000;

function textOf(bytes: Uint8Array, [start, end]: Span): string {
  const text = decodeUtf8(bytes.subarray(start, Math.min(end, start + LONGEST))).text;
  return end - start > LONGEST ? `${text} … and ${end - start - LONGEST} bytes more` : text;
}

function Parts({ step, onSelect }: Props<ReadRequestStep>): ReactNode {
  const { request, outOfOrder } = step;
  return (
    <>
      <ul className="parts">
        {TAKEN.map(([letter, name, part, source]) => {
          const span = step[part];
          if (!span && part === "subprotocol") return null;
          return (
            <li
              key={name}
              className={source}
              data-at={span ? `request:${span[0]}-${span[1]}` : undefined}
            >
              <span className="letter">{letter}</span>
              {span ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => onSelect({ in: "request", span })}
                >
                  {name}
                </button>
              ) : (
                <span>{name}</span>
              )}
              <code>{span ? textOf(request, span) : "missing"}</code>
            </li>
          );
        })}
      </ul>
      <dl className="notes">
        <dt>Order</dt>
        <dd>
          {outOfOrder ? (
            <>
              Clients of this draft wrote their lines in one fixed order. This one stands where none
              of them would have it:{" "}
              <button
                type="button"
                className="link"
                onClick={() => onSelect({ in: "request", span: outOfOrder })}
              >
                <code>{textOf(request, outOfOrder).slice(0, 80)}</code>
              </button>
            </>
          ) : (
            "Upgrade, Connection, Host, Origin: clients of this draft wrote their lines in this order."
          )}
        </dd>
      </dl>
    </>
  );
}

function Location({ step }: { readonly step: LocationStep }): ReactNode {
  const { host, resource, location, secure } = step;
  if (!host || !resource || !location) return null;
  const whole = (bytes: Uint8Array): string => textOf(bytes, [0, bytes.length]);
  return (
    <>
      <ul className="parts">
        <li>
          <span className="letter">=</span>
          <span className="dim">scheme</span>
          <code>{secure ? "wss://" : "ws://"}</code>
        </li>
        <li className="host">
          <span className="letter">H</span>
          <span>Host, in lower case</span>
          <code>{whole(host)}</code>
        </li>
        <li className="host">
          <span className="letter">H</span>
          <span>path</span>
          <code>{whole(resource)}</code>
        </li>
        <li>
          <span className="letter">→</span>
          <span>WebSocket-Location</span>
          <code>{whole(location)}</code>
        </li>
      </ul>
      <dl className="notes">
        <dt>Port</dt>
        <dd>
          {secure ? "443 is what wss has" : "80 is what ws has"} anyway, and is left out; any other
          stays.
        </dd>
      </dl>
    </>
  );
}

const LETTERS: Readonly<Record<string, string>> = { origin: "O", host: "H", subprotocol: "P" };

function Lines({ step, onSelect }: Props<ResponseStep>): ReactNode {
  const { response, lines, copied } = step;
  if (!response) return null;
  const statusEnd = (lines[0]?.line[0] ?? 2) - 2;
  return (
    <>
      <ol className="parts response-lines">
        <li data-at={`response:0-${statusEnd}`}>
          <span className="letter">=</span>
          <span className="dim">status line</span>
          <code>{textOf(response, [0, statusEnd])}</code>
        </li>
        {lines.map(({ name, line, value }) => {
          const source = copied.find(({ to }) => to[0] >= value[0] && to[1] <= value[1])?.source;
          return (
            <li key={name} className={source} data-at={`response:${value[0]}-${value[1]}`}>
              <span className="letter">{(source && LETTERS[source]) ?? "="}</span>
              <button
                type="button"
                className="link"
                onClick={() => onSelect({ in: "response", span: line })}
              >
                {name}
              </button>
              <code>{textOf(response, value)}</code>
            </li>
          );
        })}
      </ol>
      <dl className="notes">
        <dt>Length</dt>
        <dd>{response.length} bytes, and nothing behind them: the next one is already a frame.</dd>
        <dt>Then</dt>
        <dd>
          The connection is open. Text travels as <code>00</code>, UTF-8, <code>ff</code>.
        </dd>
      </dl>
    </>
  );
}
