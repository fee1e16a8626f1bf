import { recogniseGeneration } from "./generation.ts";
import { answer as answerHixie75 } from "./hixie75/handshake.ts";
import { answer as answerHixie76 } from "./hixie76/handshake.ts";
import { answer as answerHybi } from "./hybi/handshake.ts";
import { answer as answerRfc6455 } from "./rfc6455/handshake.ts";

export interface AnswerOptions {
  /** The connection was encrypted: hixie-75 and -76 say wss in the answer. */
  readonly secure?: boolean;
  /** hybi-04 and -05 want sixteen random bytes from the server. */
  readonly nonce?: Uint8Array;
}

/**
 * The whole 101 response that must come out, by the reference of the request's own generation. Throws HandshakeError where its draft
 * says to abort, and RangeError when a nonce is needed and not there.
 */
export function answer(request: Uint8Array, options: AnswerOptions = {}): Uint8Array {
  switch (recogniseGeneration(request).generation) {
    case "hixie-75":
      return answerHixie75(request, options);
    case "hybi-04":
    case "hybi-05":
    case "hybi-06":
    case "hybi-07":
    case "hybi-08":
      return answerHybi(request, options);
    case "rfc6455":
      return answerRfc6455(request);
    default:
      return answerHixie76(request, options);
  }
}
