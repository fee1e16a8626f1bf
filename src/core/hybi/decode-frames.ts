/** A stream of hybi-01 to hybi-06 as frames, messages and findings. */
import { type Span, slice } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { Decoded, DecodedFrame, FrameType } from "../frames/decoded.ts";
import { restFinding } from "./frame-findings.ts";
import {
  type Framing,
  frameBegins,
  frameMask,
  isBetweenFrames,
  isLast,
  isMasked,
  readByte,
  type Stream,
  skip,
} from "./framing.ts";
import { receive } from "./receive.ts";

export interface FrameHybi extends DecodedFrame {
  readonly opcode: number;
  /** No other frame of the message follows: FIN, or no MORE. */
  readonly fin: boolean;
  /** The four bytes in front of it; null when it is not masked. */
  readonly maskingKey: Uint8Array | null;
  /** Bytes of the length behind the second one: 0, 2 or 8. */
  readonly lengthBytes: 0 | 2 | 8;
  readonly payloadLength: number;
  /** Where the data begins. */
  readonly dataAt: number;
  /** Of a close in hybi-06. */
  readonly statusCode?: number;
  readonly reason?: string;
}

export interface DecodedHybi extends Decoded {
  readonly frames: readonly FrameHybi[];
}

/** Never throws. */
export function decode(bytes: Uint8Array, stream: Stream): DecodedHybi {
  const { edges, framing } = findEdges(bytes, stream);
  const frames = edges
    .slice(1)
    .map((end, index) => readFrame(bytes, [edges[index] as number, end], stream));
  const { messages, findings, isFailed } = receive(frames, stream);
  const end = edges.at(-1) as number;
  const rest: Span | null = end < bytes.length ? [end, bytes.length] : null;
  return {
    frames,
    messages,
    state: isFailed || framing.next === "failed" ? "failed" : stateOf(framing),
    rest,
    findings: rest ? [...findings, restFinding(rest, framing, stream)] : findings,
  };
}

function stateOf({ next }: Framing): Decoded["state"] {
  return next === "closed" ? "closed" : "open";
}

/** Where each frame begins, and where the last one ends. */
function findEdges(
  bytes: Uint8Array,
  stream: Stream,
): { readonly edges: readonly number[]; readonly framing: Framing } {
  const edges = [0];
  let framing = frameBegins(stream);
  let at = 0;
  while (at < bytes.length && framing.next !== "closed" && framing.next !== "failed") {
    if (framing.next === "data") {
      const count = Math.min(framing.length, bytes.length - at);
      framing = skip(framing, count, stream);
      at += count;
    } else {
      framing = readByte(framing, bytes[at] as number, stream);
      at += 1;
    }
    if (framing.next === "closed" || isBetweenFrames(framing)) edges.push(at);
  }
  return { edges, framing };
}

/** A frame that has ended: unmasked, it is a header and data. */
function readFrame(bytes: Uint8Array, span: Span, stream: Stream): FrameHybi {
  const masked = isMasked(stream);
  const start = masked ? span[0] + 4 : span[0];
  const maskingKey = masked ? slice(bytes, [span[0], start]) : null;
  const mask = maskingKey && frameMask([...maskingKey], stream);
  const wire = slice(bytes, [start, span[1]]);
  const frame = mask ? wire.map((byte, i) => byte ^ (mask[i % mask.length] as number)) : wire;
  const first = frame[0] as number;
  const lengthBytes = LENGTH_BYTES[(frame[1] as number) - 126] ?? 0;
  const payload = frame.subarray(2 + lengthBytes);
  const opcode = first & 0x0f;
  return {
    span,
    type: TYPES[opcode] ?? "reserved",
    payload,
    opcode,
    fin: isLast(first, stream),
    maskingKey,
    lengthBytes,
    payloadLength: payload.length,
    dataAt: start + 2 + lengthBytes,
    ...(TYPES[opcode] === "close" && stream.generation === "hybi-06" && payload.length >= 2
      ? {
          statusCode: (payload[0] as number) * 256 + (payload[1] as number),
          reason: decodeUtf8(payload.subarray(2)).text,
        }
      : {}),
  };
}

const LENGTH_BYTES = [2, 8] as const;

const TYPES: readonly FrameType[] = ["continuation", "close", "ping", "pong", "text", "binary"];
