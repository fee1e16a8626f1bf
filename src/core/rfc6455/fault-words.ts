/** What each broken rule is called, and what to do about it. */
import type { Span } from "../bytes/span.ts";
import { closeCode } from "./close-codes.ts";
import { readHeader } from "./frame-header.ts";
import { unmask } from "./framing.ts";
import type { FaultCode } from "./receive.ts";
import { readClose } from "./rules.ts";

export interface Words {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly section: string;
}

/** Each `why` ends with a sentence of which one frame is the subject, so that "So do 3 more." can follow. */
export const WORDS: Readonly<Record<FaultCode, (span: Span, bytes: Uint8Array) => Words>> = {
  "masked-server-frame": ([at]) => ({
    title: "The server masks its frames",
    why: `Only a client masks. The frame at byte ${at} has its mask bit set.`,
    fix: "Write the payload as it is, and leave the highest bit of the second byte 0. If these are a client's bytes, say so.",
    section: "RFC 6455 §5.1",
  }),
  "unmasked-client-frame": ([at]) => ({
    title: "The client does not mask its frames",
    why: `A server must close the connection over that. The frame at byte ${at} comes without a mask.`,
    fix: "Set the highest bit of the second byte, write four random bytes behind the length, and XOR the payload with them, over and over. If these are a server's bytes, say so.",
    section: "RFC 6455 §5.1, §5.3",
  }),
  "rsv1-without-deflate": ([at]) => ({
    title: "A frame is marked as compressed, and is not",
    why: `RSV1 belongs to permessage-deflate, and must be 0 unless both sides agreed on it in the handshake. The frame at byte ${at} sets it.`,
    fix: "Send the frame uncompressed with RSV1 0, or answer the handshake with Sec-WebSocket-Extensions: permessage-deflate when the client offers it. A proxy that drops that header and lets the frames pass has the same effect.",
    section: "RFC 6455 §5.2",
  }),
  "rsv1-misplaced": ([at]) => ({
    title: "RSV1 is set where it means nothing",
    why: `Compression is said once, on the first frame of a message, and control frames are never compressed. The frame at byte ${at} sets RSV1 all the same.`,
    fix: "Set RSV1 on the first frame of a compressed message only.",
    section: "RFC 7692 §6",
  }),
  "frame-control-fragmented": ([at]) => ({
    title: "A control frame is fragmented",
    why: `Close, ping and pong fit into one frame. The one at byte ${at} says that there is more to come: its FIN is 0.`,
    fix: "Set FIN (0x80) in the first byte: 88, 89, 8A.",
    section: "RFC 6455 §5.5",
  }),
  "frame-control-too-long": ([at]) => ({
    title: "A control frame is too long",
    why: `Close, ping and pong carry at most 125 bytes. The one at byte ${at} carries more.`,
    fix: "Shorten the reason for closing, or the data of the ping; two bytes of a close are its code.",
    section: "RFC 6455 §5.5",
  }),
  "frame-length-not-minimal": ([at]) => ({
    title: "A length takes more bytes than it needs",
    why: `Up to 125 stands in the second byte, up to 65535 in two bytes behind 126, and only more in eight behind 127. The frame at byte ${at} takes the next larger form.`,
    fix: "Choose the shortest form that holds the length.",
    section: "RFC 6455 §5.2",
  }),
  "frame-continuation-unexpected": ([at]) => ({
    title: "A continuation continues nothing",
    why: `No message is unfinished. The frame at byte ${at} has opcode 0 nevertheless.`,
    fix: "Give the first frame of a message opcode 1 (text) or 2 (binary), and 0 only to those behind it.",
    section: "RFC 6455 §5.4",
  }),
  "frame-message-interrupted": ([at]) => ({
    title: "A message begins within another",
    why: `The one before has not ended: none of its frames had FIN set. The frame at byte ${at} begins a new one.`,
    fix: "Send the rest of the message with opcode 0, and FIN on its last frame; only control frames may come between.",
    section: "RFC 6455 §5.4",
  }),
  "frame-text-not-utf8": ([start, end]) => ({
    title: "A text is not UTF-8",
    why:
      end - start === 1
        ? `The connection is closed with code 1007 over that. UTF-8 breaks off at byte ${start}.`
        : `The connection is closed with code 1007 over that. The compressed message at byte ${start} is no UTF-8 once inflated.`,
    fix: "Encode text as UTF-8, or send bytes as a binary message (opcode 2). A character may be cut by the end of a frame, but not by the end of a message.",
    section: "RFC 6455 §8.1",
  }),
  "frame-close-one-byte": ([at]) => ({
    title: "A close of one byte",
    why: `A close carries nothing, or a code of two bytes and a reason. The one at byte ${at} carries a single byte.`,
    fix: "Send 88 00, or the code in two bytes, the high one first: 88 02 03 E8 for 1000.",
    section: "RFC 6455 §5.5.1",
  }),
  "frame-close-code-invalid": (span, bytes) => {
    const status = statusAt(span, bytes);
    const { name, meaning } = closeCode(status);
    return {
      title: `Close code ${status} must not be sent`,
      why: `${status} is ${name}: ${firstLower(meaning)} The close at byte ${span[0]} sends it.`,
      fix: "Send 1000 when all is well, 1001 to 1014 as registered (not 1004, 1005, 1006), or 3000 to 4999 of your own. To send no code, leave the payload empty. The high byte comes first.",
      section: "RFC 6455 §7.4",
    };
  },
  "frame-close-reason-not-utf8": ([at]) => ({
    title: "A reason for closing is not UTF-8",
    why: `Behind the code stands text. It breaks off at byte ${at}.`,
    fix: "Encode the reason as UTF-8, and cut it, when it is too long, between characters.",
    section: "RFC 6455 §5.5.1",
  }),
  "frame-deflate-broken": ([at]) => ({
    title: "A compressed message cannot be inflated",
    why: `What RSV1 marks must be DEFLATE without 00 00 FF FF at its end. The message at byte ${at} is not.`,
    fix: "Use raw DEFLATE (no zlib or gzip header), flush with Z_SYNC_FLUSH, and take the last four bytes off. Keep to the window and the context takeover that were agreed on.",
    section: "RFC 7692 §7.2.1",
  }),
};

function statusAt([start, end]: Span, bytes: Uint8Array): number {
  const { dataAt, maskingKey, opcode } = readHeader(bytes, start, end);
  const data = bytes.subarray(dataAt, end);
  return readClose(opcode, maskingKey ? unmask(data, maskingKey) : data)?.statusCode ?? 0;
}

function firstLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
