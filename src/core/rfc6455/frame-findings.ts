/** What is wrong with a stream of frames, in words. Codes are public and stable; spans count in the stream. */
import { fromLatin1 } from "../bytes/ascii.ts";
import { hexByte } from "../bytes/hex.ts";
import { length, type Span } from "../bytes/span.ts";
import type { Finding, Level } from "../diagnosis/finding.ts";
import { closeCode } from "./close-codes.ts";
import { readHeader } from "./frame-header.ts";
import type { FrameTable } from "./frame-table.ts";
import { type Framing, OPCODE, unmask } from "./framing.ts";
import type { Fault, FaultCode, Received } from "./receive.ts";
import { readClose, type Stream } from "./rules.ts";

/** In the order of the bytes. */
export function findInFrames(
  bytes: Uint8Array,
  table: FrameTable,
  received: Received,
  stream: Stream,
): readonly Finding[] {
  const end = table.start(table.count);
  const rest: Span | null = end < bytes.length ? [end, bytes.length] : null;
  const found = received.faults.map((fault) => ofFault(fault, bytes, stream));
  if (rest !== null) found.push(ofRest(rest, bytes, table.framing, stream));
  if (received.unfinished.length > 0) {
    found.push(unfinishedMessage(received.unfinished, table, stream));
  }
  if (received.compressed > 0 && stream.deflate === null) found.push(inflated(received, stream));
  return found;
}

interface Words {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly section: string;
}

function finding(
  code: string,
  span: Span | null,
  words: Words,
  stream: Stream,
  level: Level = "error",
): Finding {
  return { ...words, code, level, in: "frames", span, section: sectionIn(words.section, stream) };
}

/** The drafts from hybi-07 on have these rules as the RFC has them, in other places. */
function sectionIn(section: string, { generation }: Stream): string {
  return generation === "rfc6455" ? section : `${section}, as in ${generation}`;
}

function ofFault({ code, span, frames }: Fault, bytes: Uint8Array, stream: Stream): Finding {
  if (code === "frame-continuation-unexpected" && isHixie(span, bytes)) {
    return finding("hixie-frames-after-rfc6455", span, HIXIE_WORDS, stream);
  }
  const words = WORDS[code](span, bytes);
  const more = frames > 1 ? ` So ${frames === 2 ? "does" : "do"} ${frames - 1} more.` : "";
  return finding(code, span, { ...words, why: words.why + more }, stream);
}

