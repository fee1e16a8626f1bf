/**
 * What Chromium 156 makes of the frames behind the head. Most pages of the recordings close their socket as soon as it is open, and
 * the server answers a close with 88 00 and ends the connection: both are played here too where they are asked for, since what they
 * lead to was recorded. The browser reads what came with the head before it hears of the page's close.
 */
import { concat } from "../bytes/ascii.ts";
import { invalidUtf8At } from "../bytes/utf8.ts";
import { beginsCharacter } from "../rfc6455/utf8-prefix.ts";
import { type Chunk, ChunkReader } from "./chromium-156-chunks.ts";
import { Inflater } from "./chromium-156-inflate.ts";

/** The end that frames bring a connection to that was open. */
export interface End {
  readonly console: string | null;
  readonly rule: string;
}

/** Bytes are read together up to a multiple of this, counted from the head's first. */
const FIRST_READ = 4096;
/** Then in small pieces, and when a hundred of them came fast in larger ones: 131000 bytes, or what is there by then. */
const SMALL_READ = 1000;
const SMALL_READS = 100;
const LARGE_READ = 131_000;

/** What the server of the recordings sends when it sees a close. */
const ANSWER = Uint8Array.of(0x88, 0x00);

/** Frames behind so many bytes, or so many others, are not looked at: a judgement is made with every letter that is typed. */
const LONGEST = 262_144;
const MOST = 10_000;

/**
 * Null when nothing ends it. `goodbye`: behind the last byte the page closes, and the server answers that as it did there. `isLeft`:
 * the page has closed before the first one.
 */
export function judgeFrames(
  response: Uint8Array,
  start: number,
  {
    deflate,
    goodbye,
    isLeft = false,
  }: { readonly deflate: boolean; readonly goodbye: boolean; readonly isLeft?: boolean },
): End | null {
  const channel = new Channel(deflate);
  if (isLeft) channel.close();
  const firstEnd = Math.ceil(start / FIRST_READ) * FIRST_READ;
  let from = start;
  let end = firstEnd;
  for (let reads = 1; from < response.length; reads++) {
    if (from - start > LONGEST || channel.count > MOST) return TOO_MUCH;
    const fault = channel.read(response.subarray(from, end));
    if (fault !== null) return fault;
    from = Math.min(end, response.length);
    end += reads > SMALL_READS ? LARGE_READ : SMALL_READ;
  }
  if (!goodbye) return null;
  channel.close();
  return channel.read(ANSWER);
}

const TOO_MUCH: End = {
  console: null,
  rule: "The frames are as it demands, as far as they were looked at.",
};

/** Whether a client's frames hold a close that it sent for its page, or in answer to the server's, and not because of a fault. */
export function leaves(sent: Uint8Array): boolean {
  const chunks = new ChunkReader().read(sent.subarray(0, LONGEST));
  if (typeof chunks === "string") return false;
  return chunks.some(({ opcode, payload: [high, low] }) => {
    const code = high === undefined || low === undefined ? null : high * 256 + low;
    return opcode === 8 && code !== PROTOCOL_ERROR;
  });
}

const PROTOCOL_ERROR = 1002;

class Channel {
  /** close-wait: both sides have sent a close. */
  #state: "connected" | "send-closed" | "close-wait" = "connected";
  /** Of frames that were looked at. */
  count = 0;
  readonly #reader = new ChunkReader();
  readonly #inflater: Inflater | null;
  #expectsContinuation = false;
  /** Of a text message, the character that has begun; null within a binary one, and between messages. */
  #text: Uint8Array | null = null;

  constructor(deflate: boolean) {
    this.#inflater = deflate ? new Inflater() : null;
  }

