/**
 * A stream as frames, messages and findings, each made when it
 * is asked for. The stream itself has been read by then, and
 * only offsets were kept.
 */
import { type Span, slice } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { Finding } from "../diagnosis/finding.ts";
import type { Decoded, DecodedFrame, FrameType } from "../frames/decoded.ts";
import { findInFrames } from "./frame-findings.ts";
import { type FrameHeader, readHeader } from "./frame-header.ts";
import { FrameTable } from "./frame-table.ts";
import { unmask } from "./framing.ts";
import { type Received, receive } from "./receive.ts";
import { readClose, type Stream } from "./rules.ts";

/** The fields of the header, and of a close what it says. */
export interface Frame6455 extends DecodedFrame, FrameHeader {
  readonly [field: string]: unknown;
  readonly statusCode?: number;
  readonly reason?: string;
}

export interface Decoded6455 extends Decoded {
  readonly frames: readonly Frame6455[];
}

export interface DecodeOptions extends Omit<Stream, "deflate"> {
  /** Whether permessage-deflate is in use; left out or null when that is not known, and frames that say so are inflated. */
  readonly deflate?: boolean | null;
}

/** Never throws. */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded6455 {
  const stream: Stream = { deflate: null, ...options };
  const table = new FrameTable();
  table.read(bytes);
  let frames: readonly Frame6455[] | undefined;
  let received: Received | undefined;
  let findings: readonly Finding[] | undefined;
  const receiveOnce = (): Received => {
    received ??= receive(bytes, table, stream);
    return received;
  };
  return {
    get frames() {
      frames ??= readFrames(bytes, table);
      return frames;
    },
    get messages() {
      return receiveOnce().messages;
    },
    get findings() {
      findings ??= findInFrames(bytes, table, receiveOnce(), stream);
      return findings;
    },
    get state() {
      const { next } = table.framing;
      if (next === "failed" || receiveOnce().faults.length > 0) return "failed";
      return next === "closed" ? "closed" : "open";
    },
    rest: restOf(bytes, table),
  };
}

function restOf(bytes: Uint8Array, table: FrameTable): Span | null {
  const end = table.start(table.count);
  return end < bytes.length ? [end, bytes.length] : null;
}

function readFrames(bytes: Uint8Array, table: FrameTable): readonly Frame6455[] {
  return Array.from({ length: table.count }, (_, index) =>
    readFrame(bytes, [table.start(index), table.start(index + 1)]),
  );
}

function readFrame(bytes: Uint8Array, span: Span): Frame6455 {
  const header = readHeader(bytes, ...span);
  const masked = slice(bytes, [header.dataAt, span[1]]);
  const payload = header.maskingKey ? unmask(masked, header.maskingKey) : masked;
  const close = readClose(header.opcode, payload);
  return {
    span,
    type: TYPES[header.opcode] ?? "reserved",
    payload,
    ...header,
    ...(close?.statusCode == null
      ? {}
      : {
          statusCode: close.statusCode,
          reason: decodeUtf8(payload.subarray(close.reasonAt)).text,
        }),
  };
}

/** RFC 6455 §5.2. */
export const TYPES: Readonly<Record<number, FrameType>> = {
  0: "continuation",
  1: "text",
  2: "binary",
  8: "close",
  9: "ping",
  10: "pong",
};
