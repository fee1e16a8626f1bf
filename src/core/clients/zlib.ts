/**
 * What zlib makes of raw DEFLATE (RFC 1951) that comes in pieces: bytes, or the finding that no more can come. It looks at all
 * that can be wrong as soon as it has the bits, which libraries made for speed do not; and bytes that are no DEFLATE at all have
 * to fail here exactly when they fail there. Where the bits run out, it goes back to where the last step began, and waits.
 */
import { concat } from "../bytes/ascii.ts";

/** §3.2.5: the lengths that the symbols 257 to 285 stand for, and how many bits more there are. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
const LENGTH_BITS = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];

/** §3.2.5: likewise of distances. */
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

/** §3.2.7: the order in which the lengths of the code for code lengths stand. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** §2: how far back a distance can reach. */
const WINDOW = 32_768;

/** How many codes there are of each length, and their symbols in order. */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
  /** Of the longest; 1 when there is none, as it takes a bit to see that. */
  readonly longest: number;
}

type Block =
  | { readonly kind: "stored"; left: number; readonly isLast: boolean }
  | {
      readonly kind: "coded";
      readonly lengths: Code;
      readonly distances: Code;
      readonly isLast: boolean;
    };

/** The bits ran out. */
class NeedsMore extends Error {}
/** zlib's Z_DATA_ERROR. */
class Invalid extends Error {}
/** More has come out than was wanted. */
class TooMuch extends Error {}

export class ZlibStream {
  /** What came out, the last 32 KiB of what came out before in front of it. */
  #output = new Uint8Array(2 * WINDOW);
  /** Where the next byte goes, and what is the first that a distance may reach. */
  #end = 0;
  #first = 0;
  #input: Uint8Array = new Uint8Array(0);
  /** Of the input, in bits. */
  #at = 0;
  #block: Block | null = null;
  /** Bytes that may still come out. */
  #room: number;

  /** A few bytes can stand for a thousand times as many: `most` is where it stops. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#room = most;
  }

  /** What these bytes add; null when they cannot be. */
  write(bytes: Uint8Array): Uint8Array | "too-much" | null {
    this.#input = concat(this.#input.subarray(this.#at >> 3), bytes);
    this.#at &= 7;
    this.#forget();
    const start = this.#end;
    let before = this.#at;
    try {
      for (;;) {
        before = this.#at;
        this.#step();
      }
    } catch (error) {
      if (error instanceof Invalid) return null;
      if (error instanceof TooMuch) return "too-much";
      if (!(error instanceof NeedsMore)) throw error;
      this.#at = before;
      return this.#output.slice(start, this.#end);
    }
  }

  /** All that no distance can reach any more. */
  #forget(): void {
    if (this.#end <= WINDOW) return;
    const gone = this.#end - WINDOW;
    this.#output.copyWithin(0, gone, this.#end);
    this.#first = Math.max(0, this.#first - gone);
    this.#end = WINDOW;
  }

  /** A block's header, or one symbol of it. */
  #step(): void {
    if (this.#block === null) this.#block = this.#readHeader();
    else if (this.#block.kind === "stored") this.#copyStored(this.#block);
    else this.#readSymbol(this.#block);
  }

  /** §3.2.3. */
  #readHeader(): Block {
    const isLast = this.#bits(1) === 1;
    switch (this.#bits(2)) {
      case 0:
        return { kind: "stored", left: this.#readStoredLength(), isLast };
      case 1:
        return { kind: "coded", lengths: FIXED_LENGTHS, distances: FIXED_DISTANCES, isLast };
      case 2:
        return { kind: "coded", ...this.#readCodes(), isLast };
      default:
        throw new Invalid("invalid block type");
    }
  }

  /** §3.2.4: from the next byte on, and once more with all bits turned. */
  #readStoredLength(): number {
    this.#at = (this.#at + 7) & ~7;
    const length = this.#bits(16);
    if (this.#bits(16) !== (length ^ 0xffff)) throw new Invalid("invalid stored block lengths");
    return length;
  }

  #copyStored(block: Block & { kind: "stored" }): void {
    if (block.left === 0) {
      this.#endBlock(block);
    } else {
      this.#put(this.#bits(8));
      block.left -= 1;
    }
  }

  /** §3.2.7. */
  #readCodes(): { readonly lengths: Code; readonly distances: Code } {
    const lengthCount = this.#bits(5) + 257;
    const distanceCount = this.#bits(5) + 1;
    const orderCount = this.#bits(4) + 4;
    if (lengthCount > 286 || distanceCount > 30) {
      throw new Invalid("too many length or distance symbols");
    }
    const orderLengths: number[] = Array(19).fill(0);
    for (const symbol of ORDER.slice(0, orderCount)) orderLengths[symbol] = this.#bits(3);
    const code = makeCode(orderLengths);
    const isEmpty = code?.symbols.length === 0;
    if (code === null || (isIncomplete(orderLengths) && !isEmpty)) {
      throw new Invalid("invalid code lengths set");
    }
    const lengths: number[] = [];
    while (lengths.length < lengthCount + distanceCount) {
      // A code without symbols is not looked into: its bits are lengths of 0.
      const symbol = isEmpty ? 0 * this.#bits(1) : this.#decode(code);
      if (symbol < 16) {
        lengths.push(symbol);
        continue;
      }
      const last = symbol === 16 ? lengths.at(-1) : 0;
      if (last === undefined) throw new Invalid("invalid bit length repeat");
      const repeat =
        symbol === 16 ? 3 + this.#bits(2) : symbol === 17 ? 3 + this.#bits(3) : 11 + this.#bits(7);
      if (lengths.length + repeat > lengthCount + distanceCount) {
        throw new Invalid("invalid bit length repeat");
      }
      for (let i = 0; i < repeat; i++) lengths.push(last);
    }
    if (lengths[256] === 0) throw new Invalid("missing end-of-block");
    return {
      lengths: this.#codeOf(lengths.slice(0, lengthCount)),
      distances: this.#codeOf(lengths.slice(lengthCount)),
    };
  }

