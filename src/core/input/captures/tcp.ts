/**
 * The two streams of each TCP connection, put together by sequence number: what was sent twice counts once, what came late goes to
 * its place, and a stream ends where bytes are missing.
 */
import { joinBytes } from "../wire/join-bytes.ts";
import { isRequestAt, isResponseAt } from "../wire/split-bytes.ts";
import type { Segment } from "./packet.ts";

export interface Stream {
  readonly bytes: Uint8Array;
  /** How many bytes at least are known to be missing behind them. */
  readonly missing: number;
}

export interface Connection {
  readonly client: Stream;
  readonly server: Stream;
  /** Whether both sides or one of them ended it in the capture. */
  readonly ended: boolean;
}

interface Direction {
  readonly source: string;
  /** Sequence number of the first byte, when its SYN was captured. */
  start: number | null;
  readonly segments: Segment[];
}

interface Open {
  /** Who sent the SYN, or else the first packet. */
  readonly first: Direction;
  readonly second: Direction;
  sawSyn: boolean;
  ended: boolean;
}

/** Connections in the order in which they began. */
export function reassemble(segments: Iterable<Segment>): Connection[] {
  const all: Open[] = [];
  const open = new Map<string, Open>();
  for (const segment of segments) {
    const { source, target } = segment;
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    let connection = open.get(key);
    if (!connection || isAnother(connection, segment)) {
      const isReply = segment.isSyn && segment.isAck;
      connection = start(isReply ? target : source, isReply ? source : target);
      open.set(key, connection);
      all.push(connection);
    }
    add(connection, segment);
  }
  return all.map(connectionOf);
}

function start(first: string, second: string): Open {
  return {
    first: { source: first, start: null, segments: [] },
    second: { source: second, start: null, segments: [] },
    sawSyn: false,
    ended: false,
  };
}

/** A SYN with another number is the ports used again. */
function isAnother({ first, sawSyn }: Open, { isSyn, isAck, sequence }: Segment): boolean {
  return isSyn && !isAck && sawSyn && first.start !== (sequence + 1) >>> 0;
}

function add(connection: Open, segment: Segment): void {
  const direction =
    segment.source === connection.first.source ? connection.first : connection.second;
  if (segment.isSyn) {
    direction.start = (segment.sequence + 1) >>> 0;
    connection.sawSyn = true;
  }
  if (segment.isEnd) connection.ended = true;
  if (segment.payload.length + segment.missing > 0) direction.segments.push(segment);
}

function connectionOf({ first, second, sawSyn, ended }: Open): Connection {
  const one = streamOf(first);
  const two = streamOf(second);
  const isReversed = !sawSyn && (isRequestAt(two.bytes, 0) || isResponseAt(one.bytes, 0));
  return isReversed ? { client: two, server: one, ended } : { client: one, server: two, ended };
}

function streamOf({ start: known, segments }: Direction): Stream {
  const [any] = segments;
  if (!any) return { bytes: new Uint8Array(0), missing: 0 };
  const origin = known ?? any.sequence;
  // Sequence numbers are compared as distances, since they begin anew behind 2³².
  const placed = segments
    .map(({ sequence, payload, missing }) => ({ at: (sequence - origin) | 0, payload, missing }))
    .sort((a, b) => a.at - b.at);
  let end = known === null ? (placed[0] as { at: number }).at : 0;
  let sent = end;
  const pieces: Uint8Array[] = [];
  for (const { at, payload, missing } of placed) {
    sent = Math.max(sent, at + payload.length + missing);
    if (at > end) break;
    const piece = payload.subarray(Math.min(payload.length, end - at));
    if (piece.length > 0) pieces.push(piece);
    end += piece.length;
  }
  return { bytes: joinBytes(pieces), missing: sent - end };
}
