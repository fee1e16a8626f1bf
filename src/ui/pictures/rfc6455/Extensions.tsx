import type { ReactNode } from "react";
import { type DeflateParameters, isFault } from "../../../core/rfc6455/deflate.ts";
import type { ExtensionsStep, Offer } from "../../../core/trace/rfc6455-step.ts";
import type { PictureProps } from "../picture-props.ts";
import { shortened } from "./shortened.ts";

export function Extensions({ step, onSelect }: PictureProps<ExtensionsStep>): ReactNode {
  const { offered, brokenAt, agreed } = step;
  return (
    <>
      {offered.length === 0 && brokenAt === null && (
        <p>The client offers none, so the answer must not name one.</p>
      )}
      {offered.length > 0 && (
        <ol className="parts">
          {offered.map((offer) => (
            <Offered key={offer.extension.span[0]} offer={offer} onSelect={onSelect} />
          ))}
        </ol>
      )}
      {brokenAt !== null && (
        <p className="bad">
          <button
            type="button"
            className="link"
            onClick={() => onSelect({ in: "request", span: [brokenAt, brokenAt + 1] })}
          >
            At offset 0x{brokenAt.toString(16)}
          </button>{" "}
          stands something that the grammar of the field does not allow.
        </p>
      )}
      <dl className="notes">
        <dt>Answered</dt>
        <dd>
          {agreed === null ? (
            "With none, which is always right: frames then travel as they are. A server that compresses names permessage-deflate, and what it promises of it."
          ) : (
            <code>{agreed}</code>
          )}
        </dd>
        <dt>Rule</dt>
        <dd>
          Only what was offered may come back, and each once. A frame with a reserved bit set,
          without an extension that gives it a meaning, ends the connection.
        </dd>
      </dl>
    </>
  );
}

interface OfferedProps {
  readonly offer: Offer;
  readonly onSelect: PictureProps<ExtensionsStep>["onSelect"];
}

function Offered({ offer, onSelect }: OfferedProps): ReactNode {
  const { extension, deflate } = offer;
  const { name, span, parameters } = extension;
  return (
    <li className="extensions" data-at={`request:${span[0]}-${span[1]}`}>
      <span className="letter">E</span>
      <button type="button" className="link" onClick={() => onSelect({ in: "request", span })}>
        {shortened(name)}
      </button>
      <div>
        {parameters.length === 0 && <code>no parameters</code>}
        {parameters.map((parameter) => (
          <code key={parameter.span[0]} className="line-note">
            {shortened(parameter.name)}
            {parameter.value !== null && `=${shortened(parameter.value)}`}
          </code>
        ))}
        <small className="line-note dim">{meaning(deflate)}</small>
      </div>
    </li>
  );
}

function meaning(deflate: Offer["deflate"]): string {
  if (deflate === null) return "Not known here: a server declines what it does not know.";
  if (isFault(deflate)) {
    return `To be declined: ${FAULTS[deflate.code] ?? deflate.code} (${deflate.parameter}).`;
  }
  return sentences(deflate).join(" ");
}

const FAULTS: Readonly<Record<string, string>> = {
  "deflate-parameter-unknown": "a parameter that RFC 7692 does not have",
  "deflate-parameter-repeated": "a parameter that comes twice",
  "deflate-parameter-value": "a parameter with a value that it may not have",
};

/** What a client asks for, RFC 7692 §7.1. */
function sentences(asked: DeflateParameters): readonly string[] {
  const { serverNoContextTakeover, clientNoContextTakeover } = asked;
  const { serverMaxWindowBits, clientMaxWindowBits } = asked;
  return [
    "Messages may be compressed.",
    ...(serverNoContextTakeover ? ["The server must forget its window after each message."] : []),
    ...(clientNoContextTakeover ? ["The client will forget its own."] : []),
    ...(serverMaxWindowBits === null
      ? []
      : [`The server's window may have ${2 ** serverMaxWindowBits} bytes at most.`]),
    ...(clientMaxWindowBits === null
      ? []
      : clientMaxWindowBits === "any"
        ? ["The server may say how large the client's window may be."]
        : [`The client's window has at most ${2 ** clientMaxWindowBits} bytes.`]),
  ];
}