  /** The page has closed it. */
  close(): void {
    if (this.#state === "connected") this.#state = "send-closed";
  }

  read(piece: Uint8Array): End | null {
    const chunks = this.#reader.read(piece);
    if (chunks === "too-big") {
      return {
        console: null,
        rule: "A frame is smaller than 2 GiB; a larger one ends the connection without a message.",
      };
    }
    if (chunks === "invalid") {
      return end(
        "Invalid frame header",
        "A length is written in as few bytes as it needs, and a control frame has FIN set and at most 125 bytes.",
      );
    }
    const frames = this.#inflater ? this.#inflater.read(chunks) : chunks;
    if (frames === "too-much") return TOO_MUCH;
    if (frames === null) {
      return end(
        "Invalid frame header",
        "A compressed message can be inflated, and has RSV1 on its first frame only.",
      );
    }
    this.count += frames.length;
    for (const frame of frames) {
      const fault = this.#handle(frame);
      if (fault !== null) return fault;
    }
    return null;
  }

  #handle(frame: Chunk): End | null {
    const { masked, rsv1, rsv2, rsv3, opcode } = frame;
    if (masked) {
      return end(
        "A server must not mask any frames that it sends to the client.",
        "A server's frames have no mask.",
      );
    }
    if (rsv1 || rsv2 || rsv3) {
      return end(
        `One or more reserved bits are on: reserved1 = ${+rsv1}, reserved2 = ${+rsv2}, reserved3 = ${+rsv3}`,
        "The three bits behind FIN are 0, but for RSV1 of a compressed message when permessage-deflate was agreed on.",
      );
    }
    if (this.#state === "close-wait") {
      return end(
        `${NAMES[opcode] ?? "Unknown frame type"} received after close`,
        "Nothing follows a close. The server's close in the response was answered, and another frame came: in the recordings, the one that their server answers every close with.",
      );
    }
    switch (opcode) {
      case 0:
      case 1:
      case 2:
        return this.#handleData(frame);
      case 8:
        return this.#handleClose(frame);
      case 9:
      case 10:
        return null;
      default:
        return end(`Unrecognized frame opcode: ${opcode}`, "An opcode is 0, 1, 2, 8, 9 or 10.");
    }
  }

  #handleData({ opcode, final, payload }: Chunk): End | null {
    // Once the page has closed, data are not even looked at.
    if (this.#state !== "connected") return null;
    if (opcode === 0 && !this.#expectsContinuation) {
      return end(
        "Received unexpected continuation frame.",
        "Opcode 0 continues a message that has begun.",
      );
    }
    if (opcode !== 0 && this.#expectsContinuation) {
      return end(
        "Received start of new message but previous message is unfinished.",
        "Until a message has ended, its frames have opcode 0.",
      );
    }
    this.#expectsContinuation = !final;
    if (opcode !== 0) this.#text = opcode === 1 ? new Uint8Array(0) : null;
    if (this.#text === null) return null;
    const text = concat(this.#text, payload);
    const begun = text.subarray(invalidUtf8At(text) ?? text.length);
    if (begun.length > 0 && (final || !beginsCharacter(begun))) {
      return end("Could not decode a text frame as UTF-8.", "A text is UTF-8.");
    }
    this.#text = final ? null : begun;
    return null;
  }

  #handleClose({ payload }: Chunk): End | null {
    const [high, low] = payload;
    if (high !== undefined && low === undefined) {
      return end(
        "Received a broken close frame with an invalid size of 1 byte.",
        "A close carries nothing, or a code of two bytes and a reason.",
      );
    }
    if (high !== undefined && low !== undefined) {
      if (RESERVED.includes(high * 256 + low)) {
        return end(
          "Received a broken close frame containing a reserved status code.",
          "The codes 1005, 1006 and 1015 are not sent.",
        );
      }
      if (invalidUtf8At(payload.subarray(2)) !== null) {
        return end(
          "Received a broken close frame containing invalid UTF-8.",
          "The reason in a close is UTF-8.",
        );
      }
    }
    this.#state = "close-wait";
    return null;
  }
}

const RESERVED = [1005, 1006, 1015];

const NAMES: Readonly<Record<number, string>> = {
  0: "Data frame",
  1: "Data frame",
  2: "Data frame",
  8: "Close",
  9: "Ping",
  10: "Pong",
};

function end(console: string, rule: string): End {
  return { console, rule };
}
