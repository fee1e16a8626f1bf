/**
 * A paste twice as long takes twice the work and no more. Work is counted, not timed: how often the engine ran each block of the
 * readers' code. What their patterns and the engine's own functions do is not in the count, so the last test gives every text at a
 * length at which a square of it would outlast the runner's patience.
 */
import { readdirSync, readFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPaste } from "../../../src/core/input/read-paste.ts";

/** Beginnings of one format or another, over and over. */
const REPEATED: readonly string[] = [
  "a",
  " ",
  "\t",
  "\n",
  "\0",
  "\u00ff",
  "\u0457\ufffd",
  "\\",
  '"',
  "'",
  "`",
  '\\"',
  "{",
  "[",
  "(",
  "{a:",
  "[[",
  "[1,2,",
  "[[1,2],",
  "12, ",
  "1234567890",
  "4745",
  "47 45 ",
  "47-",
  "\\x47",
  "\\\\x47\\\\x45",
  "0x47, ",
  "- ",
  "a - ",
  "= ",
  "> ",
  ">",
  "a: b\n",
  "GET ",
  '"GET ',
  "'GET ",
  '"a GET / HTTP/1.1',
  '\\"GET / HTTP/1.1\\\\r\\\\n\\" ',
  "GET / HTTP/1.1\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET / HTTP/1.1\\r\\n",
  '"GET / HTTP/1.1\\r\\nSec-WebSocket-Key1: 1 1\\r\\n\\r\\n"\\n12345678\\n',
  'x "GET / HTTP/1.1\\\\r\\\\n" y "GET / HTTP/1.1"\n',
  '{"msg":"GET / HTTP/1.1"}\n',
  '"GET / HTTP/1.1" + ',
  '["GET / HTTP/1.1\\r\\n","a",',
  "\\r\\n",
  "a: b\\r\\n\n",
  "HTTP/1.1 101 x ",
  "HTTP/1.1 101 x\n",
  "Upgrade: websocket\n",
  "upgrade\n",
  "websocket ",
  "handshake ",
  "invalid\n",
  "Sec-WebSocket-Key: a\r\n",
  ":method: CONNECT\n",
  ":method = CONNECT ",
  "* [HTTP/2] [1] [:path: /]\n",
  "R0VUI",
  "R0VUIA\n",
  "00000000: 4745 5420 2f64 656d 6f20 4854 5450 2f31  GET /demo HTTP/1\n",
  "0000: 47 45\n",
  "0000000   G   E   T\n",
  "<Buffer 47 45 ",
  "<Buffer",
  "curl ",
  "\ncurl -H 'x",
  "fetch('",
  "fetch('ws://a',{headers:{a:",
  "char peer0_0[] = {",
  "map[a:[",
  "upgrade: map[a:[b] ",
  "[upgrade] => websocket\n",
  "HTTP_UPGRADE: websocket\n",
  "{upgrade:'websocket',",
  "{'sec-websocket-key':'a'} ",
  "&amp;",
  'string(9) "',
  'string(999999999) "GET / HTTP/1.1\n',
  "T 1.1.1.1:1 -> 2.2.2.2:2 [AP]\nGET / HTTP/1.1.\n",
  "10:00:00.1 IP a > b: length 10\nGET / HTTP/1.1\n",
  "> GET / HTTP/1.1\n< HTTP/1.1 101 a\n",
  "=> Send header, 20 bytes (0x14)\n0000: GET / HTTP/1.1\n",
  "=> Send header, 99999 bytes (0x14)\n",
  '{"method":"Network.webSocketCreated","params":{"requestId":"1"}}\n',
  "```\n",
  "```\nGET / HTTP/1.1\n",
  "(1, ",
  "71 ",
  "71\n",
  "<<71,",
  "[0] => 71\n",
  "0: 71, ",
  "[0]: 71\n    ",
  "01000111 ",
  "0x47, 0xd, ",
  "(byte) 0x83, ",
  "I (1) ws: 47 45\n",
  "474545474\n",
  "00000000: 47  GET\n*\n",
  " 47 45 54 20  20 20 20 20\n",
  "0x7ffe0 <buf+0>: 0x47 ",
  "   G   E   T\n",
  "   G   E   T  sp\n",
  "GET / HTTP/1.1 Host: a Via: b ",
  "GET / HTTP/1.1[CRLF]",
  "GET / HTTP/1.1<CR><LF>a: b",
  "GET / HTTP/1.1\\r\n",
  "(GET / HTTP/1.1\\r\\n",
  "<<<GET / HTTP/1.1\\r\\n",
  'println("GET / HTTP/1.1");\n',
  '"GET / HTTP/1.1\\r\\n" + f(',
  "1:a[7:f]: GET / HTTP/1.1\n1:b[7:f]: Host: a\n",
  "HTTP/1.1 101 a\nb: c\n474554202f20\n",
  "[1] 47 45\n",
  "'a' => 'b',\n",
  "{\n  Upgrade: a b\n",
  "HTTP/1.1 101 a Date: b, Via: c, ",
  '"GET / HTTP/1.1 Host: a Via: b" ',
  "GET / HTTP/1.1\nThen it says\n",
  "0000000   G   E   T\n*\n",
  "[Uint8Contents]: <47 ",
  "GET%20/%20HTTP/1.1%0D%0A",
  "GET%20",
  "HTTP/1.1%20101",
  "00:00 Firefox ",
  "HTTP/",
  "HTTP/1.1[\\r][\\n]",
  "{upgrade: websocket, a:b,",
  "Mixed Content: wss: SecurityError ",
  'x >> "GET / HTTP/1.1[\\r][\\n]"\n',
  "GET / HTTP/1.1^M\n",
  "GET / HTTP/1.1<br>\n",
  "GET / HTTP/1.1\n\nHost: a\n\nHost: b\n\n",
  "GET / HTTP/1.1  \nHost: a  \nHost: b  \n",
  "GET / HTTP/1.1\n    a: b\n",
  "1 GET / HTTP/1.1\n2 a: b\n",
  "\x1b[32m",
  "\x1b[",
  "<pre ",
  "Origin:\nhttp://a\n",
  "Upgrade\twebsocket\n",
  "Invoke-WebRequest -Uri ",
  "iwr -Uri ws://a -Headers @{a=b\n",
  "{upgrade=websocket, ",
  "{a=[",
  '["upgrade": "websocket", ',
  '{"upgrade", ',
  '[{<<"upgrade">>,<<"a">>},',
  'http.Header{"upgrade":[]string{"',
  "HTTP_UPGRADE=websocket\n",
  '["Upgrade"]=>\n string(9) "websocket"\n',
  's:9:"GET / HTTP/1.1\n',
  "'GET / HTTP/1.1\\r\\n'\\''",
  "printf 'GET / HTTP/1.1%%\\r\\n' ",
  '$1 = "GET / HTTP/1.1\\r\\n", ',
  "'a' <repeats 9999 times>, ",
  "0x5555: 71 'G'\n",
  '0x5555 <buf>: "GET / HTTP/1.1"\n',
  "<incomplete sequence \\303",
  '"GET / HTTP/1.1\\13\\\n',
  "curl -H `\n",
  'curl ^"',
  "[a] HTTP/1.1 400 b\n[c] d\n",
  "  GET / HTTP/1.1\n  Host: a\n1/2 b\n",
  '{"request":{"uri":"/","headers":{"Upgrade":["websocket"]}},"status":400,"resp_headers":{}}\n',
  '"WebSocket /',
  "&{GET / HTTP/1.1 1 1 map[A:[b]] ",
];

