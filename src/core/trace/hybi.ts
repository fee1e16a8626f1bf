/**
 * The steps of a handshake of hybi-04 to hybi-12: those of accept-steps.ts. What these drafts say of extensions is left out, since
 * no two of them agreed on one and a server may ignore them all.
 */
import * as handshake from "../hybi/handshake.ts";
import * as request from "../hybi/request.ts";
import { type AcceptReference, traceAccept } from "./accept-steps.ts";
import type { Rfc6455Step } from "./rfc6455-step.ts";

/** Of a server in hybi-04 and -05, where it should be random: an example that is the same each time. */
export const EXAMPLE_NONCE: Uint8Array = Uint8Array.from({ length: 16 }, (_, i) => i);

const REFERENCE: AcceptReference<request.Request, handshake.AnswerOptions> = {
  ...handshake,
  ...request,
  readOrigin: (bytes, fields) => {
    const draft = request.readDraft(bytes, fields);
    return request.readOrigin(bytes, fields, draft);
  },
  sections: {
    request: "hybi-08 §5.2.1",
    key: "hybi-08 §5.2.1 item 5",
    accept: "hybi-08 §5.2.2",
    subprotocol: "hybi-08 §5.2.2",
    response: "hybi-08 §5.2.2",
  },
};

/** Steps as far as the bytes allow, each complete in itself. Never throws, but for a choice in `options` that was not offered. */
export function traceHybi(
  bytes: Uint8Array,
  options: handshake.AnswerOptions = {},
): Generator<Rfc6455Step, void, undefined> {
  return traceAccept(bytes, REFERENCE, { nonce: EXAMPLE_NONCE, ...options });
}
