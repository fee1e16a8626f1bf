/**
 * What stands before the IP header of a captured packet: the header of a link (Ethernet, Linux cooked, loopback, PPP, none), tags of
 * VLANs, labels of MPLS, a session of PPPoE. What is something else has no IP header.
 */

/** LINKTYPE values of the tcpdump group: how a packet begins. */
export const LINKS = {
  null: 0,
  ethernet: 1,
  ppp: 9,
  raw: 101,
  loop: 108,
  cooked: 113,
  ipv4: 228,
  ipv6: 229,
  pktap: 258,
  cooked2: 276,
} as const;

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const VLANS = [0x8100, 0x88a8, 0x9100];
const MPLS = 0x8847;
const PPPOE = 0x8864;
/** RFC 1661's numbers for what PPP carries. */
const PPP_IPV4 = 0x0021;
const PPP_IPV6 = 0x0057;

/** Offset of the IP header, or null. */
export function ipHeaderAt(link: number, packet: Uint8Array): number | null {
  switch (link) {
    case LINKS.ethernet:
      return behindType(packet, 12);
    case LINKS.cooked:
      return behindType(packet, 14);
    case LINKS.cooked2:
      return behindProtocol(packet, uint16(packet, 0), 20);
    case LINKS.ppp:
      return behindPpp(packet, uint16(packet, 0) === 0xff03 ? 2 : 0);
    case LINKS.pktap:
    // Files that macOS wrote before the number was given out.
    case 149:
      return behindPktap(packet);
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

/** `at`: where the two bytes are that say what follows, an EtherType. */
export function behindType(packet: Uint8Array, at: number): number | null {
  return behindProtocol(packet, uint16(packet, at), at + 2);
}

function behindProtocol(packet: Uint8Array, protocol: number, at: number): number | null {
  if (protocol === IPV4 || protocol === IPV6) return at;
  if (VLANS.includes(protocol)) return behindType(packet, at + 2);
  if (protocol === PPPOE) return behindPpp(packet, at + 6);
  return protocol === MPLS ? behindLabels(packet, at) : null;
}

/** RFC 3032 §2.1: labels of four bytes, the last of them marked. What follows is not said, and taken for IP. */
function behindLabels(packet: Uint8Array, from: number): number {
  let at = from;
  while (at + 4 <= packet.length && ((packet[at + 2] as number) & 1) === 0) at += 4;
  return at + 4;
}

function behindPpp(packet: Uint8Array, at: number): number | null {
  const protocol = uint16(packet, at);
  return protocol === PPP_IPV4 || protocol === PPP_IPV6 ? at + 2 : null;
}

/** Apple's header names its own length and the link behind it, low byte first. */
function behindPktap(packet: Uint8Array): number | null {
  const length = (packet[0] ?? 0) | ((packet[1] ?? 0) << 8);
  const link = packet[8] ?? 0;
  const at = link === LINKS.pktap ? null : ipHeaderAt(link, packet.subarray(length));
  return at === null ? null : length + at;
}

export function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
