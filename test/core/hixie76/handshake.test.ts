/** Every vector of `vectors-hixie76.json`, and every right answer recorded with a real browser. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import {
  answer,
  challenge,
  countSpaces,
  keyNumber,
  location,
  md5,
  pack,
  part,
  responseFields,
  responseHead,
} from "../../../src/core/hixie76/handshake.ts";
import { readRequest } from "../../../src/core/hixie76/request.ts";

interface Vector {
  id: string;
  protocol: string;
  request_hex: string | null;
  synth_request_hex?: string;
  key1: string | null;
  key2: string | null;
  key3_hex: string | null;
  expected_digest_hex: string | null;
  expected_response_hex: string | null;
  expected_error: string | null;
  recomputed?: { part1: number; part2: number } | null;
}

function fixture(name: string) {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8"));
}

const vectors: Vector[] = fixture("vectors-hixie76.json");

function bytes(digits: string): Uint8Array {
  return fromHex(digits)!;
}

/** What `answer` makes of it: the bytes, or the code of the refusal. Any other throw is a bug. */
function outcome(request: Uint8Array, secure = false): Uint8Array | string {
  try {
    return answer(request, { secure });
  } catch (error) {
    if (error instanceof HandshakeError) return error.code;
    throw error;
  }
}

function requestOf({ request_hex, synth_request_hex }: Vector): Uint8Array {
  return bytes((request_hex ?? synth_request_hex) as string);
}

/** Nothing to answer: a fact about a peer, told without its request. */
const NO_REQUEST = ["tigase-version13", "h75-driver", "txws-wikipedia"];

/** Of other generations; a hixie-76 server refuses those that lack what it needs. */
const OTHER_GENERATIONS: Record<string, string> = {
  "h75-spec-bytes": "key-missing-or-repeated",
  "h75-pp-request": "key-missing-or-repeated",
  "h75-pp-connection-bar": "connection-not-upgrade",
  "h75-txwebsocket": "key-missing-or-repeated",
  "h75-txwebsocket-no-host": "host-missing",
  "cowboy-ws8": "origin-missing-in-request",
};

/** The source has the keys but not the eight bytes, or has them garbled. */
const KEY3_LOST = ["iphone-issue87", "libwebsockets-comment", "grizzly-seckeys", "loadtest-java"];

/** Where the source expects a refusal: the code of ours, which is the first thing amiss by the draft. */
const REFUSED: Record<string, string> = {
  "pyws-bad-method": "method-not-get",
  "pyws-bad-upgrade-value": "upgrade-not-websocket",
  "pyws-bad-port-format": "host-invalid",
  "pyws-bad-protocol-char": "subprotocol-invalid",
  // The key has neither spaces nor digits, and digits are step 4, spaces step 5.
  "em-zero-spaces-key1": "key-without-digits",
  "em-missing-key1": "key-missing-or-repeated",
  "em-not-divisible": "key-not-divisible",
  "driver-invalid-key": "key-not-divisible",
  // The source has the head only; without the eight bytes nothing is answered, whatever the keys.
  "driver-issue27-crash": "body-missing",
  "wspp-post": "method-not-get",
  // Its request lacks Origin too, which comes first here.
  "wspp-missing-key2": "origin-missing-in-request",
  "wspp-bad-host-port": "host-invalid",
  "wsruby-zero-spaces-key2": "key-without-spaces",
  "wsruby-extra-space-key2": "key-not-divisible",
  "mb-no-spaces": "key-without-spaces",
  "mb-key3-six-bytes": "body-not-8-bytes",
  "mb-collapsed-space": "key-not-divisible",
};

/** Where the source expects a refusal and the draft none. */
const ANSWERED_ANYWAY: Record<string, string> = {
  "em-bad-uri": "only that peer's URI library minds /%: §5.1 asks for a slash and U+0021 to U+007E",
};

/** Where the response stated is not the one that the reference gives, byte for byte. */
const OTHER_RESPONSE: Record<string, string> = {
  "pyws-secure-default-port": "same fields, Location before Origin: §5.2 step 11 lets any order",
  "pyws-secure-nondefault-port": "likewise",
  "pyws-capitalized-values": "likewise",
  "pyws-query": "likewise",
  txwebsocket: "the reason phrase of draft 75: no client looks at it",
  "go-client-lf-only-response": "a client's test: lines end in LF, a protocol is told unasked",
};

const answerable = vectors.filter(
  ({ id }) =>
    ![NO_REQUEST, KEY3_LOST].flat().includes(id) && !(id in OTHER_GENERATIONS) && !(id in REFUSED),
);

