/**
 * MD5 one round at a time (RFC 1321 §3), to be looked at: every round keeps what went in and what came out. The digest that is
 * sent comes from spark-md5; the two are compared whenever both are made.
 */

export interface Padding {
  /** A multiple of 64 bytes: the message, 80, zeros, and the message's length in bits as 64 bits, low byte first. */
  readonly bytes: Uint8Array;
  /** Offsets in `bytes` where the zeros and the length begin; the byte 80 stands at `messageLength`. */
  readonly messageLength: number;
  readonly zerosAt: number;
  readonly lengthAt: number;
}

export type Registers = readonly [a: number, b: number, c: number, d: number];

/** One of 64: b + rotate(a + f(b, c, d) + word + constant, shift). All numbers are unsigned 32-bit. */
export interface Round {
  readonly index: number;
  readonly before: Registers;
  readonly name: "F" | "G" | "H" | "I";
  readonly f: number;
  /** Which of the sixteen words it takes. */
  readonly wordIndex: number;
  readonly word: number;
  readonly constant: number;
  readonly sum: number;
  readonly shift: number;
  readonly rotated: number;
  readonly after: Registers;
}

export interface Md5Trace {
  readonly padding: Padding;
  /** The sixteen words of the last block, low byte first. */
  readonly words: readonly number[];
  /** The registers before the last block: the constants of §3.3 when there is one block. */
  readonly initial: Registers;
  /**
   * What the 64 rounds of the last block wrote, behind a, d, c and b as they were: each round writes one register, and the next
   * finds it one place further on. So the four from `index` on are what a round found, and the fifth is what it made of them.
   */
  readonly written: readonly number[];
  /** `initial` plus the registers after round 64, each modulo 2^32. */
  readonly final: Registers;
  readonly digest: Uint8Array;
}

/** RFC 1321 §3.3. */
export const INITIAL: Registers = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** RFC 1321 §3.4: 2^32 times |sin(i + 1)|, i in radians. */
const CONSTANTS = Array.from({ length: 64 }, (_, i) =>
  Math.floor(Math.abs(Math.sin(i + 1)) * 0x1_0000_0000),
);

export function traceMd5(message: Uint8Array): Md5Trace {
  const padding = pad(message);
  let final = INITIAL;
  let initial = INITIAL;
  let words: readonly number[] = [];
  let written: readonly number[] = [];
  for (let at = 0; at < padding.bytes.length; at += 64) {
    initial = final;
    words = readWords(padding.bytes, at);
    written = runRounds(initial, words);
    final = add(initial, registersAt(written, 64));
  }
  return { padding, words, initial, written, final, digest: writeWords(final) };
}

/** Round `index`, 0 to 63, with each of its terms. */
export function roundOf({ words, written }: Md5Trace, index: number): Round {
  const before = registersAt(written, index);
  const [, b, c, d] = before;
  const word = words[wordIndexOf(index)] as number;
  const sum = sumOf(index, before[0], b, c, d, word);
  return {
    index,
    before,
    name: "FGHI"[index >> 4] as Round["name"],
    f: mix(index, b, c, d) >>> 0,
    wordIndex: wordIndexOf(index),
    word,
    constant: CONSTANTS[index] as number,
    sum: sum >>> 0,
    shift: shiftOf(index),
    rotated: rotate(sum, shiftOf(index)) >>> 0,
    after: registersAt(written, index + 1),
  };
}

export function roundsOf(trace: Md5Trace): readonly Round[] {
  return Array.from({ length: 64 }, (_, index) => roundOf(trace, index));
}

/** RFC 1321 §3.1 and §3.2. */
export function pad(message: Uint8Array): Padding {
  const messageLength = message.length;
  const total = Math.ceil((messageLength + 9) / 64) * 64;
  const bytes = new Uint8Array(total);
  bytes.set(message);
  bytes[messageLength] = 0x80;
  const lengthAt = total - 8;
  writeWord(bytes, lengthAt, messageLength * 8);
  writeWord(bytes, lengthAt + 4, Math.floor(messageLength / 0x2000_0000));
  return { bytes, messageLength, zerosAt: messageLength + 1, lengthAt };
}

/** RFC 1321 §3.4. */
function runRounds([a, b, c, d]: Registers, words: readonly number[]): readonly number[] {
  const written = [a, d, c, b];
  for (let index = 0; index < 64; index++) {
    written.push(next(written, index, words[wordIndexOf(index)] as number));
  }
  return written;
}

function next(written: readonly number[], index: number, word: number): number {
  const b = written[index + 3]!;
  const sum = sumOf(index, written[index]!, b, written[index + 2]!, written[index + 1]!, word);
  return (b + rotate(sum, shiftOf(index))) >>> 0;
}

/** Before round `index`; behind the last one, 64. */
function registersAt(written: readonly number[], index: number): Registers {
  const [a, d, c, b] = written.slice(index, index + 4) as [number, number, number, number];
  return [a, b, c, d];
}

function wordIndexOf(index: number): number {
  if (index < 16) return index;
  if (index < 32) return (5 * index + 1) & 15;
  return index < 48 ? (3 * index + 5) & 15 : (7 * index) & 15;
}

function mix(index: number, b: number, c: number, d: number): number {
  if (index < 16) return (b & c) | (~b & d);
  if (index < 32) return (b & d) | (c & ~d);
  return index < 48 ? b ^ c ^ d : c ^ (b | ~d);
}

function sumOf(index: number, a: number, b: number, c: number, d: number, word: number): number {
  return (a + mix(index, b, c, d) + word + (CONSTANTS[index] as number)) | 0;
}

function shiftOf(index: number): number {
  return SHIFTS[index >> 4]?.[index & 3] as number;
}

function rotate(word: number, shift: number): number {
  return (word << shift) | (word >>> (32 - shift));
}

function readWords(bytes: Uint8Array, at: number): readonly number[] {
  const words: number[] = [];
  for (let from = at; from < at + 64; from += 4) {
    let word = 0;
    for (let i = 3; i >= 0; i--) word = (word << 8) | bytes[from + i]!;
    words.push(word >>> 0);
  }
  return words;
}

function add(left: Registers, right: Registers): Registers {
  return [
    (left[0] + right[0]) >>> 0,
    (left[1] + right[1]) >>> 0,
    (left[2] + right[2]) >>> 0,
    (left[3] + right[3]) >>> 0,
  ];
}

function writeWords(registers: Registers): Uint8Array {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 4; i++) writeWord(bytes, 4 * i, registers[i]!);
  return bytes;
}

/** The low byte first. */
function writeWord(bytes: Uint8Array, at: number, word: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = word >>> (8 * i);
}
