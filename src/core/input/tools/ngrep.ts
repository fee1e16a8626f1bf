/** `ngrep -W byline`: a line with the addresses, then the packet, every CR shown as a dot at the end of its line. */
import type { Format, Pasted } from "../format.ts";
import { isBlank, joinLines, type Line } from "../text/lines.ts";
import { readTextPackets, type TextPacket } from "./text-streams.ts";

const PACKET = /^[TU](?:CP|DP)? (?:\S+ \S+ )?(\S+:\d+) -> (\S+:\d+)(?: \[[A-Z]*\])?/m;
const DOTTED_START = /^(?:[A-Z]{3,20} .*HTTP\/\d\.\d|HTTP\/\d\.\d \d{3}.*)\.[ \t]*\r?$/m;

export const ngrep: Format = {
  id: "ngrep",
  name: "ngrep",
  detect: ({ text }) => PACKET.test(text) || DOTTED_START.test(text),
  read: (pasted, choice) => readTextPackets(readPackets(pasted), ngrep.name, choice),
};

/** Addresses of packets whose own line is not in the paste: until one says otherwise, a request and its answer. */
const UNKNOWN = { source: "one side", target: "the other side" };

function readPackets({ lines }: Pasted): TextPacket[] {
  let packets: TextPacket[] = [];
  let addresses = UNKNOWN;
  let open: Line[] = [];
  const close = () => {
    const text = withoutEnd(joinLines(open.map(withoutDot)));
    if (text.trim() !== "") packets.push({ ...addresses, text, at: open[0]?.at ?? 0 });
    open = [];
  };
  for (const line of lines) {
    const header = line.text.length < 4096 ? PACKET.exec(line.text) : null;
    // Excerpts often lack the line with the addresses.
    const isAnswer = !header && /^HTTP\/\d\.\d \d{3}/.test(line.text) && open.length > 0;
    if (header || isAnswer) close();
    if (header) {
      const known = { source: header[1] as string, target: header[2] as string };
      if (addresses === UNKNOWN) {
        packets = packets.map((packet) => ({
          ...packet,
          source: known.target,
          target: known.source,
        }));
      }
      addresses = known;
    } else if (isAnswer) {
      addresses = { source: addresses.target, target: addresses.source };
      open.push(line);
    } else if (!/^#+$|^(?:interface|filter|input|match): /.test(line.text)) {
      if (open.length > 0 || !isBlank(line)) open.push(line);
    }
  }
  close();
  return packets;
}

/** Lines of the head end with the dot that stands for CR. */
function withoutDot(line: Line, index: number, lines: readonly Line[]): Line {
  const isHead =
    DOTTED_START.test(lines[0]?.text ?? "") && lines.findIndex(({ text }) => text === ".") >= index;
  if (!isHead || !line.text.endsWith(".")) return line;
  return { text: line.text.slice(0, -1), at: line.at, end: "\r\n" };
}

/** A line end behind the packet and a blank line are ngrep's own. */
function withoutEnd(text: string): string {
  return text.replace(/\n\n$/, "").replace(/\n$/, (end) => (text.endsWith("\n\n") ? end : ""));
}
