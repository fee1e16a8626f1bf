import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSuspects } from "../../../../src/core/diagnosis/suspects/find.ts";
import { canCombine } from "../../../../src/core/diagnosis/suspects/what-if.ts";
import {
  EXAMPLE,
  keys,
  keysThatDoNotDivide,
  keysThatDoNotFit,
  keysWithTabs,
  requestWith,
} from "./requests.ts";
import { type Keys, WRONG, wrongReply } from "./wrong-servers.ts";

const IDS = Object.keys(WRONG);
/** With keys that the reference answers these are no mistakes. */
const TOLERANT = ["remainder-dropped", "part-wrapped"];
const BEHIND = ["crlf-after-digest", "nul-after-digest"];

function requestsFor(id: string): fc.Arbitrary<Keys> {
  if (id === "other-whitespace-counted") return keysWithTabs;
  if (id === "part-wrapped") return keysThatDoNotFit;
  return id === "remainder-dropped" ? keysThatDoNotDivide : keys;
}

/** One way to make the mistake. */
function wayOf(id: string): fc.Arbitrary<(typeof WRONG)[string][number]> {
  return fc.constantFrom(...(WRONG[id] ?? []));
}

function ids(request: Keys, received: Parameters<typeof findSuspects>[1]): string[] {
  return findSuspects(requestWith(request), received).map(({ id }) => id);
}

function bytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

/** Every reply that a server can make with these mistakes, by the independent code. */
function repliesOf(request: Keys, mistakes: readonly string[]): string[] {
  let combinations: (typeof WRONG)[string][] = [[]];
  for (const id of mistakes) {
    combinations = combinations.flatMap((before) =>
      (WRONG[id] ?? []).map((way) => [...before, way]),
    );
  }
  return combinations.map((ways) => wrongReply(request, ...ways)?.toString("hex") ?? "none");
}

