/** pcapng, as Wireshark writes it: blocks that say their length at both ends; packets name the interface they were captured on. */
import type { CapturedPacket, Packets } from "./capture-file.ts";

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

export function isPcapng(file: Uint8Array): boolean {
  return (
    file.length >= 12 &&
    new DataView(file.buffer, file.byteOffset, 4).getUint32(0) === SECTION_HEADER
  );
}

/** Reads to the end, or to where the file is cut or damaged. */
export function readPcapng(file: Uint8Array): Packets {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const packets: CapturedPacket[] = [];
  let links: number[] = [];
  let littleEndian = false;
  let at = 0;
  while (at < file.length) {
    if (at + 12 > file.length) return { packets, stoppedAt: at };
    if (view.getUint32(at) === SECTION_HEADER) {
      littleEndian = view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC;
      links = [];
    }
    const type = view.getUint32(at, littleEndian);
    const length = view.getUint32(at + 4, littleEndian);
    if (length < 12 || length % 4 !== 0 || at + length > file.length)
      return { packets, stoppedAt: at };
    if (type === INTERFACE && length >= 20) links.push(view.getUint16(at + 8, littleEndian));
    const packet = readPacket(file, view, at, type, length, littleEndian);
    const link = packet ? links[packet.interface] : undefined;
    if (packet && link !== undefined) packets.push({ link, bytes: packet.bytes });
    at += length;
  }
  return { packets, stoppedAt: null };
}

interface Packet {
  readonly interface: number;
  readonly bytes: Uint8Array;
}

function readPacket(
  file: Uint8Array,
  view: DataView,
  at: number,
  type: number,
  length: number,
  littleEndian: boolean,
): Packet | null {
  const end = at + length - 4;
  if (type === SIMPLE_PACKET && length >= 16) {
    const original = view.getUint32(at + 8, littleEndian);
    return { interface: 0, bytes: file.subarray(at + 12, Math.min(at + 12 + original, end)) };
  }
  if ((type !== ENHANCED_PACKET && type !== OLD_PACKET) || length < 32) return null;
  const captured = view.getUint32(at + 20, littleEndian);
  return {
    interface:
      type === OLD_PACKET
        ? view.getUint16(at + 8, littleEndian)
        : view.getUint32(at + 8, littleEndian),
    bytes: file.subarray(at + 28, Math.min(at + 28 + captured, end)),
  };
}
