/**
 * How Chromium 156 takes frames apart. It reads a piece of the stream, finds all headers in it, and only then looks at what the
 * frames say: so a header that cannot be hides every fault before it in the same piece. Data frames are passed on with what has
 * come of them; control frames wait until they are whole.
 */
import { concat } from "../bytes/ascii.ts";
import { isControl, MASK, OPCODE, PAYLOAD_LENGTH, unmask } from "../rfc6455/framing.ts";

/** A frame, or what has come of it; the rest then comes as a continuation. */
export interface Chunk {
  readonly final: boolean;
  readonly rsv1: boolean;
  readonly rsv2: boolean;
  readonly rsv3: boolean;
  readonly opcode: number;
  readonly masked: boolean;
  /** Unmasked, though a mask is a fault: what is compressed is inflated before that is found. */
  readonly payload: Uint8Array;
}

/** invalid: "Invalid frame header"; too-big: the connection is dropped without a word. */
export type Unreadable = "invalid" | "too-big";

const LARGEST_CONTROL = 125;
const LARGEST_FRAME = 0x7fff_ffff;

interface Header extends Omit<Chunk, "payload"> {
  readonly maskingKey: Uint8Array | null;
  /** Of the payload, what is to come. */
  readonly left: number;
}

export class ChunkReader {
  /** Of a header that has not ended. */
  #pending: Uint8Array = new Uint8Array(0);
  #frame: Header | null = null;
  #control: Uint8Array = new Uint8Array(0);

  /** One piece of the stream. */
  read(piece: Uint8Array): readonly Chunk[] | Unreadable {
    const found = this.#split(piece);
    if (typeof found === "string") return found;
    const chunks: Chunk[] = [];
    for (const { header, payload, isWhole } of found) {
      if (!isControl(header.opcode)) {
        chunks.push({ ...header, payload, final: header.final && isWhole });
        continue;
      }
      if (!header.final || header.left > LARGEST_CONTROL) return "invalid";
      this.#control = concat(this.#control, payload);
      if (!isWhole) continue;
      chunks.push({ ...header, payload: this.#control });
      this.#control = new Uint8Array(0);
    }
    return chunks;
  }

  #split(piece: Uint8Array):
    | readonly {
        readonly header: Header;
        readonly payload: Uint8Array;
        readonly isWhole: boolean;
      }[]
    | Unreadable {
    const found: { header: Header; payload: Uint8Array; isWhole: boolean }[] = [];
    let bytes = concat(this.#pending, piece);
    this.#pending = new Uint8Array(0);
    while (bytes.length > 0) {
      if (this.#frame === null) {
        const header = readHeader(bytes);
        if (typeof header === "string") return header;
        if (header === null) {
          this.#pending = bytes.slice();
          break;
        }
        this.#frame = header.header;
        bytes = bytes.subarray(header.length);
      }
      const header: Header = this.#frame;
      const masked = bytes.subarray(0, header.left);
      const isWhole = masked.length === header.left;
      // Each piece of a payload is unmasked as if it were all of it, from the first byte of the key.
      const payload = header.maskingKey ? unmask(masked, header.maskingKey) : masked;
      found.push({ header, payload, isWhole });
      bytes = bytes.subarray(masked.length);
      this.#frame = isWhole ? null : rest(header, masked.length);
      if (!isWhole) break;
    }
    return found;
  }
}

/** What follows of a data frame has lost its opcode and bits. */
function rest(header: Header, count: number): Header {
  const behind = { ...header, left: header.left - count };
  return isControl(header.opcode)
    ? behind
    : { ...behind, opcode: 0, rsv1: false, rsv2: false, rsv3: false };
}

/** Null when it has not ended. */
function readHeader(
  bytes: Uint8Array,
): { readonly header: Header; readonly length: number } | Unreadable | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  const form = second & PAYLOAD_LENGTH;
  const lengthBytes = form === 126 ? 2 : form === 127 ? 8 : 0;
  if (bytes.length < 2 + lengthBytes) return null;
  let left = lengthBytes === 0 ? form : 0;
  for (let at = 2; at < 2 + lengthBytes; at++) left = left * 256 + (bytes[at] as number);
  if (lengthBytes === 2 && left <= 125) return "invalid";
  if (lengthBytes === 8 && (left <= 0xffff || (bytes[2] as number) >= 0x80)) return "invalid";
  if (left > LARGEST_FRAME) return "too-big";
  const masked = (second & MASK) !== 0;
  const length = 2 + lengthBytes + (masked ? 4 : 0);
  if (bytes.length < length) return null;
  const header: Header = {
    final: (first & 0x80) !== 0,
    rsv1: (first & 0x40) !== 0,
    rsv2: (first & 0x20) !== 0,
    rsv3: (first & 0x10) !== 0,
    opcode: first & OPCODE,
    masked,
    maskingKey: masked ? bytes.slice(length - 4, length) : null,
    left,
  };
  return { header, length };
}
