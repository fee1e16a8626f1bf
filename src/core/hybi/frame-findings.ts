/** What is wrong with a stream of frames, in words. Codes are public and stable; spans count in the stream. */
import { length, type Span } from "../bytes/span.ts";
import type { Finding, Level } from "../diagnosis/finding.ts";
import type { Framing, Stream } from "./framing.ts";

export type FaultCode =
  | "frame-control-fragmented"
  | "frame-message-interrupted"
  | "frame-continuation-unexpected"
  | "frame-text-not-utf8";

type Words = readonly [title: string, why: string, fix: string];

export function faultFinding(code: FaultCode, span: Span, stream: Stream): Finding {
  return finding(code, "error", span, FAULTS[code](span[0]), stream);
}

const FAULTS: Readonly<Record<FaultCode, (at: number) => Words>> = {
  "frame-control-fragmented": (at) => [
    "A control frame is fragmented",
    `The frame at byte ${at} is a close, ping or pong and says that there is more to come.`,
    "Send control frames whole: FIN 1 from hybi-04 on, MORE 0 before.",
  ],
  "frame-message-interrupted": (at) => [
    "A message begins within another",
    `The frame at byte ${at} begins a message while another has not ended.`,
    "Send the rest of the first one with opcode 0; only control frames may come between.",
  ],
  "frame-continuation-unexpected": (at) => [
    "A continuation continues nothing",
    `The frame at byte ${at} has opcode 0, but no message is unfinished.`,
    "Begin a text with opcode 4 and binary data with opcode 5. A first byte of 00 also begins every frame of hixie-76.",
  ],
  "frame-text-not-utf8": (at) => [
    "A text is not UTF-8",
    `At byte ${at} UTF-8 breaks off.`,
    "Encode text as UTF-8, or send bytes as a binary message.",
  ],
};

/** Bytes behind the last frame that has ended. */
export function restFinding(rest: Span, framing: Framing, stream: Stream): Finding {
  const [at] = rest;
  switch (framing.next) {
    case "closed":
      return finding(
        "bytes-behind-close",
        "info",
        rest,
        [
          "There are bytes behind the close",
          `The stream was closed before byte ${at}; the ${length(rest)} behind it are discarded.`,
          "Send nothing behind a close.",
        ],
        stream,
      );
    case "failed":
      return failure(framing.failure ?? "frame-opcode-reserved", rest, stream);
    default:
      return finding(
        "frame-unfinished",
        "info",
        rest,
        [
          "The last frame has not ended",
          `The frame at byte ${at} needs more bytes. Nothing of it is delivered until they come.`,
          "Read on, and keep what has come: a packet may end in the middle of a frame.",
        ],
        stream,
      );
  }
}

function failure(code: NonNullable<Framing["failure"]>, rest: Span, stream: Stream): Finding {
  const fix =
    "The bytes are likely not at a frame's beginning, or of another version: from version 7 on the opcodes are 1, 2, 8, 9 and 10, and the mask stands behind the length.";
  const words: Record<typeof code, Words> = {
    "frame-reserved-bits": [
      "Reserved bits are set",
      `The frame at byte ${rest[0]} sets bits that no extension gave a meaning to. Nothing behind them is read.`,
      fix,
    ],
    "frame-opcode-reserved": [
      "An opcode is reserved",
      `The frame at byte ${rest[0]} has an opcode above 5. Nothing behind it is read.`,
      fix,
    ],
    "frame-length-top-bit": [
      "A length is too large",
      `The frame at byte ${rest[0]} tells a length that cannot be. Nothing behind it is read.`,
      fix,
    ],
  };
  return finding(code, "error", rest, words[code], stream);
}

export function messageUnfinished(span: Span, stream: Stream): Finding {
  return finding(
    "message-unfinished",
    "info",
    span,
    [
      "The last message has not ended",
      `The message that begins at byte ${span[0]} has no last frame. Nothing of it is delivered until one comes.`,
      "End it with a frame that says so; it may be empty.",
    ],
    stream,
  );
}

function finding(
  code: string,
  level: Level,
  span: Span,
  [title, why, fix]: Words,
  { generation }: Stream,
): Finding {
  return { code, level, in: "frames", span, title, why, fix, section: `${generation} §4` };
}
