/**
 * Frames for messages that a browser recorded without their bytes: RFC 6455 §5.2, one frame a message. What the client's masking keys
 * were is not known, so they are zeros, which leave the payload as it is.
 */
import { concat, latin1 } from "../../bytes/ascii.ts";
import { encodeUtf8 } from "../../bytes/utf8.ts";
import type { Loss } from "../conversation.ts";
import { decodeBase64 } from "../encodings/base64.ts";
import { joinBytes } from "../wire/join-bytes.ts";

export interface RecordedMessage {
  readonly from: "client" | "server";
  readonly opcode: number;
  /** Text, or base64 of anything else. */
  readonly data: string;
}

const TEXT = 1;

/** The bytes of each direction; absent where there was no message. */
export function framesOf(messages: readonly RecordedMessage[]): {
  readonly clientBytes?: Uint8Array;
  readonly serverBytes?: Uint8Array;
} {
  const bytes = (from: RecordedMessage["from"]) =>
    joinBytes(messages.filter((message) => message.from === from).map(frameOf));
  const clientBytes = bytes("client");
  const serverBytes = bytes("server");
  return {
    ...(clientBytes.length > 0 && { clientBytes }),
    ...(serverBytes.length > 0 && { serverBytes }),
  };
}

/** What to say about frames that were made so. */
export function frameLosses(
  messages: readonly RecordedMessage[],
  at: number | null,
): readonly Loss[] {
  const note =
    "Messages were recorded, and no frames: each was made one frame, and the client's masking keys are zeros in place of the real ones.";
  const sides = new Set(messages.map(({ from }) => from));
  return [...sides].map((from) => ({
    what: "byte-count",
    in: from === "client" ? "clientBytes" : "serverBytes",
    at,
    note,
  }));
}

function frameOf({ from, opcode, data }: RecordedMessage): Uint8Array {
  const payload = opcode === TEXT ? encodeUtf8(data) : decodeBase64(data);
  const mask = from === "client" ? 0x80 : 0;
  const first = 0x80 | (opcode & 15);
  const maskingKey = latin1(mask ? "\0\0\0\0" : "");
  return concat(Uint8Array.of(first), lengthOf(payload.length, mask), maskingKey, payload);
}

function lengthOf(length: number, mask: number): Uint8Array {
  if (length < 126) return Uint8Array.of(mask | length);
  if (length < 0x10000) return Uint8Array.of(mask | 126, length >> 8, length & 0xff);
  const bytes = new Uint8Array(9);
  bytes[0] = mask | 127;
  new DataView(bytes.buffer).setBigUint64(1, BigInt(length));
  return bytes;
}