describe("vectors", () => {
  test("are all accounted for", () => {
    expect(vectors).toHaveLength(51);
    const refused = vectors.filter(
      ({ id, expected_error }) => expected_error && !(id in OTHER_GENERATIONS),
    );
    expect(new Set(refused.map(({ id }) => id))).toEqual(
      new Set([...Object.keys(REFUSED), ...Object.keys(ANSWERED_ANYWAY), "tigase-version13"]),
    );
    const requestless = vectors.filter((v) => !(v.request_hex ?? v.synth_request_hex));
    expect(requestless.map(({ id }) => id)).toEqual(NO_REQUEST);
    const foreign = vectors.filter(({ protocol }) => protocol !== "hixie-76").map(({ id }) => id);
    // hybi-01 to 03 have the same handshake; that one is answered below.
    expect(foreign.sort()).toEqual(
      [...Object.keys(OTHER_GENERATIONS), ...NO_REQUEST, "em-draft03"].sort(),
    );
    expect(answerable).toHaveLength(21);
  });

  test.each(answerable)("$id is answered with the digest that its source states", (vector) => {
    const response = outcome(requestOf(vector)) as Uint8Array;
    expect(response).toBeInstanceOf(Uint8Array);
    const digest = hex(response.slice(-16));
    const { key1, key2, expected_digest_hex } = vector;
    // Where none is stated, the parts and Node's MD5 decide.
    expect(digest).toBe(
      expected_digest_hex ?? md5ByNode(key1!, key2!, requestOf(vector).slice(-8)),
    );
  });

  const withResponse = answerable.filter((v) => v.expected_response_hex !== null);

  test.each(withResponse)("$id is answered with the response that its source states", (vector) => {
    const stated = bytes(vector.expected_response_hex as string);
    const secure = fromLatin1(stated).includes("Location: wss:");
    const response = outcome(requestOf(vector), secure) as Uint8Array;
    if (!(vector.id in OTHER_RESPONSE)) expect(hex(response)).toBe(hex(stated));
    else expect(hex(response.slice(-16))).toBe(hex(stated.slice(-16)));
    if (vector.id.startsWith("pyws-")) expect(lines(response)).toEqual(lines(stated));
  });

  test("state another response only where it is told why", () => {
    const ids = withResponse.map(({ id }) => id);
    expect(Object.keys(OTHER_RESPONSE).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(Object.entries(REFUSED))("%s is refused: %s", (id, code) => {
    expect(outcome(requestOf(vectors.find((vector) => vector.id === id)!))).toBe(code);
  });

  test.each(Object.entries(OTHER_GENERATIONS))("%s is not for hixie-76: %s", (id, code) => {
    expect(outcome(requestOf(vectors.find((vector) => vector.id === id)!))).toBe(code);
  });

  test.each(vectors.filter(({ id }) => KEY3_LOST.includes(id)))(
    "$id has real keys, which divide; any eight bytes are answered",
    (vector) => {
      const head = requestOf(vector);
      expect(outcome(head)).toBe("body-missing");
      const key3 = bytes("0d 0a 00 ff 80 20 09 7f");
      const response = outcome(concat(head, key3)) as Uint8Array;
      expect(hex(response.slice(-16))).toBe(md5ByNode(vector.key1!, vector.key2!, key3));
    },
  );

  test("of the crash of websocket-driver 0.7.0: the second key has no digits", () => {
    const head = requestOf(vectors.find(({ id }) => id === "driver-issue27-crash")!);
    expect(outcome(concat(head, "12345678"))).toBe("key-without-digits");
  });
});

/** Without any of ours: digits over spaces, by regular expressions. */
function md5ByNode(key1: string, key2: string, key3: Uint8Array): string {
  const parts = Buffer.alloc(8);
  [key1, key2].forEach((key, index) => {
    const number = Number(key.replace(/[^0-9]/g, ""));
    parts.writeUInt32BE(number / (key.match(/ /g)?.length ?? 0), 4 * index);
  });
  return createHash("md5").update(parts).update(key3).digest("hex");
}

function lines(response: Uint8Array): string[] {
  return fromLatin1(response.slice(0, -16)).split("\r\n").sort();
}

interface Recording {
  id: string;
  request_hex: string;
  response_hex: string;
}

const recordings: Recording[] = fixture("webkit-534-hixie76.json").cases;
const good = recordings.filter(({ id }) => id.startsWith("good-"));

describe("what WebKit 534 sent", () => {
  test("is there sixty times", () => expect(good).toHaveLength(60));

  test.each(good)("$id is answered with what it accepted, byte for byte", (recording) => {
    expect(hex(answer(bytes(recording.request_hex)))).toBe(recording.response_hex);
  });

  test("is answered whatever the server of the recording said", () => {
    for (const { request_hex } of recordings) {
      expect(fromLatin1(answer(bytes(request_hex)))).toMatch(/^HTTP\/1\.1 101 /);
    }
  });
});

/** hybi-00, in the order of its sections. */
const EXAMPLES = [
  {
    section: "§1.2",
    keys: ["4 @1  46546xW%0l 1 5", "12998 5 Y3 1  .P00"],
    key3: "^n:ds[4U",
    numbers: [4146546015n, 1299853100n],
    spaces: [5, 5],
    parts: [829309203, 259970620],
    response: "8jKS'y:G*Co,Wxa-",
  },
  {
    section: "§1.3",
    keys: ["18x 6]8vM;54 *(5:  {   U1]8  z [  8", "1_ tx7X d  <  nw  334J702) 7]o}` 0"],
    key3: "Tm[K T2u",
    numbers: [1868545188n, 1733470270n],
    spaces: [12, 10],
    parts: [155712099, 173347027],
    response: "fQJ,fN/4F4!~K~MH",
  },
  {
    section: "§4.1",
    keys: ["P388 O503D&ul7 {K%gX( %7  15", "1 N ?|k UT0or 3o  4 I97N 5-S3O 31"],
    key3: 'G0"-Z?GX',
    numbers: [3885037715n, 1034975331n],
    spaces: [5, 9],
    parts: [777007543, 114997259],
    response: "0st3Rl&q-2ZU^weu",
  },
  {
    section: "§5.2",
    keys: ["3e6b263  4 17 80", "17  9 G`ZD9   2 2b 7X 3 /r90"],
    key3: "WjN}|M(6",
    numbers: [3626341780n, 1799227390n],
    spaces: [4, 10],
    parts: [906585445, 179922739],
    response: "n`9eBk9z$R8pOtVb",
  },
];

describe.each(EXAMPLES)("the example of hybi-00 $section", (example) => {
  const keys = example.keys.map(latin1);

  test("has these numbers, spaces and parts", () => {
    expect(keys.map(keyNumber)).toEqual(example.numbers);
    expect(keys.map(countSpaces)).toEqual(example.spaces);
    expect(keys.map((key) => part(keyNumber(key), countSpaces(key)))).toEqual(example.parts);
  });

  test("has these sixteen bytes for an answer", () => {
    const [part1, part2] = example.parts.map(pack);
    expect(fromLatin1(md5(challenge(part1!, part2!, latin1(example.key3))))).toBe(example.response);
  });
});

test("packs the parts of §5.2 as the draft writes them", () => {
  expect(hex(pack(906585445), " ")).toBe("36 09 65 65");
  expect(hex(pack(179922739), " ")).toBe("0a b9 67 33");
});

describe("a key", () => {
  const NBSP = "\u00a0";
  test.each([
    ["1 2", 12n, 1],
    ["  0", 0n, 2],
    ["a1b2c3 ", 123n, 1],
    ["00012 ", 12n, 1],
    [`1\t2${NBSP}3 `, 123n, 1],
    ["999999999999999 ", 999999999999999n, 1],
    ["9007199254740993 ", 9007199254740993n, 1],
    ["0000000000000000000000007 ", 7n, 1],
    ["9x9999 9999999999-99999", 99999999999999999999n, 1],
    ["\xb2\xb3 7", 7n, 1],
  ])("%j has the number %s and %i spaces", (key, number, spaces) => {
    expect(keyNumber(latin1(key))).toBe(number);
    expect(countSpaces(latin1(key))).toBe(spaces);
  });

  test.each([
    ["without digits", () => keyNumber(latin1("a b")), "key-without-digits"],
    ["without spaces", () => countSpaces(latin1("1\t2")), "key-without-spaces"],
    ["that leaves a remainder", () => part(7n, 2), "key-not-divisible"],
    ["whose remainder only whole numbers show", () => part(2n ** 60n + 1n, 2), "key-not-divisible"],
    ["whose part needs 33 bits", () => part(2n ** 32n, 1), "key-number-too-large"],
    ["of five hundred digits", () => part(10n ** 500n, 10), "key-number-too-large"],
  ])("%s is refused", (_, call, code) => {
    expect(call).toThrow(new HandshakeError(code));
  });

  test.each([
    [0n, 1, 0],
    [2n ** 32n - 1n, 1, 0xffff_ffff],
    [(2n ** 32n - 1n) * 12n, 12, 0xffff_ffff],
    [2n ** 32n, 2, 0x8000_0000],
  ])("%s over %i is %i", (number, spaces, expected) => {
    expect(part(number, spaces)).toBe(expected);
  });
});

test.each([
  [0, "00 00 00 00"],
  [1, "00 00 00 01"],
  [0x8000_0000, "80 00 00 00"],
  [0xffff_ffff, "ff ff ff ff"],
])("packs %i as %s", (number, digits) => {
  expect(hex(pack(number), " ")).toBe(digits);
});

test("the digest is Node's, for any challenge", () => {
  const challenges = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(challenges, (input) => {
      expect(hex(md5(input))).toBe(createHash("md5").update(input).digest("hex"));
    }),
    { numRuns: 500 },
  );
});

function request(changes: Record<string, string> = {}, resource = "/demo"): Uint8Array {
  const fields = {
    Host: "example.com",
    Connection: "Upgrade",
    Upgrade: "WebSocket",
    Origin: "http://example.com",
    "Sec-WebSocket-Key1": "4 @1  46546xW%0l 1 5",
    "Sec-WebSocket-Key2": "12998 5 Y3 1  .P00",
    ...changes,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return latin1(`GET ${resource} HTTP/1.1\r\n${head.join("")}\r\n^n:ds[4U`);
}

describe("the location", () => {
  test.each([
    ["example.com", false, "/demo", "ws://example.com/demo"],
    ["example.com", true, "/demo", "wss://example.com/demo"],
    ["example.com:80", false, "/", "ws://example.com/"],
    ["example.com:443", false, "/", "ws://example.com:443/"],
    ["example.com:443", true, "/", "wss://example.com/"],
    ["example.com:80", true, "/", "wss://example.com:80/"],
    ["example.com:0080", false, "/", "ws://example.com/"],
    ["EXAMPLE.com:8080", false, "/A?b=C", "ws://example.com:8080/A?b=C"],
    ["[::1]", false, "/", "ws://[::1]/"],
    ["[::1]:80", false, "/", "ws://[::1]/"],
  ])("of Host %s (secure: %s) and %s is %s", (host, secure, resource, expected) => {
    const read = readRequest(request({ Host: host }, resource));
    expect(fromLatin1(location(read, secure))).toBe(expected);
  });
});

test("the head has the fields in the order of the draft's example, a protocol only when one was asked for", () => {
  const head = (changes?: Record<string, string>) =>
    fromLatin1(responseHead(responseFields(readRequest(request(changes)), false)));
  expect(head()).toBe(
    "HTTP/1.1 101 WebSocket Protocol Handshake\r\n" +
      "Upgrade: WebSocket\r\n" +
      "Connection: Upgrade\r\n" +
      "Sec-WebSocket-Origin: http://example.com\r\n" +
      "Sec-WebSocket-Location: ws://example.com/demo\r\n" +
      "\r\n",
  );
  expect(head({ "Sec-WebSocket-Protocol": "sample" })).toMatch(
    /\/demo\r\nSec-WebSocket-Protocol: sample\r\n\r\n$/,
  );
});

describe("for any bytes", () => {
  test("answer throws nothing but HandshakeError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (input, secure) => {
        expect(outcome(input, secure)).toBeTypeOf("string");
      }),
    );
  });

  test("nor for a request with any byte changed, inserted or left out", () => {
    const good = request({ "Sec-WebSocket-Protocol": "sample" });
    const at = fc.nat({ max: good.length });
    fc.assert(
      fc.property(at, at, fc.uint8Array({ maxLength: 4 }), (some, other, between) => {
        const [start, end] = some < other ? [some, other] : [other, some];
        const input = concat(good.subarray(0, start), between, good.subarray(end));
        const response = outcome(input);
        if (typeof response !== "string") expect(response.length).toBeGreaterThan(100);
      }),
      { numRuns: 2000 },
    );
  });

  test("bytes behind key3 change nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (more) => {
        expect(answer(concat(request(), more))).toEqual(answer(request()));
      }),
    );
  });

  test("no prefix of a request is answered", () => {
    const whole = request();
    for (let end = 0; end < whole.length; end++) {
      expect(outcome(whole.subarray(0, end))).toBeTypeOf("string");
    }
  });
});
