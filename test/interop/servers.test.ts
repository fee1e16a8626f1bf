/** What the models foretell, against the servers themselves, under Node 20: every byte but the date. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../src/core/bytes/ascii.ts";
import type { ServerAnswer, ServerId } from "../../src/core/servers/answer.ts";
import { serve } from "../../src/core/servers/serve.ts";
import { answerAsWebsocket1 } from "../../src/core/servers/websocket-1.ts";
import { answerAsWs8 } from "../../src/core/servers/ws-8.ts";
import { HIXIE_75, HIXIE_76, KEY3, request } from "../core/servers/requests.ts";
import { DAMAGED, EXTENSIONS } from "./damaged-requests.ts";
import { type Kind, RealServer } from "./real-servers.ts";

const SERVERS: readonly ServerId[] = [
  "ws-8",
  "websocket-driver-0.8",
  "websocket-driver-0.8-drafts",
  "websocket-1",
];
const KINDS: readonly Kind[] = [
  ...(SERVERS as readonly Kind[]),
  "ws-8-deflate",
  "websocket-1-manual",
];

const real = new Map<Kind, RealServer>();

beforeAll(async () => {
  for (const kind of KINDS) real.set(kind, await RealServer.start(kind));
});

afterAll(async () => {
  for (const server of real.values()) await server.stop();
});

async function compare(kind: Kind, bytes: Uint8Array, answer: ServerAnswer): Promise<void> {
  const { bytes: sent, closed, thrown } = await real.get(kind)!.ask(bytes);
  const text = fromLatin1(sent);
  const foretold = fromLatin1(answer.response);
  if (answer.behind !== null) {
    // What it makes of frames is not the question.
    expect(text.slice(0, foretold.length)).toBe(foretold);
    return;
  }
  expect({ text, closed, crashes: thrown !== undefined }).toEqual({
    text: foretold,
    closed: answer.next === "closes" || (answer.next === "crashes" && answer.status !== null),
    crashes: answer.next === "crashes",
  });
}

describe.each(SERVERS)("%s answers as foretold", (server) => {
  test.each(DAMAGED)("%s", async (_, bytes) => {
    await compare(server, bytes, serve(bytes).find((answer) => answer.server === server)!);
  });
});

test.each(EXTENSIONS)("ws with permessage-deflate answers to %j as foretold", async (list) => {
  const bytes = request({ Extensions: `Sec-WebSocket-Extensions: ${list}` });
  await compare("ws-8-deflate", bytes, answerAsWs8(bytes, { perMessageDeflate: true }));
});

test("websocket without a handler accepts nothing, as foretold", async () => {
  const bytes = request();
  const options = { autoAcceptConnections: false };
  await compare("websocket-1-manual", bytes, answerAsWebsocket1(bytes, options));
});

/** Every request above as its lines, to be put together anew. */
const line = fc.constantFrom(
  ...new Set(
    DAMAGED.flatMap(([, bytes]) => fromLatin1(bytes).split("\r\n").slice(1)).filter(
      (one) => one.length < 1000,
    ),
  ),
);
const requestLine = fc.constantFrom(
  ...new Set(
    DAMAGED.map(([, bytes]) => fromLatin1(bytes).split("\r\n")[0]!).filter(
      (one) => one.length < 1000,
    ),
  ),
);
const whole = fc.constantFrom(
  fromLatin1(request()),
  fromLatin1(request()),
  HIXIE_76 + KEY3,
  HIXIE_75,
);
const edit = fc.record({
  at: fc.nat(400),
  remove: fc.nat(2),
  insert: fc.constantFrom(...'\0\t\n\r !"#%(),-./0:;<=@AZ[\\]_a{}~\x7f\x80\x8a\xa0\xff', ""),
});

const composed = fc
  .record({
    whole,
    requestLine: fc.option(requestLine),
    lines: fc.array(fc.tuple(fc.nat(7), fc.nat(1), line), { maxLength: 3 }),
    edits: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(edit, { maxLength: 2 })),
    cut: fc.option(fc.nat(300), { freq: 12 }),
  })
  .map(({ whole, requestLine, lines, edits, cut }) => {
    const all = whole.split("\r\n");
    if (requestLine !== null) all[0] = requestLine;
    for (const [at, remove, line] of lines) all.splice(1 + at, remove, line);
    let text = all.join("\r\n");
    for (const { at, remove, insert } of edits) {
      const place = at % text.length;
      text = text.slice(0, place) + insert + text.slice(place + remove);
    }
    return latin1(cut === null ? text : text.slice(0, cut));
  })
  .filter((bytes) => bytes.length > 0);

test.each(SERVERS)("%s answers as foretold to faults that come together", async (server) => {
  await fc.assert(
    fc.asyncProperty(composed, async (bytes) => {
      const answer = serve(bytes).find((answer) => answer.server === server)!;
      // It would take this process with it.
      fc.pre(answer.next !== "hangs");
      await compare(server, bytes, answer);
    }),
    { numRuns: 250 },
  );
});