/** Beginnings of one format, with something else behind them over and over. */
const BEGUN: readonly (readonly [start: string, repeated: string])[] = [
  ["GET / HTTP/1.1\n", "&lt;a "],
  ["GET / HTTP/1.1\r\n", "Host: a\r\n"],
  ["GET /", "a"],
  ["GET / HTTP/1.1", " Host: a"],
  ["GET / HTTP/1.1", "[CRLF]a: b"],
  ['"GET / HTTP/1.1\\r\\n"', "("],
  ["{upgrade: websocket\n", "a: b c\n"],
  ["GET / HTTP/1.1 Host: a Via: ", "b "],
  ["GET / HTTP/1.1\n", "words\n"],
  ["GET / HTTP/1.1\r\nSec-WebSocket-Key1: ", "1 "],
  ["00000000: 4745 5420\n", "*\n"],
  ['{"log":{"entries":[', '{"request":{"url":"ws://a"}},'],
  ['"entries":["', "a"],
  ["Upgrade: websocket\nrequest", " "],
  ['string(999999999) "GET / HTTP/1.1\n"', "\n"],
  ["a\\r\\n\n", " "],
  ["<Buffer", " 47"],
  ["T ", "1:1"],
  ['"GET / HTTP/1.1"', " + x"],
  ['"', "GET / HTTP/1.1\\\\r\\\\n "],
  ['"\\"', "GET / HTTP/1.1\\r"],
  ["GET / HTTP/1.1", "%20a"],
  ["GET%20", "a"],
  ["[", "71, "],
  ["{upgrade=websocket, a=", "b,"],
  ['>> "GET / HTTP/1.1[\\r][\\n]', "[\\r]"],
  ["upgrade = {a=b", ";"],
  ["curl ", "a"],
  ["curl `\n-H ^", '"'],
  ["0000000", "   G"],
  ["GET / HTTP/1.1", "<br>"],
  ["GET / HTTP/1.1", "..Host: a"],
  ["GET / HTTP/1.1\n", "A: b..Host: a\n"],
  ["Upgrade: websocket\nSec-WebSocket-Protocol: ", "a  "],
  ["Request URL:\n", "ws:"],
  ["['GET / HTTP/1.1',", "'a',"],
  ["[b'GET / HTTP/1.1\\r\\n',", "b'\\x00',"],
];