  /** A set may be incomplete only when it has no code at all, or a single one of one bit. */
  #codeOf(lengths: readonly number[]): Code {
    const code = makeCode(lengths);
    const isTolerable = Math.max(...lengths) <= 1;
    if (code === null || (isIncomplete(lengths) && !isTolerable)) {
      throw new Invalid("invalid literal, length or distance set");
    }
    return code;
  }

  /** §3.2.5. */
  #readSymbol(block: Block & { kind: "coded" }): void {
    const symbol = this.#decode(block.lengths);
    if (symbol < 256) this.#put(symbol);
    else if (symbol === 256) this.#endBlock(block);
    else this.#copy(block, symbol - 257);
  }

  /** What stood `distance` bytes before, again. */
  #copy(block: Block & { kind: "coded" }, index: number): void {
    if (index >= LENGTHS.length) throw new Invalid("invalid literal or length code");
    const length = LENGTHS[index]! + this.#bits(LENGTH_BITS[index]!);
    const far = this.#decode(block.distances);
    if (far >= DISTANCES.length) throw new Invalid("invalid distance code");
    const distance = DISTANCES[far]! + this.#bits(DISTANCE_BITS[far]!);
    if (distance > Math.min(this.#end - this.#first, WINDOW)) {
      throw new Invalid("invalid distance too far back");
    }
    for (let i = 0; i < length; i++) this.#put(this.#output[this.#end - distance]!);
  }

  /** Behind the last one Chromium begins anew, with the next byte and nothing to refer to. */
  #endBlock({ isLast }: Block): void {
    this.#block = null;
    if (!isLast) return;
    this.#at = (this.#at + 7) & ~7;
    this.#first = this.#end;
  }

  #put(byte: number): void {
    if (this.#room === 0) throw new TooMuch();
    this.#room -= 1;
    if (this.#end === this.#output.length) {
      const larger = new Uint8Array(2 * this.#end);
      larger.set(this.#output);
      this.#output = larger;
    }
    this.#output[this.#end] = byte;
    this.#end += 1;
  }

  /** The lowest bit of a byte first. */
  #bits(count: number): number {
    if (this.#at + count > this.#input.length * 8) throw new NeedsMore();
    let value = 0;
    for (let i = 0; i < count; i++) {
      value |= ((this.#input[this.#at >> 3]! >> (this.#at & 7)) & 1) << i;
      this.#at += 1;
    }
    return value;
  }

  /** §3.1.1: the highest bit of a code first. */
  #decode({ counts, symbols, longest }: Code): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= longest; length++) {
      code |= this.#bits(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Invalid("invalid code");
  }
}

/** §3.2.2. Null when there are more codes than fit. */
function makeCode(lengths: readonly number[]): Code | null {
  const counts: number[] = Array(16).fill(0);
  for (const length of lengths) counts[length]! += 1;
  counts[0] = 0;
  if (unused(counts) < 0) return null;
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols, longest: Math.max(1, ...lengths) };
}

function isIncomplete(lengths: readonly number[]): boolean {
  const counts: number[] = Array(16).fill(0);
  for (const length of lengths) if (length > 0) counts[length]! += 1;
  return unused(counts) > 0;
}

/** Codes of 15 bits that mean nothing; negative when some mean two things. */
function unused(counts: readonly number[]): number {
  let left = 1;
  for (let length = 1; length <= 15; length++) {
    left = left * 2 - counts[length]!;
    if (left < 0) return left;
  }
  return left;
}

/** §3.2.6. */
const FIXED_LENGTHS = makeCode(
  Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
)!;
const FIXED_DISTANCES = makeCode(Array(32).fill(5))!;
