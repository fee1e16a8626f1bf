/**
 * What the RFC forbids of a frame although it is plain where it
 * ends. An endpoint fails the connection over any of these; who
 * only looks can read on.
 */
import { invalidUtf8At } from "../bytes/utf8.ts";
import { closeCode } from "./close-codes.ts";
import type { FrameHeader } from "./frame-header.ts";
import { CLOSE, CONTINUATION, isControl } from "./framing.ts";

/** Whose bytes they are, and what was agreed on in the handshake. */
export interface Stream {
  readonly from: "client" | "server";
  readonly generation: "hybi-07" | "hybi-08" | "rfc6455";
  /** Whether permessage-deflate is in use; null when that is not known. */
  readonly deflate: boolean | null;
}

export type RuleCode =
  | "masked-server-frame"
  | "unmasked-client-frame"
  | "rsv1-without-deflate"
  | "rsv1-misplaced"
  | "frame-control-fragmented"
  | "frame-control-too-long"
  | "frame-length-not-minimal"
  | "frame-continuation-unexpected"
  | "frame-message-interrupted"
  | "frame-close-one-byte"
  | "frame-close-code-invalid"
  | "frame-close-reason-not-utf8";

/** `isFragmented`: a message has begun and not ended. All that its header breaks, in the order in which it is read. */
export function brokenRules(
  header: FrameHeader,
  { from, deflate }: Stream,
  isFragmented: boolean,
): readonly RuleCode[] {
  const { fin, rsv1, opcode, mask, lengthBytes, payloadLength } = header;
  const broken: RuleCode[] = [];
  // §5.2; RFC 7692 §6: the first frame of a message says whether it is compressed.
  if (rsv1 && deflate === false) broken.push("rsv1-without-deflate");
  else if (rsv1 && (isControl(opcode) || opcode === CONTINUATION)) broken.push("rsv1-misplaced");
  // §5.5.
  if (isControl(opcode) && !fin) broken.push("frame-control-fragmented");
  // §5.4.
  if (opcode === CONTINUATION && !isFragmented) broken.push("frame-continuation-unexpected");
  if (!isControl(opcode) && opcode !== CONTINUATION && isFragmented) {
    broken.push("frame-message-interrupted");
  }
  // §5.1.
  if (mask && from === "server") broken.push("masked-server-frame");
  if (!mask && from === "client") broken.push("unmasked-client-frame");
  // §5.2: the minimal number of bytes.
  if (lengthBytes !== minimalLengthBytes(payloadLength)) broken.push("frame-length-not-minimal");
  // §5.5.
  if (isControl(opcode) && payloadLength > 125) broken.push("frame-control-too-long");
  return broken;
}

/** §5.2. */
export function minimalLengthBytes(payloadLength: number): 0 | 2 | 8 {
  if (payloadLength <= 125) return 0;
  return payloadLength <= 0xffff ? 2 : 8;
}

export interface Close {
  /** Null when there is none. */
  readonly statusCode: number | null;
  readonly reasonAt: number;
  readonly broken: RuleCode | null;
  /** Offset in the application data where UTF-8 breaks off, when it does. */
  readonly invalidAt: number | null;
}

/** §5.5.1, §7.4: nothing, or two bytes of code and a reason in UTF-8. */
export function readClose(opcode: number, data: Uint8Array): Close | null {
  if (opcode !== CLOSE) return null;
  if (data.length < 2) {
    const broken = data.length === 1 ? "frame-close-one-byte" : null;
    return { statusCode: null, reasonAt: data.length, broken, invalidAt: null };
  }
  const statusCode = (data[0] as number) * 256 + (data[1] as number);
  const invalidAt = invalidUtf8At(data.subarray(2));
  const broken = !closeCode(statusCode).canBeSent
    ? "frame-close-code-invalid"
    : invalidAt !== null
      ? "frame-close-reason-not-utf8"
      : null;
  return { statusCode, reasonAt: 2, broken, invalidAt: invalidAt === null ? null : invalidAt + 2 };
}
