/** The ten steps of a handshake of RFC 6455: those of accept-steps.ts, and the extensions before the last. */
import { valuesOf } from "../http/fields.ts";
import { DEFLATE, readDeflate } from "../rfc6455/deflate.ts";
import { readExtensions } from "../rfc6455/extensions.ts";
import * as handshake from "../rfc6455/handshake.ts";
import * as request from "../rfc6455/request.ts";
import { type AcceptReference, traceAccept } from "./accept-steps.ts";
import { attempt, ended } from "./outcome.ts";
import type { ExtensionsStep, ReadRequestStep, Rfc6455Step } from "./rfc6455-step.ts";

const REFERENCE: AcceptReference<request.Request, handshake.AnswerOptions> = {
  ...request,
  ...handshake,
  sections: {
    request: "RFC 6455 §4.2.1",
    key: "RFC 6455 §4.2.1 item 5",
    accept: "RFC 6455 §4.2.2 item 5.4",
    subprotocol: "RFC 6455 §4.2.2 item 5, /subprotocol/",
    response: "RFC 6455 §4.2.2 item 5",
  },
  extensions: extensionsStep,
};

/** Steps as far as the bytes allow, each complete in itself. Never throws, but for a choice in `options` that was not offered. */
export function traceRfc6455(
  bytes: Uint8Array,
  options: handshake.AnswerOptions = {},
): Generator<Rfc6455Step, void, undefined> {
  return traceAccept(bytes, REFERENCE, options);
}

function extensionsStep(
  { request: bytes, head }: ReadRequestStep,
  options: handshake.AnswerOptions,
): ExtensionsStep {
  const values = valuesOf(bytes, head.fields, "sec-websocket-extensions");
  const { extensions: offered, brokenAt } = readExtensions(bytes, values);
  const { value, code } = attempt(() => request.readOfferedExtensions(bytes, head.fields));
  return {
    id: "extensions",
    section: "RFC 6455 §4.2.2 item 5, /extensions/, §9.1; RFC 7692 §7.1",
    functions: ["readOfferedExtensions", "extensions"],
    outcome: ended(code),
    offered: offered.map((extension) => ({
      extension,
      deflate: extension.name === DEFLATE ? readDeflate(extension, "offer") : null,
    })),
    brokenAt,
    agreed: value && handshake.extensions({ extensions: value }, options),
  };
}
