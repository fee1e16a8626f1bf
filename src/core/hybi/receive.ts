/** Messages out of frames: fragments put together, texts decoded. No message is delivered behind what breaks a rule. */
import type { Span } from "../bytes/span.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { Finding } from "../diagnosis/finding.ts";
import type { Message } from "../frames/decoded.ts";
import { joinBytes } from "../input/wire/join-bytes.ts";
import type { FrameHybi } from "./decode-frames.ts";
import { type FaultCode, faultFinding, messageUnfinished } from "./frame-findings.ts";
import type { Stream } from "./framing.ts";

export interface Received {
  readonly messages: readonly Message[];
  readonly findings: readonly Finding[];
  readonly isFailed: boolean;
}

export function receive(frames: readonly FrameHybi[], stream: Stream): Received {
  const messages: Message[] = [];
  const findings: Finding[] = [];
  const fault = (code: FaultCode, span: Span): void => {
    findings.push(faultFinding(code, span, stream));
  };
  let open: { readonly type: "text" | "binary"; readonly indices: number[] } | null = null;
  frames.forEach((frame, index) => {
    const { type, fin, span } = frame;
    if (type === "close" || type === "ping" || type === "pong") {
      if (!fin) fault("frame-control-fragmented", span);
      return;
    }
    if (type === "text" || type === "binary") {
      if (open !== null) fault("frame-message-interrupted", span);
      open = { type, indices: [] };
    } else if (open === null) {
      fault("frame-continuation-unexpected", span);
      return;
    }
    open.indices.push(index);
    if (!fin) return;
    const parts = open.indices.map((i) => frames[i] as FrameHybi);
    const message = readMessage(open.type, parts, open.indices);
    open = null;
    if ("at" in message) fault("frame-text-not-utf8", [message.at, message.at + 1]);
    else if (findings.length === 0) messages.push(message);
  });
  const isFailed = findings.length > 0;
  const unfinished = open as { readonly indices: readonly number[] } | null;
  if (unfinished !== null) {
    const start = (frames[unfinished.indices[0] as number] as FrameHybi).span[0];
    const end = (frames[unfinished.indices.at(-1) as number] as FrameHybi).span[1];
    findings.push(messageUnfinished([start, end], stream));
  }
  return { messages, findings, isFailed };
}

/** Or where it is no UTF-8. */
function readMessage(
  type: "text" | "binary",
  parts: readonly FrameHybi[],
  frames: readonly number[],
): Message | { readonly at: number } {
  const data = joinBytes(parts.map(({ payload }) => payload));
  if (type === "binary") return { type, data, frames };
  const { text, invalidAt } = decodeUtf8(data);
  if (invalidAt === null) return { type, text, frames };
  let before = 0;
  for (const { dataAt, payloadLength } of parts) {
    if (invalidAt < before + payloadLength) return { at: dataAt + invalidAt - before };
    before += payloadLength;
  }
  return { at: parts[0]?.span[0] ?? 0 };
}
