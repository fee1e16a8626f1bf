/**
 * The TCP segment in a captured packet: what stands before its IPv4 or IPv6 header, that and the TCP header are skipped, and so are the
 * headers of tunnels. Whatever is something else, or too short, is no segment.
 */
import { hex } from "../../bytes/hex.ts";
import { behindType, ipHeaderAt, LINKS, uint16 } from "./link-header.ts";

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

const TCP = 6;
const UDP = 17;
const IN_IPV4 = 4;
const IN_IPV6 = 41;
const GRE = 47;
const ETHERNET_IN_GRE = 0x6558;
/** Its own, and the one that Linux took before there was one. */
const VXLAN = [4789, 8472];
const MORE_FRAGMENTS = 0x2000;

/** Null for what is not TCP over IP, and for fragments but the first. */
export function readSegment(link: number, packet: Uint8Array): Segment | null {
  const ip = ipHeaderAt(link, packet);
  return ip === null ? null : readIp(packet.subarray(ip), 0);
}

/** How a packet begins whose link nobody named: the first that leads to TCP. */
export function guessLink(packet: Uint8Array): number | null {
  const { raw, ethernet, cooked, cooked2, null: loopback } = LINKS;
  return (
    [raw, ethernet, cooked, cooked2, loopback].find((link) => readSegment(link, packet) !== null) ??
    null
  );
}

const DEEPEST = 4;

/** `depth`: how many tunnels it came through. */
function readIp(packet: Uint8Array, depth: number): Segment | null {
  const version = (packet[0] ?? 0) >> 4;
  if (depth > DEEPEST) return null;
  if (version === 4) return readIpv4(packet, depth);
  return version === 6 ? readIpv6(packet, depth) : null;
}

/** IP in IP, in GRE (RFC 2784, RFC 2890) or in VXLAN (RFC 7348); `from` is what stands behind the outer header. */
function readTunnel(protocol: number, from: Uint8Array, depth: number): Segment | null {
  if (protocol === IN_IPV4 || protocol === IN_IPV6) return readIp(from, depth + 1);
  if (protocol === GRE) {
    // A checksum, a key and a sequence number have four bytes each.
    const options = [0x80, 0x20, 0x10].filter((bit) => ((from[0] ?? 0) & bit) !== 0).length;
    const isPlain = behindType(from, 2) === 4;
    const inner = from.subarray(4 + 4 * options);
    if (isPlain) return readIp(inner, depth + 1);
    return uint16(from, 2) === ETHERNET_IN_GRE ? readEthernet(inner, depth) : null;
  }
  const isVxlan = protocol === UDP && VXLAN.includes(uint16(from, 2));
  return isVxlan ? readEthernet(from.subarray(16), depth) : null;
}

function readEthernet(frame: Uint8Array, depth: number): Segment | null {
  const ip = ipHeaderAt(LINKS.ethernet, frame);
  return ip === null ? null : readIp(frame.subarray(ip), depth + 1);
}

function readIpv4(packet: Uint8Array, depth: number): Segment | null {
  const header = ((packet[0] as number) & 15) * 4;
  const isLaterFragment = (uint16(packet, 6) & 0x1fff) !== 0;
  if (header < 20 || packet.length < header || isLaterFragment) return null;
  const protocol = packet[9] as number;
  if (protocol !== TCP) return readTunnel(protocol, packet.subarray(header), depth);
  // Offloaded to the network card, the length may be zero.
  const total = uint16(packet, 2) || packet.length;
  const address = (at: number) => packet.subarray(at, at + 4).join(".");
  const segment = readTcp(packet.subarray(header, total), address(12), address(16), total - header);
  // Other fragments follow, and are not put together: how many bytes they have, the next segment says.
  const isFirstFragment = (uint16(packet, 6) & MORE_FRAGMENTS) !== 0;
  return segment && isFirstFragment ? { ...segment, missing: segment.missing + 1 } : segment;
}

const EXTENSIONS = [0, 43, 60];

function readIpv6(packet: Uint8Array, depth: number): Segment | null {
  if (packet.length < 40) return null;
  let header = packet[6] as number;
  let at = 40;
  while (EXTENSIONS.includes(header) && at + 1 < packet.length) {
    header = packet[at] as number;
    at += ((packet[at + 1] as number) + 1) * 8;
  }
  if (header !== TCP) return readTunnel(header, packet.subarray(at), depth);
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
