/** The budgets of hixie-76: a thousand requests, a million small frames, a thousand large ones. */
import { setImmediate } from "node:timers/promises";
import { analyse } from "../../src/core/analyse.ts";
import { decodeFrames } from "../../src/core/frames/decode.ts";
import { makeRequest } from "../../src/core/hixie76/client.ts";
import { FrameTable } from "../../src/core/hixie76/frame-table.ts";
import { answer } from "../../src/core/hixie76/handshake.ts";
import { eachText } from "../../src/core/hixie76/texts.ts";
import { seeded } from "../core/hixie76/seeded.ts";
import type { Comparison } from "./comparison.ts";
import { answerWithDriver, parseWithDriver, readWithDriver } from "./driver.ts";

const random = seeded(76);
const requests = Array.from(
  { length: 1024 },
  (_, i) =>
    makeRequest(
      {
        secure: false,
        host: "chat.example.com",
        port: 8080,
        resource: `/rooms/${i}?token=${random(0xffff_ffff)}`,
        origin: "http://www.example.com",
        protocol: null,
        cookie: `session=${"0123456789abcdef".repeat(3)}; lang=en-GB`,
      },
      random,
    ).bytes,
);
const asBuffers = requests.map((request) => Buffer.from(request));

/** `text` is one byte a character, so that it can be any bytes. */
function framesOf(count: number, text: (i: number) => string): Uint8Array {
  const frames = Array.from({ length: count }, (_, i) => Buffer.from(`\0${text(i)}\xff`, "latin1"));
  return new Uint8Array(Buffer.concat(frames));
}

const MILLION = 1_000_000;
const short = (i: number) => `message ${i} `.padEnd(28, "of so many ");
const small = framesOf(MILLION, short);
/** "größer" in UTF-8 for one in a hundred. */
const mixed = framesOf(MILLION, (i) => (i % 100 ? short(i) : "gr\xc3\xb6\xc3\x9fer"));
const large = framesOf(400, (i) => `message ${i} `.padEnd(65_536, "a long text, "));

function tableOf(stream: Uint8Array): FrameTable {
  const table = new FrameTable();
  table.read(stream);
  return table;
}

function charactersOf(stream: Uint8Array): number {
  let characters = 0;
  eachText(stream, tableOf(stream), (text) => {
    characters += text.length;
  });
  return characters;
}

/** The least that finding frames can cost. */
function walk(stream: Uint8Array): number {
  let count = 0;
  for (let at = stream.indexOf(0xff); at >= 0; at = stream.indexOf(0xff, at + 1)) count += 1;
  return count;
}

const DRIVER = "websocket-driver";
const first = asBuffers[0] as Buffer;

function frames(
  name: string,
  budget: number | null,
  stream: Uint8Array,
  ours: (stream: Uint8Array) => unknown,
): Comparison {
  return {
    name,
    budget,
    peer: DRIVER,
    ours: () => ours(stream),
    theirs: () => readWithDriver(first, stream),
  };
}

const averageSize = Math.round(requests.reduce((sum, { length }) => sum + length, 0) / 1024);

/** Several rounds, so that garbage is collected within each sample. */
const ROUNDS = 8;

/** As on a server, the event loop turns between one handful of connections and the next. */
async function eachRequest<T>(all: readonly T[], take: (request: T) => number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < ROUNDS * all.length; i++) {
    sum += take(all[i % all.length] as T);
    if (i % 32 === 31) await setImmediate();
  }
  return sum;
}

function answering(
  peer: string,
  budget: number | null,
  theirs: (request: Buffer) => number,
): Comparison {
  return {
    name: `answer() to 1024 requests of ${averageSize} bytes`,
    budget,
    peer,
    ours: () => eachRequest(requests, (request) => answer(request).length),
    theirs: () => eachRequest(asBuffers, theirs),
  };
}

/** Findings, all steps and 64 traced rounds, as the page and the library make them. */
function analysing(): Comparison {
  return {
    name: `analyse() of 1024 requests of ${averageSize} bytes`,
    budget: 1,
    peer: `${DRIVER}, its bare handshake`,
    ours: () =>
      eachRequest(
        requests,
        (request) => analyse({ request, format: "bench", exact: true, lost: [] }).steps.length,
      ),
    theirs: () => eachRequest(asBuffers, answerWithDriver),
  };
}

const comparisons: Comparison[] = [
  answering(DRIVER, 10, answerWithDriver),
  answering(`${DRIVER}, parse() by hand`, null, parseWithDriver),
  analysing(),
  frames("1 M small frames, offsets only", 20, small, (stream) => tableOf(stream).count),
  {
    name: "1 M small frames, offsets only",
    budget: 0.5,
    peer: "indexOf(0xff)",
    ours: () => tableOf(small).count,
    theirs: () => walk(small),
  },
  frames("1 M small frames, text decoded", 5, small, charactersOf),
  frames("1 M small frames, 1 % of them not ASCII", 5, mixed, charactersOf),
  frames(
    "1 M small frames, decodeFrames() and all messages kept",
    null,
    small,
    (stream) => decodeFrames("hixie-76", stream, "client").messages,
  ),
  frames("400 frames of 64 KiB, offsets only", 40, large, (stream) => tableOf(stream).count),
  frames("400 frames of 64 KiB, text decoded", 40, large, charactersOf),
];

export default comparisons;