type Text = readonly [name: string, start: string, repeated: string];

const TEXTS: readonly Text[] = [
  ...REPEATED.map((text): Text => [JSON.stringify(text), "", text]),
  ...BEGUN.map(([start, text]): Text => [JSON.stringify(`${start}${text}`), start, text]),
];

const FOLDER = join(import.meta.dirname, "../../fixtures/pastes");
const FIXTURES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .map((name): Text => [name, "", readFileSync(join(FOLDER, name), "latin1")]);

describe("twice the text is twice the work", () => {
  const session = new Session();
  beforeAll(() => {
    session.connect();
    session.post("Profiler.enable");
    session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  });
  afterAll(() => session.disconnect());

  /** How many blocks of the core ran since it was last asked. */
  function blocks(): number {
    let count = 0;
    session.post("Profiler.takePreciseCoverage", (error, coverage) => {
      if (error) throw error;
      for (const { url, functions } of coverage.result) {
        if (!url.includes("/src/core/")) continue;
        for (const { ranges } of functions) for (const range of ranges) count += range.count;
      }
    });
    return count;
  }

  function work(input: string | Uint8Array): number {
    blocks();
    readPaste(input);
    return blocks();
  }

  /** Long enough for a square to show: twice the text would be four times the work. */
  const HALF = 1 << 12;

  test.each([...TEXTS, ...FIXTURES])("of %s", (_, start, repeated) => {
    const times = Math.ceil(HALF / repeated.length);
    const texts = [times, 2 * times].map((count) => start + repeated.repeat(count));
    const files = texts.map((text) => new Uint8Array(Buffer.from(text, "latin1")));
    for (const inputs of [texts, files]) {
      const [half = 0, whole = 0] = inputs.map(work);
      expect(half).toBeGreaterThan(0);
      expect(whole).toBeLessThan(2.2 * half + 1000);
    }
  });
});

test.each(TEXTS)("a quarter of a megabyte of %s is read", (_, start, repeated) => {
  const text = start + repeated.repeat((1 << 18) / repeated.length);
  expect(readPaste(text).length > 0 || text.trim() === "").toBe(true);
});
