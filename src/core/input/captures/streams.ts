/** The conversations in reassembled connections: every upgrade, or where there is none, everything that is HTTP. */
import { fromLatin1 } from "../../bytes/ascii.ts";
import type { Conversation } from "../conversation.ts";
import { isRequestAt, isStartAt } from "../wire/split-bytes.ts";
import { type PieceLoss, readStreams } from "../wire/wire.ts";
import type { Connection, Stream } from "./tcp.ts";

/** None when no connection begins with an HTTP message. */
export function readConnections(
  connections: readonly Connection[],
  format: string,
): Conversation[] {
  const all = connections
    .filter(({ client, server }) => isRequestAt(client.bytes, 0) || isStartAt(server.bytes, 0))
    .flatMap(({ client, server }) => readStreams(pieceOf(client), pieceOf(server), format));
  const upgrades = all.filter(isUpgrade);
  return upgrades.length > 0 ? upgrades : all;
}

function pieceOf({ bytes, missing }: Stream) {
  if (missing === 0) return { bytes };
  const count = missing === 1 ? "a byte at least" : `${missing} bytes`;
  const note = `The capture lacks ${count} behind these, so the stream ends here.`;
  const loss: PieceLoss = { what: "cut", at: null, note, offset: bytes.length };
  return { bytes, lost: [loss] };
}

const LONGEST_HEAD = 1 << 16;

function isUpgrade({ request, response }: Conversation): boolean {
  const heads = [request, response].map((bytes) =>
    fromLatin1((bytes ?? new Uint8Array(0)).subarray(0, LONGEST_HEAD)),
  );
  return heads.some((head) => /websocket/i.test(head));
}
