/**
 * A stream as frames, messages and findings, each list made
 * when it is asked for. The stream itself has been read by
 * then, and only offsets were kept.
 */
import type { Span } from "../bytes/span.ts";
import { invalidUtf8At } from "../bytes/utf8.ts";
import type { Finding } from "../diagnosis/finding.ts";
import type {
  Decoded,
  DecodedFrame,
  Message,
} from "../frames/decoded.ts";
import {
  behindClose,
  closeWithData,
  lengthTooLarge,
  notUtf8,
  reservedType,
  type Stream,
  unfinished,
} from "./frame-findings.ts";
import { FrameTable } from "./frame-table.ts";
import {
  CLOSE_TYPE,
  type Framing,
  isMessage,
} from "./framing.ts";
import { eachText } from "./texts.ts";

export interface Frame76 extends DecodedFrame {
  readonly type: "text" | "close" | "reserved";
  /** The first byte. */
  readonly frameType: number;
  /** Bytes that tell the length: none below type 0x80. */
  readonly lengthBytes: number;
}

export interface Decoded76 extends Decoded {
  readonly frames: readonly Frame76[];
}

/** Never throws. */
export function decode(
  bytes: Uint8Array,
  stream: Stream,
): Decoded76 {
  const closes = stream.generation === "hixie-76";
  const table = new FrameTable({ closingHandshake: closes });
  table.read(bytes);
  let frames: readonly Frame76[] | undefined;
  let messages: readonly Message[] | undefined;
  let findings: readonly Finding[] | undefined;
  return {
    get frames() {
      frames ??= readFrames(bytes, table, closes);
      return frames;
    },
    get messages() {
      messages ??= readMessages(bytes, table);
      return messages;
    },
    get findings() {
      findings ??= find(bytes, table, stream);
      return findings;
    },
    state: stateOf(table.framing),
    rest: restOf(bytes, table),
  };
}

function stateOf({ next }: Framing): Decoded["state"] {
  return next === "closed" || next === "failed" ? next : "open";
}

function restOf(
  bytes: Uint8Array,
  table: FrameTable,
): Span | null {
  const end = table.start(table.count);
  return end < bytes.length ? [end, bytes.length] : null;
}

function readFrames(
  bytes: Uint8Array,
  table: FrameTable,
  closes: boolean,
): readonly Frame76[] {
  return Array.from({ length: table.count }, (_, index) =>
    readFrame(
      bytes,
      [table.start(index), table.start(index + 1)],
      closes,
    ),
  );
}

/** A frame that has ended, by its first byte. */
function readFrame(
  bytes: Uint8Array,
  span: Span,
  closes: boolean,
): Frame76 {
  const [start, end] = span;
  const frameType = bytes[start] as number;
  if (frameType < 0x80) {
    return {
      span,
      type: isMessage(frameType) ? "text" : "reserved",
      payload: bytes.subarray(start + 1, end - 1),
      frameType,
      lengthBytes: 0,
    };
  }
  let data = start + 1;
  while ((bytes[data] as number) & 0x80) data += 1;
  data += 1;
  const isClose =
    closes && frameType === CLOSE_TYPE && data === end;
  return {
    span,
    type: isClose ? "close" : "reserved",
    payload: bytes.subarray(data, end),
    frameType,
    lengthBytes: data - start - 1,
  };
}

function readMessages(
  bytes: Uint8Array,
  table: FrameTable,
): readonly Message[] {
  const messages: Message[] = [];
  eachText(bytes, table, (text, frame) => {
    messages.push({ type: "text", text, frames: [frame] });
  });
  return messages;
}

/** In the order of the bytes. */
function find(
  bytes: Uint8Array,
  table: FrameTable,
  stream: Stream,
): readonly Finding[] {
  const findings: Finding[] = [];
  findInTypes(bytes, table, stream, findings);
  findInTexts(bytes, table, stream, findings);
  findings.sort((a, b) => at(a) - at(b));
  const rest = restOf(bytes, table);
  if (rest !== null) {
    findings.push(findInRest(rest, table.framing, stream));
  }
  return findings;
}

function at({ span }: Finding): number {
  return span === null ? 0 : span[0];
}

function findInTypes(
  bytes: Uint8Array,
  table: FrameTable,
  stream: Stream,
  findings: Finding[],
): void {
  const closes = stream.generation === "hixie-76";
  for (let index = 0; index < table.count; index++) {
    const start = table.start(index);
    const type = bytes[start] as number;
    if (isMessage(type)) continue;
    const span: Span = [start, table.start(index + 1)];
    const frame = readFrame(bytes, span, closes);
    if (frame.type === "close") continue;
    findings.push(
      closes && type === CLOSE_TYPE
        ? closeWithData(stream, span, frame.payload.length)
        : reservedType(stream, span, type),
    );
  }
}

function findInTexts(
  bytes: Uint8Array,
  table: FrameTable,
  stream: Stream,
  findings: Finding[],
): void {
  eachText(bytes, table, (text, frame) => {
    if (!text.includes("\ufffd")) return;
    const start = table.start(frame) + 1;
    const end = table.start(frame + 1) - 1;
    const invalid = invalidUtf8At(bytes.subarray(start, end));
    if (invalid !== null) {
      findings.push(notUtf8(stream, start + invalid));
    }
  });
}

function findInRest(
  rest: Span,
  { next, type, length }: Framing,
  stream: Stream,
): Finding {
  if (next === "closed") return behindClose(stream, rest);
  if (next === "failed")
    return lengthTooLarge(stream, rest, type);
  const missing = {
    type: "its type",
    length: "the rest of its length",
    data: "the 0xFF that ends it",
    skipped: `${length} of its bytes`,
  };
  return unfinished(stream, rest, missing[next]);
}
