/**
 * The TCP segment in a captured packet: link header (Ethernet, Linux cooked, loopback, none), IPv4 or IPv6 header and TCP header are
 * skipped. Whatever is something else, or too short, is no segment.
 */
import { hex } from "../bytes/hex.ts";

export interface Segment {
  /** Address and port. */
  readonly source: string;
  readonly target: string;
  readonly sequence: number;
  readonly isSyn: boolean;
  readonly isAck: boolean;
  readonly isEnd: boolean;
  readonly payload: Uint8Array;
  /** Bytes of the payload that the capture did not keep. */
  readonly missing: number;
}

/** LINKTYPE values of the tcpdump group: how a packet begins. */
export const LINKS = {
  null: 0,
  ethernet: 1,
  raw: 101,
  loop: 108,
  cooked: 113,
  ipv4: 228,
  ipv6: 229,
  cooked2: 276,
} as const;

const TCP = 6;
const MORE_FRAGMENTS = 0x2000;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const VLANS = [0x8100, 0x88a8, 0x9100];

/** Null for what is not TCP over IP, and for fragments but the first. */
export function readSegment(link: number, packet: Uint8Array): Segment | null {
  const ip = ipHeaderAt(link, packet);
  return ip === null ? null : readIp(packet.subarray(ip));
}

/** How a packet begins whose link nobody named: the first that leads to TCP. */
export function guessLink(packet: Uint8Array): number | null {
  const { raw, ethernet, cooked, cooked2, null: loopback } = LINKS;
  return (
    [raw, ethernet, cooked, cooked2, loopback].find((link) => readSegment(link, packet) !== null) ??
    null
  );
}

function ipHeaderAt(link: number, packet: Uint8Array): number | null {
  switch (link) {
    case LINKS.ethernet:
      return behindType(packet, 12);
    case LINKS.cooked:
      return behindType(packet, 14);
    case LINKS.cooked2:
      return isIp(uint16(packet, 0)) ? 20 : null;
    case LINKS.null:
    case LINKS.loop:
      return 4;
    case LINKS.ipv4:
    case LINKS.ipv6:
    case LINKS.raw:
    // What BSD and OpenBSD call raw IP.
    case 12:
    case 14:
      return 0;
    default:
      return null;
  }
}

function behindType(packet: Uint8Array, at: number): number | null {
  let type = at;
  while (VLANS.includes(uint16(packet, type))) type += 4;
  return isIp(uint16(packet, type)) ? type + 2 : null;
}

function isIp(type: number): boolean {
  return type === IPV4 || type === IPV6;
}

function readIp(packet: Uint8Array): Segment | null {
  const version = (packet[0] ?? 0) >> 4;
  if (version === 4) return readIpv4(packet);
  return version === 6 ? readIpv6(packet) : null;
}

function readIpv4(packet: Uint8Array): Segment | null {
  const header = ((packet[0] as number) & 15) * 4;
  const isLaterFragment = (uint16(packet, 6) & 0x1fff) !== 0;
  if (header < 20 || packet.length < header || packet[9] !== TCP || isLaterFragment) return null;
  // Offloaded to the network card, the length may be zero.
  const total = uint16(packet, 2) || packet.length;
  const address = (at: number) => packet.subarray(at, at + 4).join(".");
  const segment = readTcp(packet.subarray(header, total), address(12), address(16), total - header);
  // Other fragments follow, and are not put together: how many bytes they have, the next segment says.
  const isFirstFragment = (uint16(packet, 6) & MORE_FRAGMENTS) !== 0;
  return segment && isFirstFragment ? { ...segment, missing: segment.missing + 1 } : segment;
}

const EXTENSIONS = [0, 43, 60];

function readIpv6(packet: Uint8Array): Segment | null {
  if (packet.length < 40) return null;
  let header = packet[6] as number;
  let at = 40;
  while (EXTENSIONS.includes(header) && at + 1 < packet.length) {
    header = packet[at] as number;
    at += ((packet[at + 1] as number) + 1) * 8;
  }
  if (header !== TCP) return null;
  const total = 40 + (uint16(packet, 4) || packet.length - 40);
  const address = (from: number) => `[${hex(packet.subarray(from, from + 16))}]`;
  return readTcp(packet.subarray(at, total), address(8), address(24), total - at);
}

function readTcp(segment: Uint8Array, from: string, to: string, length: number): Segment | null {
  const header = ((segment[12] ?? 0) >> 4) * 4;
  if (segment.length < 20 || header < 20 || header > length) return null;
  const flags = segment[13] as number;
  const payload = segment.subarray(header);
  return {
    source: `${from}:${uint16(segment, 0)}`,
    target: `${to}:${uint16(segment, 2)}`,
    sequence: uint16(segment, 4) * 0x10000 + uint16(segment, 6),
    isSyn: (flags & 0x02) !== 0,
    isAck: (flags & 0x10) !== 0,
    isEnd: (flags & 0x05) !== 0,
    payload,
    missing: Math.max(0, length - header - payload.length),
  };
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
