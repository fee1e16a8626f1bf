/**
 * What can be wrong with a stream of frames. Codes are public
 * and stable; spans count in the stream.
 */
import { hexByte } from "../bytes/hex.ts";
import { length, type Span } from "../bytes/span.ts";
import type { Finding } from "../diagnosis/finding.ts";
import { MAX_LENGTH } from "./framing.ts";

/** Whose bytes they are, and in which draft. */
export interface Stream {
  readonly from: "client" | "server";
  readonly generation: "hixie-75" | "hixie-76";
}

/** A type other than 0x00; 0xFF with data behind it too. */
export function reservedType(
  stream: Stream,
  span: Span,
  type: number,
): Finding {
  const skipped = type >= 0x80;
  return {
    code: "frame-type-reserved",
    // Draft 75 skips what has a length and calls it no error.
    level:
      skipped && stream.generation === "hixie-75"
        ? "warning"
        : "error",
    in: "frames",
    span,
    title: `Frame type 0x${hex(type)} is reserved`,
    why: `At byte ${span[0]} stands 0x${hex(type)} where a frame begins. Text begins with 0x00, and there are no other messages. ${bytes(span)}, ${skipped ? "by the length that it tells" : "up to the next 0xFF"}, cannot be used.`,
    fix: "Send 0x00, the text in UTF-8, 0xFF. If these were never meant to be a frame, look at what stands before them: a line break behind the handshake's last byte, or frames of RFC 6455 (they begin with 0x81 or 0x82), shift all that follows.",
    section: framing(stream),
  };
}

/** 0xFF, but with a length above zero. */
export function closeWithData(
  stream: Stream,
  span: Span,
  dataLength: number,
): Finding {
  return {
    code: "frame-close-with-data",
    level: "error",
    in: "frames",
    span,
    title: `0xFF with a length of ${dataLength} closes nothing`,
    why: `At byte ${span[0]} a frame of type 0xFF tells a length of ${dataLength}. Only with a length of zero is it the closing handshake; this one is skipped and the connection stays open.`,
    fix: "Close with the two bytes 0xFF 0x00. This version has neither a code nor a reason for closing.",
    section: framing(stream),
  };
}

/** `at`: the first byte that belongs to no character. */
export function notUtf8(stream: Stream, at: number): Finding {
  return {
    code: "frame-text-not-utf8",
    level: "warning",
    in: "frames",
    span: [at, at + 1],
    title: "A text is not UTF-8",
    why:
      stream.from === "server"
        ? `At byte ${at} UTF-8 breaks off. The client puts U+FFFD in place of each such sequence and delivers the rest.`
        : `At byte ${at} UTF-8 breaks off. The draft leaves to the server what to make of it; some deliver U+FFFD, others the bytes as they are.`,
    fix: "Encode text as UTF-8 before it is framed. There are no binary messages in this version: send bytes as base64 or hex.",
    section:
      stream.from === "server"
        ? section(stream, "§4.3")
        : section(stream, "§5.4"),
  };
}

/** `rest`: from the frame's type to the end. */
export function lengthTooLarge(
  stream: Stream,
  rest: Span,
  type: number,
): Finding {
  return {
    code: "frame-length-too-large",
    level: "error",
    in: "frames",
    span: rest,
    title: "A frame says that it is larger than 2 GB",
    why: `The frame of type 0x${hex(type)} at byte ${rest[0]} tells a length above ${MAX_LENGTH}. The draft allows to refuse that, and nothing behind it can be read.`,
    fix: "No frame that this version sends has a length, except to close. The bytes are likely not at a frame's beginning, or belong to another protocol.",
    section: framing(stream),
  };
}

/** `rest`: from the frame's type to the end. */
export function unfinished(
  stream: Stream,
  rest: Span,
  missing: string,
): Finding {
  return {
    code: "frame-unfinished",
    level: "info",
    in: "frames",
    span: rest,
    title: "The last frame has not ended",
    why: `The frame at byte ${rest[0]} lacks ${missing}. Nothing of it is delivered until that comes.`,
    fix: "Read on, and keep what has come: a packet may end in the middle of a frame. In a capture, take the next packets too.",
    section: framing(stream),
  };
}

/** `rest`: what came behind the close. */
export function behindClose(
  stream: Stream,
  rest: Span,
): Finding {
  return {
    code: "bytes-behind-close",
    level: "info",
    in: "frames",
    span: rest,
    title: "There are bytes behind the close",
    why: `The stream was closed at byte ${rest[0]}; ${bytes(rest)} behind that ${length(rest) === 1 ? "is" : "are"} discarded, whatever may be in there.`,
    fix: "Send nothing after 0xFF 0x00. Reading, stop there: implementations that went on delivered messages after the close, or crashed.",
    section: framing(stream),
  };
}

/** Whoever reads what the client sends is the server. */
function framing(stream: Stream): string {
  return section(
    stream,
    stream.from === "server" ? "§4.2" : "§5.3",
  );
}

function section(stream: Stream, number: string): string {
  const draft =
    stream.generation === "hixie-76" ? "hybi-00" : "hixie-75";
  return `${draft} ${number}`;
}

function bytes(span: Span): string {
  return length(span) === 1
    ? "1 byte"
    : `${length(span)} bytes`;
}

function hex(byte: number): string {
  return hexByte(byte).toUpperCase();
}
