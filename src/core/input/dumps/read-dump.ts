/** What the bytes of a dump are: captured packets, two directions, or messages one after the other. */

import { guessLink, readSegment, type Segment } from "../captures/packet.ts";
import { readConnections } from "../captures/streams.ts";
import { reassemble } from "../captures/tcp.ts";
import type { Conversation } from "../conversation.ts";
import type { Choice, Format, Pasted } from "../format.ts";
import { dropWords } from "../text/log-prefix.ts";
import { joinPieces } from "../wire/join-pieces.ts";
import { isRequestAt, isStartAt } from "../wire/split-bytes.ts";
import { readStreams, readWire } from "../wire/wire.ts";
import { type Dump, readDumps } from "./dump.ts";
import { findRows } from "./dump-rows.ts";

/** A format whose rows begin with an offset; `look`, with the flag m, is how at least one of its lines looks. */
export function dumpFormat(id: string, name: string, look: RegExp): Format {
  return {
    id,
    name,
    detect: ({ text }) => look.test(text),
    read: (pasted, choice) => readDump(pasted, name, choice),
  };
}

function readDump({ lines }: Pasted, format: string, choice: Choice): Conversation[] {
  const found = findRows(lines);
  const others = readDumps(found).some(isMessage) ? null : dropWords(lines);
  const undressed = others === null ? [] : findRows(others);
  const rows = readDumps(undressed).some(isMessage) ? undressed : found;
  const dumps = readDumps(rows);
  if (dumps.length === 0) return [];
  const captured = readPackets(dumps, format);
  if (captured.length > 0) return captured;
  const isChosen = choice.format !== undefined;
  const isWhole =
    dumps.some(({ bytes }) => bytes.length >= 16) && /^0+$/.test(rows[0]?.offset ?? "");
  if (!isChosen && !isWhole && !dumps.some(isMessage)) return [];
  return readIndented(dumps, format) ?? readWire(dumps, format, choice);
}

function isMessage({ bytes }: Dump): boolean {
  return isStartAt(bytes, 0);
}

/** Dumps that begin with link, IP and TCP headers, as tcpdump -X and Wireshark's packet bytes do. */
function readPackets(dumps: readonly Dump[], format: string): Conversation[] {
  const segments: Segment[] = [];
  for (const { bytes } of dumps) {
    const link = isStartAt(bytes, 0) ? null : guessLink(bytes);
    const segment = link === null ? null : readSegment(link, bytes);
    if (segment) segments.push(segment);
  }
  return readConnections(reassemble(segments), format);
}

/** Wireshark's hex dump of a stream: what the second peer sent is indented. Null when nothing is. */
function readIndented(dumps: readonly Dump[], format: string): Conversation[] | null {
  const indents = [...new Set(dumps.map(({ indent }) => indent))];
  if (indents.length !== 2) return null;
  const [one, two] = indents.map((indent) =>
    joinPieces(dumps.filter((dump) => dump.indent === indent)),
  );
  if (!one || !two) return null;
  return isRequestAt(two.bytes, 0) ? readStreams(two, one, format) : readStreams(one, two, format);
}
