/** A capture file, dropped or picked: every upgrade in it, both directions. */
import type { Conversation, Loss } from "../conversation.ts";
import type { Format } from "../format.ts";
import { readSegment, type Segment } from "./packet.ts";
import { isPcap, readPcap } from "./pcap.ts";
import { isPcapng, readPcapng } from "./pcapng.ts";
import { readConnections } from "./streams.ts";
import { type Connection, reassemble } from "./tcp.ts";

export interface CapturedPacket {
  /** LINKTYPE: how the packet begins. */
  readonly link: number;
  readonly bytes: Uint8Array;
}

export interface Packets {
  readonly packets: readonly CapturedPacket[];
  /** Offset of the first packet or block that is not whole, or null. */
  readonly stoppedAt: number | null;
}

export const pcap: Format = {
  id: "pcap",
  name: "pcap capture",
  detect: ({ bytes }) => bytes !== null && isPcap(bytes),
  read: ({ bytes }) => (bytes && isPcap(bytes) ? read(readPcap(bytes), pcap.name) : []),
};

export const pcapng: Format = {
  id: "pcapng",
  name: "pcapng capture",
  detect: ({ bytes }) => bytes !== null && isPcapng(bytes),
  read: ({ bytes }) => (bytes && isPcapng(bytes) ? read(readPcapng(bytes), pcapng.name) : []),
};

function read({ packets, stoppedAt }: Packets, format: string): Conversation[] {
  const connections = reassemble(segments(packets));
  const conversations = readConnections(connections, format);
  if (conversations.length === 0)
    return [{ format, exact: false, lost: [nothing(packets.length, connections, stoppedAt)] }];
  if (stoppedAt === null) return conversations;
  const note = `The file is cut or damaged at offset ${stoppedAt}; what stands before it was read.`;
  const last = conversations.at(-1) as Conversation;
  const cut: Loss = {
    what: "cut",
    in: last.response ? "serverBytes" : "request",
    at: stoppedAt,
    note,
  };
  return [...conversations.slice(0, -1), { ...last, exact: false, lost: [...last.lost, cut] }];
}

function* segments(packets: readonly CapturedPacket[]): Generator<Segment> {
  for (const { link, bytes } of packets) {
    const segment = readSegment(link, bytes);
    if (segment) yield segment;
  }
}

function nothing(
  packets: number,
  connections: readonly Connection[],
  stoppedAt: number | null,
): Loss {
  const isTls = ({ client, server }: Connection) =>
    client.bytes[0] === 0x16 || server.bytes[0] === 0x16;
  const encrypted = connections.filter(isTls).length;
  const note =
    `The capture has ${packets} packets and ${connections.length} TCP connections, and none of them begins with an HTTP message` +
    (encrypted > 0 ? `; ${encrypted} of them are TLS, whose content a capture cannot show.` : ".");
  return { what: "cut", in: "request", at: stoppedAt, note };
}
