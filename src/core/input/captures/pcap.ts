/** pcap, as tcpdump writes it: a header of 24 bytes, then packets of 16 bytes and data, in the byte order of whoever wrote it. */
import type { Packets } from "./capture-file.ts";

const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;

export function isPcap(file: Uint8Array): boolean {
  return file.length >= 24 && byteOrder(file) !== null;
}

/** Reads to the end, or to where the file is cut or damaged. */
export function readPcap(file: Uint8Array): Packets {
  const littleEndian = byteOrder(file) === "little";
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  // The upper bits of the link type say how long the frame check sequence is.
  const link = view.getUint32(20, littleEndian) & 0xffff;
  const packets = [];
  let at = 24;
  while (at < file.length) {
    const length = at + 16 <= file.length ? view.getUint32(at + 8, littleEndian) : Infinity;
    if (at + 16 + length > file.length) return { packets, stoppedAt: at };
    packets.push({ link, bytes: file.subarray(at + 16, at + 16 + length) });
    at += 16 + length;
  }
  return { packets, stoppedAt: null };
}

function byteOrder(file: Uint8Array): "big" | "little" | null {
  const view = new DataView(file.buffer, file.byteOffset, 4);
  for (const order of ["big", "little"] as const) {
    const magic = view.getUint32(0, order === "little");
    if (magic === MICROSECONDS || magic === NANOSECONDS) return order;
  }
  return null;
}
