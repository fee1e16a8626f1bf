/** What is wrong with a stream of frames, in words. Codes are public and stable; spans count in the stream. */
import { fromLatin1 } from "../bytes/ascii.ts";
import { hexByte } from "../bytes/hex.ts";
import { length, type Span } from "../bytes/span.ts";
import type { Finding, Level } from "../diagnosis/finding.ts";
import { WORDS, type Words } from "./fault-words.ts";
import type { FrameTable } from "./frame-table.ts";
import { type Framing, OPCODE } from "./framing.ts";
import type { Fault, Received } from "./receive.ts";
import type { Stream } from "./rules.ts";

/** In the order of the bytes. */
export function findInFrames(
  bytes: Uint8Array,
  table: FrameTable,
  received: Received,
  stream: Stream,
): readonly Finding[] {
  const end = table.start(table.count);
  const rest: Span | null = end < bytes.length ? [end, bytes.length] : null;
  // Letters at the very beginning may look like frames that break a rule.
  if (received.faults.some(({ span }) => span[0] === 0) && TEXT.looksLike(bytes)) {
    return [finding(TEXT.code, [0, bytes.length], TEXT.words, stream)];
  }
  const found = received.faults.map((fault) => ofFault(fault, bytes, stream));
  if (rest !== null) found.push(ofRest(rest, bytes, table.framing, stream));
  if (received.unfinished.length > 0) {
    found.push(unfinishedMessage(received.unfinished, table, stream));
  }
  if (received.compressed > 0 && stream.deflate === null) found.push(inflated(received, stream));
  return found;
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

interface NoFrames {
  readonly code: string;
  readonly looksLike: (bytes: Uint8Array) => boolean;
  readonly words: Words;
}

const TEXT: NoFrames = {
  code: "hixie-frames-after-rfc6455",
  looksLike: (bytes) => /^[\t\n\r -~]{4}/.test(fromLatin1(bytes.subarray(0, 4))),
  words: {
    title: "Text was sent without frames",
    why: "The stream begins with text. Each message needs a header in front of it; without one, its first letters are taken for it.",
    fix: "Put the text into a frame: 81, its length in bytes, its UTF-8.",
    section: "RFC 6455 §5.2",
  },
};

/** What is no stream of frames at all. */
const NO_FRAMES: readonly NoFrames[] = [
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
  TEXT,
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
