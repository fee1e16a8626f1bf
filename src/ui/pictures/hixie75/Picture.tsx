import type { ReactNode } from "react";
import type {
  Hixie75Step,
  LocationStep,
  ReadRequestStep,
  ResponseStep,
} from "../../../core/trace/hixie75-step.ts";
import { pathIn } from "../path-in.ts";
import type { PictureProps as Props } from "../picture-props.ts";
import { ResponseLines } from "../ResponseLines.tsx";
import { hostPart, shortText, TakenParts } from "../TakenParts.tsx";

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

function Parts({ step, onSelect }: Props<ReadRequestStep>): ReactNode {
  const { request, head, resource, host, origin, subprotocol, outOfOrder } = step;
  const parts = [
    {
      letter: "H",
      name: "path",
      source: "host",
      span: resource ?? pathIn(request, head.startLine),
    },
    hostPart(request, head, host),
    { letter: "O", name: "Origin", source: "origin", span: origin },
    ...(subprotocol
      ? [{ letter: "P", name: "subprotocol", source: "subprotocol", span: subprotocol }]
      : []),
  ];
  return (
    <>
      <TakenParts request={request} parts={parts} onSelect={onSelect} />
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
                <code>{shortText(request.subarray(...outOfOrder)).slice(0, 80)}</code>
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
          <code>{shortText(host)}</code>
        </li>
        <li className="host">
          <span className="letter">H</span>
          <span>path</span>
          <code>{shortText(resource)}</code>
        </li>
        <li>
          <span className="letter">→</span>
          <span>WebSocket-Location</span>
          <code>{shortText(location)}</code>
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

function Lines({ step, onSelect }: Props<ResponseStep>): ReactNode {
  const { response, lines, copied } = step;
  if (!response) return null;
  return (
    <>
      <ResponseLines response={response} lines={lines} copied={copied} onSelect={onSelect} />
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
