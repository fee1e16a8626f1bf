/**
 * SHA-1 one round at a time (FIPS 180-4 §6.1.2), to be looked at: every round of every block keeps what went in and what came
 * out. The digest that is sent comes from @noble/hashes; the two are compared whenever both are made.
 */

export interface Padding {
  /** A multiple of 64 bytes: the message, 80, zeros, and the message's length in bits as 64 bits, high byte first. */
  readonly bytes: Uint8Array;
  /** Offsets in `bytes` where the zeros and the length begin; the byte 80 stands at `messageLength`. */
  readonly messageLength: number;
  readonly zerosAt: number;
  readonly lengthAt: number;
}

export type Registers = readonly [a: number, b: number, c: number, d: number, e: number];

/** One of 80: rotate(a, 5) + f(b, c, d) + e + constant + word. All numbers are unsigned 32-bit. */
export interface Round {
  readonly index: number;
  readonly before: Registers;
  readonly name: "Ch" | "Parity" | "Maj";
  readonly f: number;
  /** a, turned left by 5 bits. */
  readonly rotatedA: number;
  /** Number `index` of the block's 80. */
  readonly word: number;
  readonly constant: number;
  /** The sum, which is the next a. */
  readonly sum: number;
  /** b, turned left by 30 bits, which is the next c. */
  readonly rotatedB: number;
  readonly after: Registers;
}

export interface Block {
  /** Offset in the padded message. */
  readonly offset: number;
  /** Sixteen words of the block, high byte first, and 64 made of these. */
  readonly words: readonly number[];
  /** The registers before the block: those of §5.3.1 for the first one. */
  readonly initial: Registers;
  readonly rounds: readonly Round[];
  /** `initial` plus the registers after round 80, each modulo 2^32. */
  readonly final: Registers;
}

export interface Sha1Trace {
  readonly padding: Padding;
  readonly blocks: readonly Block[];
  /** 20 bytes. */
  readonly digest: Uint8Array;
}

/** FIPS 180-4 §5.3.1. */
export const INITIAL: Registers = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** FIPS 180-4 §4.2.1, one for each twenty rounds. */
const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

export function traceSha1(message: Uint8Array): Sha1Trace {
  const padding = pad(message);
  const blocks: Block[] = [];
  let registers = INITIAL;
  for (let offset = 0; offset < padding.bytes.length; offset += 64) {
    const block = runBlock(padding.bytes, offset, registers);
    blocks.push(block);
    registers = block.final;
  }
  return { padding, blocks, digest: writeWords(registers) };
}

/** FIPS 180-4 §5.1.1. */
export function pad(message: Uint8Array): Padding {
  const messageLength = message.length;
  const total = Math.ceil((messageLength + 9) / 64) * 64;
  const bytes = new Uint8Array(total);
  bytes.set(message);
  bytes[messageLength] = 0x80;
  const lengthAt = total - 8;
  const view = new DataView(bytes.buffer);
  view.setUint32(lengthAt, Math.floor(messageLength / 0x2000_0000));
  view.setUint32(lengthAt + 4, (messageLength * 8) >>> 0);
  return { bytes, messageLength, zerosAt: messageLength + 1, lengthAt };
}

/** FIPS 180-4 §6.1.2. */
function runBlock(bytes: Uint8Array, offset: number, initial: Registers): Block {
  const words = schedule(bytes, offset);
  const rounds: Round[] = [];
  let registers = initial;
  for (let index = 0; index < 80; index++) {
    const round = runRound(index, registers, words[index] as number);
    rounds.push(round);
    registers = round.after;
  }
  return { offset, words, initial, rounds, final: add(initial, registers) };
}

/** FIPS 180-4 §6.1.2 step 1: from the seventeenth on, each word is four earlier ones, mixed and turned by one bit. */
function schedule(bytes: Uint8Array, offset: number): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 64);
  const words = Array.from({ length: 16 }, (_, i) => view.getUint32(4 * i));
  for (let i = 16; i < 80; i++) {
    words.push(rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1));
  }
  return words;
}

/** FIPS 180-4 §6.1.2 step 3. */
function runRound(index: number, before: Registers, word: number): Round {
  const [a, b, c, d, e] = before;
  const [name, f] = mix(index, b, c, d);
  const constant = CONSTANTS[Math.floor(index / 20)] as number;
  const rotatedA = rotate(a, 5);
  const rotatedB = rotate(b, 30);
  const sum = (rotatedA + f + e + constant + word) >>> 0;
  const after: Registers = [sum, a, rotatedB, c, d];
  return { index, before, name, f, rotatedA, word, constant, sum, rotatedB, after };
}

/** FIPS 180-4 §4.1.1. */
function mix(
  index: number,
  b: number,
  c: number,
  d: number,
): readonly [name: Round["name"], f: number] {
  if (index < 20) return ["Ch", ((b & c) | (~b & d)) >>> 0];
  if (index < 40 || index >= 60) return ["Parity", (b ^ c ^ d) >>> 0];
  return ["Maj", ((b & c) | (b & d) | (c & d)) >>> 0];
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

function add(left: Registers, right: Registers): Registers {
  return [
    (left[0] + right[0]) >>> 0,
    (left[1] + right[1]) >>> 0,
    (left[2] + right[2]) >>> 0,
    (left[3] + right[3]) >>> 0,
    (left[4] + right[4]) >>> 0,
  ];
}

function writeWords(registers: Registers): Uint8Array {
  const bytes = new Uint8Array(20);
  const view = new DataView(bytes.buffer);
  registers.forEach((word, i) => {
    view.setUint32(4 * i, word);
  });
  return bytes;
}
