/**
 * Packets that a sniffer showed as text: per connection, what each side sent, then read as text with dots for what could not be
 * printed.
 */
import type { Conversation } from "../conversation.ts";
import type { Choice } from "../format.ts";
import { type Line, splitLines } from "../text/lines.ts";
import { startLine } from "../text/message-text.ts";
import { readText } from "../text/text-conversations.ts";

export interface TextPacket {
  readonly source: string;
  readonly target: string;
  readonly text: string;
  /** Where the text begins in the paste. */
  readonly at: number;
}

interface Sides {
  readonly client: string;
  readonly packets: TextPacket[];
}

/** Every connection in which somebody sent a start line. */
export function readTextPackets(
  packets: readonly TextPacket[],
  format: string,
  choice: Choice,
): Conversation[] {
  const connections = new Map<string, Sides>();
  for (const packet of packets) {
    const { source, target } = packet;
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    const known = connections.get(key);
    if (known) known.packets.push(packet);
    else connections.set(key, { client: clientOf(packet), packets: [packet] });
  }
  return [...connections.values()].flatMap(({ client, packets }) => {
    const sent = linesOf(packets.filter(({ source }) => source === client));
    const received = linesOf(packets.filter(({ source }) => source !== client));
    return readText([...sent, ...received], { format, choice, dots: true, spacesKept: true });
  });
}

function clientOf({ source, target, text }: TextPacket): string {
  const [first] = splitLines(text.slice(0, 4096));
  return first && startLine(first)?.side === "response" ? target : source;
}

/** The packets as one text; a line that goes on in the next packet is put together again. */
function linesOf(packets: readonly TextPacket[]): Line[] {
  const lines: Line[] = [];
  for (const { text, at } of packets) {
    for (const line of splitLines(text)) {
      const open = lines.at(-1);
      const placed = { ...line, at: line.at + at };
      if (open && open.end === "")
        lines[lines.length - 1] = { ...open, text: open.text + line.text, end: line.end };
      else lines.push(placed);
    }
  }
  return lines;
}
