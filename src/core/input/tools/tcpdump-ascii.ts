/**
 * `tcpdump -A`: a line with the addresses and the length, then the packet from its IP header on, with dots for what cannot be
 * printed. The headers before the payload are junk here; the length says where it begins, where no start line does.
 */
import type { Format, Pasted } from "../format.ts";
import { joinLines, type Line, splitLines } from "../text/lines.ts";
import { startLine } from "../text/message-text.ts";
import { readTextPackets, type TextPacket } from "./text-streams.ts";

const PACKET =
  /^(?:\S+ )?\d\d:\d\d:\d\d(?:\.\d+)? (?:\S+ +){0,3}IP6? (\S+) > (\S+): .*\blength (\d+)/m;

export const tcpdumpAscii: Format = {
  id: "tcpdump-ascii",
  name: "tcpdump -A",
  detect: ({ text }) => PACKET.test(text),
  read: (pasted, choice) => readTextPackets(readPackets(pasted), tcpdumpAscii.name, choice),
};

function readPackets({ lines }: Pasted): TextPacket[] {
  const packets: TextPacket[] = [];
  let header: RegExpExecArray | null = null;
  let open: Line[] = [];
  const close = () => {
    const packet = header && payloadOf(header, open);
    if (packet) packets.push(packet);
    open = [];
  };
  for (const line of lines) {
    const next = line.text.length < 1000 ? PACKET.exec(line.text) : null;
    if (next) {
      close();
      header = next;
    } else {
      open.push(line);
    }
  }
  close();
  return packets;
}

function payloadOf(header: RegExpExecArray, lines: readonly Line[]): TextPacket | null {
  const length = Number(header[3]);
  const [first] = lines;
  if (length === 0 || !first) return null;
  // The line end behind a packet is tcpdump's own.
  const text = joinLines(lines).replace(/\r?\n$/, "");
  const start = startOf(text) ?? Math.max(0, text.length - length);
  return {
    source: header[1] as string,
    target: header[2] as string,
    text: text.slice(start),
    at: first.at + start,
  };
}

/** Offset of the first start line within the first lines, behind the headers that stand there as characters. */
function startOf(text: string): number | null {
  for (const line of splitLines(text.slice(0, 4096)).slice(0, 8)) {
    const start = startLine(line);
    if (start) return line.at + start.from;
    const status = line.text.search(/HTTP\/\d\.\d \d{3}/);
    if (status >= 0) return line.at + status;
  }
  return null;
}