/** Each `why` ends with a sentence of which one frame is the subject, so that "So do 3 more." can follow. */
const WORDS: Readonly<Record<FaultCode, (span: Span, bytes: Uint8Array) => Words>> = {
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

/** The very first frame begins with 00, and some byte ends it. */
function isHixie([start]: Span, bytes: Uint8Array): boolean {
  return start === 0 && bytes[0] === 0x00 && bytes.includes(0xff);
}

const HIXIE_WORDS: Words = {
  title: "These are frames of hixie-76",
  why: "The stream begins with 00, and FF stands behind: so older drafts put text into frames. Here 00 is a continuation, and there is nothing to continue.",
  fix: "Frame as RFC 6455 does, since that is what the handshake agreed on: 81, the length in bytes, the text in UTF-8.",
  section: "RFC 6455 §5.4",
};

function statusAt([start, end]: Span, bytes: Uint8Array): number {
  const { dataAt, maskingKey, opcode } = readHeader(bytes, start, end);
  const data = bytes.subarray(dataAt, end);
  return readClose(opcode, maskingKey ? unmask(data, maskingKey) : data)?.statusCode ?? 0;
}

function firstLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function ofRest(rest: Span, bytes: Uint8Array, framing: Framing, stream: Stream): Finding {
  switch (framing.next) {
    case "closed":
      return behindClose(rest, stream);
    case "failed":
      return ofFailure(rest, bytes, framing, stream);
    default:
      return unfinished(rest, framing, stream);
  }
}

/** Reading cannot go on. What stands at the very beginning often tells more than the bits that do not fit. */
function ofFailure(rest: Span, bytes: Uint8Array, framing: Framing, stream: Stream): Finding {
  const known = rest[0] === 0 ? NO_FRAMES.find(({ looksLike }) => looksLike(bytes)) : undefined;
  if (known) return finding(known.code, rest, known.words, stream);
  const code = framing.failure ?? "frame-opcode-reserved";
  return finding(code, rest, failureWords(rest[0], bytes, framing)[code], stream);
}

function failureWords(
  at: number,
  bytes: Uint8Array,
  { first }: Framing,
): Record<NonNullable<Framing["failure"]>, Words> {
  const byte = `0x${hexByte(bytes[at] as number).toUpperCase()}`;
  const fix =
    "Look at the bytes before: a length that is too large or too small, a line break behind the head, or raw text shift all that follows.";
  return {
    "frame-reserved-bits": {
      title: "Reserved bits are set",
      why: `The byte ${at} is ${byte}: RSV2 or RSV3 is set, and no extension in use gives them a meaning. Nothing behind it is read.`,
      fix,
      section: "RFC 6455 §5.2",
    },
    "frame-opcode-reserved": {
      title: `Opcode ${first & OPCODE} is reserved`,
      why: `The byte ${at} is ${byte}. Opcodes are 0, 1 and 2 for data, 8, 9 and 10 for control. Nothing behind it is read.`,
      fix,
      section: "RFC 6455 §5.2",
    },
    "frame-length-top-bit": {
      title: "A length has its highest bit set",
      why: `The frame at byte ${at} tells its length in eight bytes, the first of them above 7F. That must not be, and no such frame could be read.`,
      fix: `Write the length as an unsigned number, the most significant byte first. ${fix}`,
      section: "RFC 6455 §5.2",
    },
    "frame-length-too-large": {
      title: "A frame is larger than can be counted",
      why: `The frame at byte ${at} tells a length above 2^53. No such frame was ever sent.`,
      fix: `Write the length with the most significant byte first. ${fix}`,
      section: "RFC 6455 §5.2",
    },
  };
}

/** What is no stream of frames at all. */
const NO_FRAMES: readonly {
  readonly code: string;
  readonly looksLike: (bytes: Uint8Array) => boolean;
  readonly words: Words;
}[] = [
  {
    code: "crlf-after-head",
    looksLike: (bytes) => bytes[0] === 0x0d && bytes[1] === 0x0a,
    words: {
      title: "A line break behind the head is read as a frame",
      why: "The stream begins with CR LF. As a frame, CR is opcode 13 with FIN 0, so the connection fails before the first real frame.",
      fix: "End the head with one blank line, CR LF CR LF, and write the first frame right behind it. echo and println add a line break of their own.",
      section: "RFC 6455 §5.2",
    },
  },
  {
    code: "tls-bytes-as-frames",
    looksLike: (bytes) =>
      (bytes[0] === 0x17 || bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 0x03,
    words: {
      title: "These are TLS records, not frames",
      why: "The stream begins as a TLS record does: a type of 15, 16 or 17, then version 3. The frames are inside, encrypted.",
      fix: "Read and write through the TLS layer (SSL_read, the SSLSocket, the TLS stream), not through the socket below it. A capture has to be decrypted first.",
      section: "RFC 6455 §5.2",
    },
  },
  {
    code: "hixie-frames-after-rfc6455",
    looksLike: (bytes) => /^[\t\n\r -~]{4}/.test(fromLatin1(bytes.subarray(0, 4))),
    words: {
      title: "Text was sent without frames",
      why: "The stream begins with text. Each message needs a header in front of it; without one, its first letters are taken for it.",
      fix: "Put the text into a frame: 81, its length in bytes, its UTF-8.",
      section: "RFC 6455 §5.2",
    },
  },
];

function unfinished(rest: Span, { next, length, left }: Framing, stream: Stream): Finding {
  const missing: Record<string, string> = {
    second: "its second byte",
    length: `${left} of the bytes that tell its length`,
    maskingKey: `${left} bytes of its masking key, and its data`,
    applicationData: `${length} of its bytes`,
  };
  const words = {
    title: "The last frame has not ended",
    why: `The frame at byte ${rest[0]} lacks ${missing[next]}. Nothing of it is delivered until that comes.`,
    fix: "Read on, and keep what has come: a packet may end in the middle of a frame. In a capture, take the next packets too.",
    section: "RFC 6455 §5.2",
  };
  return finding("frame-unfinished", rest, words, stream, "info");
}

function behindClose(rest: Span, stream: Stream): Finding {
  const count = length(rest);
  const words = {
    title: "There are bytes behind the close",
    why: `The stream was closed before byte ${rest[0]}; ${count === 1 ? "1 byte" : `${count} bytes`} behind that ${count === 1 ? "is" : "are"} discarded, whatever may be in there.`,
    fix: "Send nothing behind a close.",
    section: "RFC 6455 §5.5.1",
  };
  return finding("bytes-behind-close", rest, words, stream, "info");
}

function unfinishedMessage(frames: readonly number[], table: FrameTable, stream: Stream): Finding {
  const [first, last] = [frames[0] as number, frames.at(-1) as number];
  const words = {
    title: "The last message has not ended",
    why: `The message that begins at byte ${table.start(first)} has no frame with FIN set. Nothing of it is delivered until one comes.`,
    fix: "End it with a frame that has FIN set; it may be empty: 80 00.",
    section: "RFC 6455 §5.4",
  };
  const span: Span = [table.start(first), table.start(last + 1)];
  return finding("message-unfinished", span, words, stream, "info");
}

function inflated({ compressed }: Received, stream: Stream): Finding {
  const words = {
    title: "Messages are compressed",
    why: `${compressed === 1 ? "1 message has" : `${compressed} messages have`} RSV1 set and could be inflated. Without the handshake nobody can say whether permessage-deflate was agreed on.`,
    fix: "Look for Sec-WebSocket-Extensions: permessage-deflate in the response.",
    section: "RFC 7692 §6",
  };
  return finding("messages-compressed", null, words, stream, "info");
}
