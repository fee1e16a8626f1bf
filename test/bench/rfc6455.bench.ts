/** The budgets of RFC 6455: a million small masked frames, as a client sends them. */
import { Receiver } from "ws";
import { FrameTable } from "../../src/core/rfc6455/frame-table.ts";
import { eachText } from "../../src/core/rfc6455/receive.ts";
import { seeded } from "../core/hixie76/seeded.ts";
import type { Comparison } from "./comparison.ts";
import { readWithDriver } from "./driver.ts";

const random = seeded(6455);

function masked(text: string): Buffer {
  const key = Buffer.alloc(4);
  key.writeUInt32BE(random(0xffff_ffff));
  const payload = Buffer.from(text).map((byte, i) => byte ^ (key[i % 4] as number));
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length]), key, payload]);
}

const small = new Uint8Array(
  Buffer.concat(
    Array.from({ length: 1_000_000 }, (_, i) => masked(`message ${i} `.padEnd(28, "of so many "))),
  ),
);

const HANDSHAKE = Buffer.from(
  [
    "GET /chat HTTP/1.1",
    "Host: server.example.com",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
    "",
    "",
  ].join("\r\n"),
);

function characters(): number {
  const table = new FrameTable();
  table.read(small);
  let count = 0;
  eachText(small, table, { from: "client", generation: "rfc6455", deflate: false }, (text) => {
    count += text.length;
  });
  return count;
}

/** As it comes off a socket. */
const CHUNK = 65_536;

/** Its messages are delivered at once, not one a turn of the event loop. It unmasks in place, and so gets a copy. */
async function charactersWithWs(): Promise<number> {
  const bytes = small.slice();
  const receiver = new Receiver({ isServer: true, allowSynchronousEvents: true });
  let count = 0;
  receiver.on("message", (data: Buffer) => {
    count += data.toString().length;
  });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    receiver.write(Buffer.from(bytes.buffer, at, Math.min(CHUNK, bytes.length - at)));
  }
  await new Promise<void>((done) => receiver.end(done));
  return count;
}

const NAME = "1 M small masked frames, text decoded";

const comparisons: Comparison[] = [
  {
    name: NAME,
    budget: 10,
    peer: "websocket-driver",
    ours: characters,
    theirs: () => readWithDriver(HANDSHAKE, small.slice()),
  },
  { name: NAME, budget: 4, peer: "ws Receiver", ours: characters, theirs: charactersWithWs },
];

export default comparisons;