describe("each mistake, made by a server written apart from the search", () => {
  test.each(IDS)("%s is named first, or what is named makes the same bytes", (id) => {
    fc.assert(
      fc.property(requestsFor(id), wayOf(id), (request, way) => {
        const reply = wrongReply(request, way);
        fc.pre(
          reply !== null && (TOLERANT.includes(id) || !reply.equals(wrongReply(request) ?? reply)),
        );
        const found = findSuspects(requestWith(request), bytes(reply as Buffer));
        const names = found.map((suspect) => suspect.id);
        if (names[0] === id) return;
        expect(names.length).toBeGreaterThan(0);
        for (const { mistakes } of found) {
          expect(mistakes.length).toBe(1);
          expect(repliesOf(request, mistakes)).toContain((reply as Buffer).toString("hex"));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("every two of them that one server can make are both named, or something no more complicated", () => {
    const two = fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS))
      .filter(
        ([a, b]) => a !== b && canCombine(a, b) && !TOLERANT.includes(a) && !TOLERANT.includes(b),
      );
    const wrong = two.chain(([a, b]) =>
      fc.tuple(fc.constant([a, b] as const), wayOf(a), wayOf(b), keysWithTabs),
    );
    fc.assert(
      fc.property(wrong, ([[a, b], wayA, wayB, request]) => {
        const reply = wrongReply(request, wayA, wayB);
        fc.pre(reply !== null && !reply.equals(wrongReply(request) ?? reply));
        const found = findSuspects(requestWith(request), bytes(reply as Buffer));
        const names = found.map(({ mistakes }) => [...mistakes].sort().join("+"));
        if (names.includes([a, b].sort().join("+"))) return;
        expect(found.length).toBeGreaterThan(0);
        for (const { mistakes } of found) {
          expect(mistakes.length).toBeLessThanOrEqual(2);
          const replies = repliesOf(request, mistakes);
          expect(replies.some((hex) => (reply as Buffer).toString("hex").startsWith(hex))).toBe(
            true,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [["body-missing", "not-divided", "little-endian"]],
    [["body-missing", "little-endian", "hex-text"]],
    [["body-latin1-as-utf8", "one-space-too-many", "decimal-text"]],
    [["keys-swapped", "sha1-truncated", "base64-text"]],
  ])("the three of %j are all named", (three) => {
    const request = { ...EXAMPLE, key3: Buffer.from("80ff20c3a90d0a41", "hex") };
    const reply = wrongReply(request, ...three.map((id) => WRONG[id]?.[0] ?? {}));
    expect(ids(request, bytes(reply as Buffer))).toEqual([three.join("+")]);
  });
});

test("the bytes collected for the draft's example are named where they differ from the right ones", () => {
  const fixture = new URL("../../../fixtures/wrong-digests.json", import.meta.url);
  const rows: { id: string; value_hex: string }[] = JSON.parse(
    readFileSync(fixture, "utf8"),
  ).hixie76;
  const right = wrongReply(EXAMPLE)?.toString("hex");
  for (const { id, value_hex } of rows) {
    const found = ids(EXAMPLE, bytes(Buffer.from(value_hex, "hex")));
    expect([id, found]).toEqual([id, value_hex === right ? [] : [id]]);
  }
});

describe("nothing is suspected", () => {
  const fixture = new URL("../../../fixtures/webkit-534-hixie76.json", import.meta.url);
  const cases: { id: string; request_hex: string; response_hex: string }[] = JSON.parse(
    readFileSync(fixture, "utf8"),
  ).cases;
  const suspected = (id: string): string[] => {
    const { request_hex = "", response_hex = "" } = cases.find((one) => one.id === id) ?? {};
    const response = Buffer.from(response_hex, "hex");
    const reply = response.subarray(response.indexOf("\r\n\r\n") + 4);
    return findSuspects(bytes(Buffer.from(request_hex, "hex")), bytes(reply)).map(
      (suspect) => suspect.id,
    );
  };

  test("in any good recording", () => {
    const good = cases.filter(({ id }) => id.startsWith("good-"));
    expect(good.length).toBeGreaterThan(50);
    for (const { id } of good) expect([id, suspected(id)]).toEqual([id, []]);
  });

  test.each([
    ["md5-hex", ["hex-text"]],
    ["little-endian", ["little-endian"]],
    ["body-first", ["body-first"]],
    ["decimal-strings", ["decimal-text"]],
    ["body-7", ["body-cut-short"]],
    ["reversed-digest", ["digest-reversed"]],
    ["digest-base64", ["base64-text"]],
    ["digest-none", ["digest-missing"]],
    ["digest-crlf-after", ["crlf-after-digest"]],
    ["extra-crlf-and-nul", ["crlf-after-digest"]],
    ["frame-behind-digest", []],
  ])("in the recording %s but %j", (id, expected) => {
    expect(suspected(id)).toEqual(expected);
  });

  test("when the digest is right, whatever frames follow", () => {
    fc.assert(
      fc.property(keys, fc.uint8Array({ minLength: 2 }), (request, frames) => {
        fc.pre(frames[0] !== 0x0d);
        const reply = Buffer.concat([wrongReply(request) as Buffer, frames]);
        expect(ids(request, bytes(reply))).toEqual([]);
      }),
    );
  });

  test("when nothing known makes the bytes", () => {
    fc.assert(
      fc.property(keys, fc.uint8Array({ minLength: 16, maxLength: 40 }), (request, reply) => {
        expect(ids(request, reply)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe("replies that the paste has damaged", () => {
  test("what survived names the mistake, and is counted", () => {
    const single = fc.constantFrom(
      ...IDS.filter((id) => !BEHIND.includes(id) && id !== "digest-missing"),
    );
    const damaged = single.chain((id) =>
      fc.tuple(
        fc.constant(id),
        wayOf(id),
        requestsFor(id),
        fc.uniqueArray(fc.nat(15), { maxLength: 10 }),
      ),
    );
    fc.assert(
      fc.property(damaged, ([id, way, request, lost]) => {
        const reply = wrongReply(request, way);
        fc.pre(reply !== null && reply.length >= 16);
        const pattern = [...(reply as Buffer)].map((byte, at) => (lost.includes(at) ? null : byte));
        const right = wrongReply(request) as Buffer;
        fc.pre(
          TOLERANT.includes(id) || pattern.some((byte, at) => byte !== null && byte !== right[at]),
        );
        const found = findSuspects(requestWith(request), pattern);
        expect(found.length).toBeGreaterThan(0);
        const known = pattern.slice(0, found[0]?.mistakes.length === 1 ? undefined : 16);
        expect(found[0]?.matched).toBeLessThanOrEqual(known.filter((byte) => byte !== null).length);
        expect(found[0]?.matched).toBeGreaterThanOrEqual(6);
        const names = found.map((suspect) => suspect.id);
        if (!names.includes(id)) {
          const ties = found.flatMap(({ mistakes }) => repliesOf(request, mistakes));
          expect(ties.some((hex) => hex.startsWith((reply as Buffer).toString("hex")))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("text in which a decoder put U+FFFD names it too", () => {
    fc.assert(
      fc.property(keys, (request) => {
        const reply = wrongReply(request, ...(WRONG["little-endian"] ?? [])) as Buffer;
        fc.pre(!reply.equals(wrongReply(request) as Buffer));
        const shown = new TextDecoder("utf-8", { ignoreBOM: true }).decode(reply);
        const pattern = [...shown].flatMap((character) =>
          character === "\ufffd" ? [null] : [...Buffer.from(character, "utf8")],
        );
        fc.pre(pattern.filter((byte) => byte !== null).length >= 4);
        expect(ids(request, pattern)).toContain("little-endian");
      }),
    );
  });

  test("three bytes are too few to name anything", () => {
    const reply = wrongReply(EXAMPLE, ...(WRONG["body-missing"] ?? [])) as Buffer;
    const pattern = [...reply].map((byte, at) => (at < 3 ? byte : null));
    expect(ids(EXAMPLE, pattern)).toEqual([]);
  });

  test("surviving bytes that fit the right digest blame nobody", () => {
    const pattern = [...(wrongReply(EXAMPLE) as Buffer)].map((byte, at) =>
      at % 3 === 0 ? byte : null,
    );
    expect(ids(EXAMPLE, pattern)).toEqual([]);
  });

  // faye/faye-websocket-node issue 4: typed into nc without the eight bytes, the answer shown with U+FFFD.
  test("a request without key3 and six bytes of its answer name the missing body", () => {
    const request = requestWith({ ...EXAMPLE, key3: Buffer.alloc(0) });
    const shown = "\ufffd\ufffd(\ufffd]#\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdz2%";
    const pattern = [...shown].map((character) =>
      character === "\ufffd" ? null : character.charCodeAt(0),
    );
    expect(findSuspects(request, pattern)).toMatchObject([
      {
        id: "body-missing",
        formula: "MD5(be32(part1) ‖ be32(part2))",
        matched: 6,
        wrong: ["readKey3"],
      },
    ]);
  });
});

test("a server that divides what does not divide is named, and a right one has no reply to such keys", () => {
  const request = { ...EXAMPLE, key1: "4 @1  46546xW%0l 1 6", key2: "12998 5 Y3 9  .P01" };
  const reply = wrongReply(request) as Buffer;
  expect(ids(request, bytes(reply))).toEqual(["remainder-dropped"]);
});

test("several mistakes have one formula, one sentence each, and each fix once", () => {
  const reply = wrongReply(
    EXAMPLE,
    ...["body-missing", "little-endian", "hex-text"].map((id) => WRONG[id]?.[0] ?? {}),
  );
  const [suspect] = findSuspects(requestWith(EXAMPLE), bytes(reply as Buffer));
  expect(suspect).toMatchObject({
    title: "The eight bytes left out; Both numbers little-endian; Digest in hexadecimal",
    formula: "hex(MD5(le32(part1) ‖ le32(part2)))",
    mistakes: ["body-missing", "little-endian", "hex-text"],
    wrong: ["readKey3", "pack", "md5"],
    matched: 32,
  });
  expect(suspect?.sentence.match(/\bIt /g)?.length).toBe(3);
});

test("no request and no reply makes it throw", () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.array(fc.option(fc.integer({ min: 0, max: 255 }))),
      (request, reply) => {
        findSuspects(request, reply);
        findSuspects(requestWith(EXAMPLE), reply);
      },
    ),
    { numRuns: 20 },
  );
});
