/**
 * Messages out of frames, RFC 6455 §5.4, §6.2, §8.1: fragments are put together, compressed ones inflated, texts decoded. What
 * breaks a rule is noted with its place; as the connection fails over the first of these, no message is delivered behind it.
 */
import type { Span } from "../bytes/span.ts";
import { decodeUtf8, invalidUtf8At } from "../bytes/utf8.ts";
import type { Message } from "../frames/decoded.ts";
import { joinBytes } from "../input/wire/join-bytes.ts";
import { type FrameHeader, readHeader } from "./frame-header.ts";
import type { FrameTable } from "./frame-table.ts";
import { BINARY, CONTINUATION, unmask } from "./framing.ts";
import { MessageInflater } from "./inflate.ts";
import { brokenRules, type RuleCode, readClose, type Stream } from "./rules.ts";
import { scratch, stretchOfTexts } from "./texts.ts";
import { beginsCharacter } from "./utf8-prefix.ts";

export type FaultCode = RuleCode | "frame-text-not-utf8" | "frame-deflate-broken";

/** The first place where a rule is broken, and how many frames break it. */
export interface Fault {
  readonly code: FaultCode;
  readonly span: Span;
  readonly frames: number;
}

export interface Received {
  readonly messages: readonly Message[];
  readonly faults: readonly Fault[];
  /** Frames of a message that has not ended. */
  readonly unfinished: readonly number[];
  /** Messages that came compressed. */
  readonly compressed: number;
}

/** `bytes` are all that the table has read. */
export function receive(bytes: Uint8Array, table: FrameTable, stream: Stream): Received {
  const messages: Message[] = [];
  const receiver = new Receiver(bytes, table, stream, (message) => {
    messages.push(message);
  });
  run(receiver, bytes, table, stream, (text, frame) => {
    messages.push({ type: "text", text, frames: [frame] });
  });
  const { faults, unfinished, compressed } = receiver;
  return { messages, faults, unfinished, compressed };
}

/** The texts alone, in order, without an object for each; `frame`: the last frame of each. */
export function eachText(
  bytes: Uint8Array,
  table: FrameTable,
  stream: Stream,
  take: (text: string, frame: number) => void,
): void {
  const receiver = new Receiver(bytes, table, stream, ({ text, frames }) => {
    if (text !== undefined) take(text, frames.at(-1) as number);
  });
  run(receiver, bytes, table, stream, take);
}

function run(
  receiver: Receiver,
  bytes: Uint8Array,
  table: FrameTable,
  stream: Stream,
  take: (text: string, frame: number) => void,
): void {
  const room = scratch();
  let frame = 0;
  while (frame < table.count) {
    const texts = receiver.isPlain
      ? stretchOfTexts(bytes, table, frame, stream.from === "client", room)
      : null;
    if (texts === null) {
      receiver.readFrame(frame);
      frame += 1;
    } else {
      for (const text of texts) {
        take(text, frame);
        frame += 1;
      }
    }
  }
  receiver.checkUnfinishedMessage();
  receiver.checkUnfinishedFrame();
}

interface Open {
  readonly type: "text" | "binary";
  readonly isCompressed: boolean;
  readonly frames: number[];
  readonly data: Uint8Array[];
}

class Receiver {
  readonly #faults = new Map<FaultCode, Fault>();
  readonly #inflater = new MessageInflater();
  readonly #bytes: Uint8Array;
  readonly #table: FrameTable;
  readonly #stream: Stream;
  readonly #deliver: (message: Message) => void;
  #open: Open | null = null;
  compressed = 0;

  constructor(
    bytes: Uint8Array,
    table: FrameTable,
    stream: Stream,
    deliver: (message: Message) => void,
  ) {
    this.#bytes = bytes;
    this.#table = table;
    this.#stream = stream;
    this.#deliver = deliver;
  }

