/**
 * The steps of a handshake of hybi-04 to hybi-12: those of accept-steps.ts. What these drafts say of extensions is left out, since
 * no two of them agreed on one and a server may ignore them all.
 */
import { readHead } from "../http/head.ts";
import type { KeyDraft } from "../hybi/drafts.ts";
import * as handshake from "../hybi/handshake.ts";
import * as request from "../hybi/request.ts";
import { type AcceptReference, traceAccept } from "./accept-steps.ts";
import { attempt } from "./outcome.ts";
import type { Rfc6455Step } from "./rfc6455-step.ts";

/** Of a server in hybi-04 and -05, where it should be random: an example that is the same each time. */
export const EXAMPLE_NONCE: Uint8Array = Uint8Array.from({ length: 16 }, (_, i) => i);

const REFERENCE: Omit<AcceptReference<request.Request, handshake.AnswerOptions>, "sections"> = {
  ...handshake,
  ...request,
  readOrigin: (bytes, fields) => {
    const draft = request.readDraft(bytes, fields);
    return request.readOrigin(bytes, fields, draft);
  },
};

/** The same numbers in each of these drafts. */
function sectionsOf(draft: KeyDraft): AcceptReference<request.Request, unknown>["sections"] {
  return {
    request: `${draft} §5.2.1`,
    key: `${draft} §5.2.1 item 5`,
    accept: `${draft} §5.2.2`,
    subprotocol: `${draft} §5.2.2`,
    response: `${draft} §5.2.2`,
  };
}

/** Steps as far as the bytes allow, each complete in itself. Never throws, but for a choice in `options` that was not offered. */
export function traceHybi(
  bytes: Uint8Array,
  options: handshake.AnswerOptions = {},
): Generator<Rfc6455Step, void, undefined> {
  const { value } = attempt(() => request.readDraft(bytes, readHead(bytes).fields));
  const reference = { ...REFERENCE, sections: sectionsOf(value ?? "hybi-08") };
  return traceAccept(bytes, reference, { nonce: EXAMPLE_NONCE, ...options });
}
