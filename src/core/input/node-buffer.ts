/** `<Buffer 47 45 54 …>`: what Node prints for a Buffer, which is its first 50 bytes and how many more there are. */
import { fromHex } from "../bytes/hex.ts";
import type { Format } from "./format.ts";
import { type Piece, readWire } from "./wire.ts";

const BUFFER = /<(?:Slow)?Buffer((?: [0-9a-f]{2})*)( ?\.\.\.(?: (\d+) more bytes?)?)?( ?>)?/gi;

export const nodeBuffer: Format = {
  id: "node-buffer",
  name: "Node Buffer",
  detect: ({ text }) => /<(?:Slow)?Buffer /i.test(text),
  read: ({ text }, choice) =>
    readWire(Array.from(text.matchAll(BUFFER), pieceOf), nodeBuffer.name, choice),
};

function pieceOf(match: RegExpMatchArray): Piece {
  const [whole, digits = "", dots, more, closing] = match;
  const bytes = fromHex(digits) ?? new Uint8Array(0);
  if (closing && !dots) return { bytes };
  const how = more ? `${more} more are not in the paste` : "the others are not in the paste";
  const note = `Node showed the first ${bytes.length} bytes, and ${how}; buffer.toString("hex") shows all.`;
  const at = (match.index ?? 0) + whole.length;
  return { bytes, lost: [{ what: "cut", at, note, offset: bytes.length }] };
}