  get faults(): readonly Fault[] {
    return [...this.#faults.values()].sort((a, b) => a.span[0] - b.span[0]);
  }

  get unfinished(): readonly number[] {
    return this.#open?.frames ?? [];
  }

  /** No message has begun, and none can fail. */
  get isPlain(): boolean {
    return this.#open === null && this.#faults.size === 0;
  }

  readFrame(frame: number): void {
    const span: Span = [this.#table.start(frame), this.#table.start(frame + 1)];
    const header = readHeader(this.#bytes, ...span);
    for (const code of brokenRules(header, this.#stream, this.#open !== null)) {
      this.#note(code, span);
    }
    const masked = this.#bytes.subarray(header.dataAt, span[1]);
    const data = header.maskingKey ? unmask(masked, header.maskingKey) : masked;
    if (header.isControl) this.#readControl(header, data, span);
    else this.#readData(header, data, frame);
  }

  #readControl({ opcode, dataAt }: FrameHeader, data: Uint8Array, span: Span): void {
    const close = readClose(opcode, data);
    if (!close?.broken) return;
    const at = dataAt + (close.invalidAt ?? 0);
    this.#note(close.broken, close.invalidAt === null ? span : [at, at + 1]);
  }

  #readData(header: FrameHeader, data: Uint8Array, frame: number): void {
    const { opcode, rsv1, fin } = header;
    // A continuation of nothing belongs to no message.
    if (opcode === CONTINUATION && this.#open === null) return;
    if (opcode !== CONTINUATION || this.#open === null) {
      const type = opcode === BINARY ? "binary" : "text";
      this.#open = { type, isCompressed: rsv1, frames: [], data: [] };
    }
    this.#open.frames.push(frame);
    this.#open.data.push(data);
    if (!fin) return;
    const message = this.#finish(this.#open);
    this.#open = null;
    if (message !== null && this.#faults.size === 0) this.#deliver(message);
  }

  /** §5.4, §8.1. Null when it is not what it says that it is. */
  #finish({ type, isCompressed, frames, data: pieces }: Open): Message | null {
    const data = isCompressed ? this.#inflate(frames, pieces) : joinBytes(pieces);
    if (data === null) return null;
    if (type === "binary") return { type, data, frames };
    const { text, invalidAt } = decodeUtf8(data);
    if (invalidAt === null) return { type, text, frames };
    this.#note("frame-text-not-utf8", this.#placeOf(frames, isCompressed ? null : invalidAt));
    return null;
  }

  #inflate(frames: readonly number[], pieces: readonly Uint8Array[]): Uint8Array | null {
    // Marked so without leave, it can be anything, and was noted.
    if (this.#stream.deflate === false) return null;
    const data = this.#inflater.inflate(joinBytes(pieces));
    if (data !== null) {
      this.compressed += 1;
      return data;
    }
    const isAgreed = this.#stream.deflate === true;
    const code = isAgreed ? "frame-deflate-broken" : "rsv1-without-deflate";
    this.#note(code, this.#placeOf(frames, null));
    return null;
  }

  /** §8.1: what has come of a text can be wrong before the rest has. */
  checkUnfinishedMessage(): void {
    if (this.#open === null || this.#open.type === "binary" || this.#open.isCompressed) return;
    const data = joinBytes(this.#open.data);
    const invalidAt = invalidUtf8At(data);
    if (invalidAt === null || beginsCharacter(data.subarray(invalidAt))) return;
    this.#note("frame-text-not-utf8", this.#placeOf(this.#open.frames, invalidAt));
  }

  /** A header is read before the data has come, and can fail then. */
  checkUnfinishedFrame(): void {
    const { next, length } = this.#table.framing;
    if (next !== "maskingKey" && next !== "applicationData") return;
    const span: Span = [this.#table.start(this.#table.count), this.#bytes.length];
    const header = readHeader(this.#bytes, ...span);
    const came = Math.max(header.payloadLength, 0);
    const whole = { ...header, payloadLength: came + length };
    for (const code of brokenRules(whole, this.#stream, this.#open !== null)) {
      this.#note(code, span);
    }
  }

  /** Where in the stream the byte `at` of a message stands; of null, the whole message. */
  #placeOf(frames: readonly number[], at: number | null): Span {
    let before = 0;
    for (const frame of frames) {
      const [start, end] = [this.#table.start(frame), this.#table.start(frame + 1)];
      const { dataAt } = readHeader(this.#bytes, start, end);
      const place = dataAt + (at ?? Infinity) - before;
      if (place < end) return [place, place + 1];
      before += end - dataAt;
    }
    const last = frames.at(-1) as number;
    return [this.#table.start(frames[0] as number), this.#table.start(last + 1)];
  }

  #note(code: FaultCode, span: Span): void {
    const before = this.#faults.get(code);
    this.#faults.set(code, { code, span: before?.span ?? span, frames: (before?.frames ?? 0) + 1 });
  }
}
