/** `tshark -z follow,tcp,ascii`: before each piece its length, behind a tab when the second peer sent it. */
import type { Format } from "../format.ts";
import { readTextPackets, type TextPacket } from "./text-streams.ts";

const HEADER = /^Follow: tcp,ascii\r?$/m;
const LENGTH = /(\t?)(\d+)\r?\n/y;

export const followAscii: Format = {
  id: "follow-ascii",
  name: "tshark follow stream",
  detect: ({ text }) => HEADER.test(text),
  read: ({ text }, choice) => {
    const packets: TextPacket[] = [];
    const second = /^Node 1: .*\n/m.exec(text);
    let at = second ? second.index + second[0].length : 0;
    LENGTH.lastIndex = at;
    for (let match = LENGTH.exec(text); match; match = LENGTH.exec(text)) {
      at = LENGTH.lastIndex;
      const piece = text.slice(at, at + Number(match[2]));
      const [source, target] = match[1] === "" ? ["0", "1"] : ["1", "0"];
      packets.push({ source: source as string, target: target as string, text: piece, at });
      LENGTH.lastIndex = at + piece.length + (text[at + piece.length] === "\r" ? 2 : 1);
    }
    return readTextPackets(packets, followAscii.name, choice);
  },
};
