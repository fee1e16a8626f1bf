import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../../src/core/bytes/hex.ts";
import {
  findAcceptSuspects,
  type Hints,
} from "../../../../src/core/diagnosis/accept-suspects/find.ts";
import { WRONG_GUIDS } from "../../../../src/core/diagnosis/accept-suspects/wrong-guids.ts";
import { GUID } from "../../../../src/core/rfc6455/handshake.ts";

interface Row {
  id: string;
  value: string;
}

const fixture = JSON.parse(
  readFileSync(new URL("../../../fixtures/wrong-digests.json", import.meta.url), "utf8"),
) as { rfc6455: Row[] };

/** RFC 6455 §1.3. */
const KEY = "dGhlIHNhbXBsZSBub25jZQ==";

function find(key: string, accept: string, hints?: Hints) {
  return findAcceptSuspects(latin1(key), latin1(accept), hints);
}

function ids(key: string, accept: string, hints?: Hints): readonly string[] {
  return find(key, accept, hints).map(({ id }) => id);
}

/** Made with node:crypto, not with the code under test. */
function sha1(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function accept(...parts: (string | Uint8Array)[]): string {
  return sha1(...parts).toString("base64");
}

describe("the values that were collected", () => {
  // What depends on more than the example's key, or shows nothing with it, has a test of its own below.
  const elsewhere = ["(", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="];
  const rows = fixture.rfc6455.filter(
    ({ value }) => !elsewhere.some((start) => value === start || value.startsWith("(")),
  );

  it.each(rows.map(({ id, value }) => [id, value.replace("\\n", "\n")] as const))(
    "%s is named by %j",
    (id, value) => {
      expect(ids(KEY, value)).toEqual([id]);
    },
  );

  it("are all tried", () => {
    expect(rows.length).toBeGreaterThanOrEqual(32);
  });
});

describe("what needs another key to show", () => {
  it.each<[string, string, string]>([
    ["raw-bytes", KEY, sha1(KEY, GUID).toString("latin1")],
    ["plus-as-space", "a+b+cdefghijklmnopqrstuv==", accept("a b cdefghijklmnopqrstuv==", GUID)],
    ["example-accept", "AQIDBAUGBwgJCgsMDQ4PEA==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="],
    ["key-empty", KEY, accept(GUID)],
    ["key-quoted", KEY, accept('"', KEY, '"', GUID)],
    ["sha1-twice", KEY, accept(sha1(KEY, GUID))],
    ["accept-quoted", KEY, '"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="'],
    ["hmac-sha1", KEY, "BKguWnClpU89ejmNzZHuX1i/Z/A="],
    ["base64url-or-unpadded", KEY, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo"],
    ["base64url-or-unpadded", KEY, "s3pPLMBiTxaQ9kYGzzhZRbK-xOo="],
    // mcferront/simple_websocket#1, as it was posted.
    ["sha1-64-bit-words", "wrlAB5pvwwNGrECBptpgjA==", "u4vu5eiI3GZ35S3wTkYwSdr2NA8="],
    // Posted on Stack Overflow, 54831443: two handshakes of one server.
    ["key-trailing-cr", "ypX0m2zum/pt80mxlVo8PA==", "Kl4mnqm5QA6bBmGf3EAN0nyGXws="],
    ["key-trailing-cr", "+zJ3/KI/Zrumgh+AjxopRQ==", "anTEIFyI/gTepr8Q3okBj81M2/4="],
  ])("%s, of %s", (id, key, value) => {
    expect(ids(key, value)).toEqual([id]);
  });

  it("a digest with a zero byte, cut there", () => {
    const key = Array.from({ length: 400 }, (_, i) => Buffer.alloc(16, i).toString("base64")).find(
      (key) => sha1(key, GUID).indexOf(0) > 3,
    )!;
    const digest = sha1(key, GUID);
    const value = digest.subarray(0, digest.indexOf(0)).toString("base64");
    expect(ids(key, value)).toEqual(["digest-cut-at-nul"]);
  });

  it("another connection's key, when it is known", () => {
    const other = "AQIDBAUGBwgJCgsMDQ4PEA==";
    expect(ids(KEY, accept(other, GUID))).toEqual([]);
    expect(ids(KEY, accept(other, GUID), { otherKeys: [KEY, other] })).toEqual([
      "other-connections-key",
    ]);
  });

  it("something behind the GUID, when it is known", () => {
    const value = accept(KEY, GUID, "chat");
    expect(ids(KEY, value)).toEqual([]);
    expect(ids(KEY, value, { appended: ["soap", "chat"] })).toEqual(["secret-appended"]);
  });
});

describe("a wrong GUID", () => {
  it("is named, each of the 68 that stand in public code", () => {
    expect(WRONG_GUIDS.length).toBe(68);
    expect(new Set(WRONG_GUIDS).size).toBe(68);
    for (const guid of WRONG_GUIDS) {
      const [suspect] = find(KEY, accept(KEY, guid));
      expect(suspect).toMatchObject({ id: "wrong-guid", guid });
      expect(suspect?.formula).toBe(`base64(SHA1(key ‖ "${guid}"))`);
    }
  });

  it("is named when it is one slip away from the right one", () => {
    const slips = [
      GUID.replace("E914", "E941"),
      GUID.replace("0DC8", "ODC8"),
      GUID.slice(0, 20),
      `${GUID}1`,
      GUID.replace("5AB", "5AAB"),
    ];
    for (const guid of slips) {
      expect(find(KEY, accept(KEY, guid))).toMatchObject([{ id: "wrong-guid", guid }]);
    }
  });

  it("is tried when somebody shows theirs", () => {
    const guid = "DEADBEEF-0000-1111-2222-333344445555";
    expect(ids(KEY, accept(KEY, guid))).toEqual([]);
    expect(find(KEY, accept(KEY, guid), { guid })).toMatchObject([{ id: "wrong-guid", guid }]);
  });
});

describe("two mistakes of one server", () => {
  const GUID_BYTES = Buffer.from(GUID.replaceAll("-", ""), "hex");
  const hmac = (secret: string, text: string): string =>
    createHmac("sha1", secret).update(text).digest("base64");
  const [guid] = WRONG_GUIDS as [string];
  const decoded = Buffer.from(KEY, "base64");

  it.each<[string, string]>([
    ["key-decoded+wrong-guid", accept(decoded, guid)],
    ["key-trailing-cr+guid-missing", accept(KEY, "\r")],
    ["key-trailing-cr+guid-lower-case", accept(KEY, "\r", GUID.toLowerCase())],
    ["key-leading-space+newline-after-guid", accept(" ", KEY, GUID, "\n")],
    [
      "guid-lower-case+base64-of-hex",
      Buffer.from(sha1(KEY, GUID.toLowerCase()).toString("hex")).toString("base64"),
    ],
    ["key-lower-case+hex", sha1(KEY.toLowerCase(), GUID).toString("hex")],
    ["wrong-guid+hex", sha1(KEY, guid).toString("hex")],
    ["guid-first+utf16le", accept(Buffer.from(GUID + KEY, "utf16le"))],
    ["guid-first+newline-after-guid", accept(GUID, "\n", KEY)],
    ["guid-first+nul-after-guid", accept(GUID, "\0", KEY)],
    ["nul-after-guid+utf16le", accept(Buffer.from(`${KEY}${GUID}\0`, "utf16le"))],
    ["newline-after-guid+utf16be", accept(Buffer.from(`${KEY}${GUID}\r\n`, "utf16le").swap16())],
    // As the secret, its NUL would not show: HMAC fills a secret up with zeros.
    ["nul-after-guid+hmac-sha1", hmac(KEY, `${GUID}\0`)],
    ["newline-after-guid+hmac-sha1", hmac(KEY, `${GUID}\n`)],
    ["guid-as-bytes+utf16le", accept(Buffer.from(KEY, "utf16le"), GUID_BYTES)],
    ["guid-missing+utf16le", accept(Buffer.from(KEY, "utf16le"))],
    ["key-decoded+sha256", createHash("sha256").update(decoded).update(GUID).digest("base64")],
    [
      "md5+hex",
      createHash("md5")
        .update(KEY + GUID)
        .digest("hex"),
    ],
    ["words-swapped+hex", sha1(KEY, GUID).swap32().toString("hex")],
    ["guid-missing+base64url-or-unpadded", accept(KEY).replace(/=+$/, "")],
  ])("%s", (id, value) => {
    const [suspect, ...others] = find(KEY, value);
    expect(others).toEqual([]);
    expect(suspect?.id).toBe(id);
    expect(suspect?.mistakes).toEqual(id.split("+"));
    expect(suspect?.sentence.match(/\bIt /g)?.length).toBeGreaterThanOrEqual(2);
  });

  it("are not looked for where one explains it", () => {
    expect(ids(KEY, accept(KEY))).toEqual(["guid-missing"]);
  });
});

test("the right accept has no suspects, and nothing known makes any other text", () => {
  const nonces = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(nonces, nonces, (nonce, other) => {
      fc.pre(String(nonce) !== String(other));
      const [key, otherKey] = [nonce, other].map((one) => Buffer.from(one).toString("base64"));
      expect(ids(key!, accept(key!, GUID))).toEqual([]);
      expect(ids(key!, accept(otherKey!, GUID))).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test("no key and no accept makes it throw", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 60 }),
      (key, value) => {
        findAcceptSuspects(key, value);
      },
    ),
    { numRuns: 8 },
  );
  expect(findAcceptSuspects(fromHex("")!, fromHex("")!)).toBeDefined();
});
