/** The public API. Bytes in, values out; nothing here reads, sends, or waits. */
export { analyse, type Report } from "./analyse.ts";
export type { Span } from "./bytes/span.ts";
export type { Judgement } from "./clients/judgement.ts";
export type { Verdict } from "./diagnosis/diagnose.ts";
export type { Finding, Level, Place } from "./diagnosis/finding.ts";
export type { Suspect } from "./diagnosis/suspects/suspect.ts";
export { decodeFrames } from "./frames/decode.ts";
export type { Decoded, DecodedFrame, FrameType, Message } from "./frames/decoded.ts";
export { encodeFrame } from "./frames/encode.ts";
export type { Frame } from "./frames/frame.ts";
export type { Generation } from "./generation.ts";
export { HandshakeError } from "./handshake-error.ts";
export { answer } from "./hixie76/handshake.ts";
export type { Conversation, Loss } from "./input/conversation.ts";
export { readPaste } from "./input/read-paste.ts";
export type { Step, StepId } from "./trace/step.ts";
