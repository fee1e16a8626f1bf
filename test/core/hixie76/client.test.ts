import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import { slice } from "../../../src/core/bytes/span.ts";
import {
  checkResponse,
  expected,
  makeRequest,
  type Opening,
  url,
} from "../../../src/core/hixie76/client.ts";
import type { Sent } from "../../../src/core/hixie76/client-fields.ts";
import type { Failed } from "../../../src/core/hixie76/client-head.ts";
import { answer } from "../../../src/core/hixie76/handshake.ts";
import { random } from "./random.ts";
import { seeded } from "./seeded.ts";

const opening: Opening = {
  secure: false,
  host: "Example.COM",
  port: 80,
  resource: "/demo?a=B",
  origin: "http://Example.com",
};

describe("the request", () => {
  function lines(changes: Partial<Opening> = {}, seed = 1): string[] {
    const { bytes } = makeRequest({ ...opening, ...changes }, seeded(seed));
    return fromLatin1(bytes.subarray(0, -8)).split("\r\n");
  }

  test("has a request line, its fields, an empty line and eight bytes", () => {
    const request = makeRequest(opening, seeded(1));
    const [line, ...rest] = lines();
    expect(line).toBe("GET /demo?a=B HTTP/1.1");
    expect(rest.slice(-2)).toEqual(["", ""]);
    expect(rest.slice(0, -2).sort()).toEqual([
      "Connection: Upgrade",
      "Host: example.com",
      "Origin: http://example.com",
      `Sec-WebSocket-Key1: ${request.key1.key}`,
      `Sec-WebSocket-Key2: ${request.key2.key}`,
      "Upgrade: WebSocket",
    ]);
    expect(request.bytes.slice(-8)).toEqual(request.key3);
  });

  test("names a protocol and cookies only when there are some", () => {
    expect(lines({ protocol: "chat", cookie: "a=ß" })).toContain("Sec-WebSocket-Protocol: chat");
    expect(lines({ protocol: "chat", cookie: "a=ß" })).toContain("Cookie: a=\xc3\x9f");
    expect(lines({ protocol: null, cookie: null }).join()).not.toMatch(/Protocol:|Cookie:/);
  });

  test.each<[Partial<Opening>, string, string]>([
    [{ port: 81 }, "Host: example.com:81", "ws://example.com:81/demo?a=B"],
    [{ port: 443 }, "Host: example.com:443", "ws://example.com:443/demo?a=B"],
    [{ secure: true, port: 443 }, "Host: example.com", "wss://example.com/demo?a=B"],
    [{ secure: true, port: 80 }, "Host: example.com:80", "wss://example.com:80/demo?a=B"],
    [{ host: "[::1]", port: 81 }, "Host: [::1]:81", "ws://[::1]:81/demo?a=B"],
  ])("for %j has %s and stands for %s", (changes, host, expectedUrl) => {
    expect(lines(changes)).toContain(host);
    expect(url({ ...opening, ...changes })).toBe(expectedUrl);
  });

  test("puts its fields in any order", () => {
    const firsts = new Set(
      Array.from({ length: 200 }, (_, seed) => lines({}, seed)[1]?.slice(0, 18)),
    );
    expect(firsts.size).toBe(6);
  });
});

test("expects what the example of hybi-00 §4.1 does", () => {
  const reply = expected(777007543, 114997259, fromHex("47 30 22 2d 5a 3f 47 58")!);
  expect(fromLatin1(reply)).toBe("0st3Rl&q-2ZU^weu");
});

const openings: fc.Arbitrary<Opening> = fc.record({
  secure: fc.boolean(),
  host: fc.constantFrom("example.com", "EXAMPLE.com", "127.0.0.1", "[::1]"),
  port: fc.constantFrom(80, 443, 8080, 65535),
  resource: fc.constantFrom("/", "/demo", "/a?b=c&d", "/~%20"),
  origin: fc.constantFrom("http://example.com", "https://Example.com:444", "null", "file://"),
  protocol: fc.constantFrom(null, "chat", "a b"),
  cookie: fc.constantFrom(null, "a=b; c=ß"),
});

describe("whatever it asks, the reference's answer", () => {
  test("is accepted", () => {
    fc.assert(
      fc.property(openings, random, fc.uint8Array(), (asked, chance, frames) => {
        const sent = makeRequest(asked, chance);
        const response = answer(sent.bytes, { secure: asked.secure });
        expect(checkResponse(sent, concat(response, frames))).toEqual({
          outcome: "accepted",
          end: response.length,
        });
      }),
      { numRuns: 300 },
    );
  });

  test("is waited for to its last byte, and refused when that never comes", () => {
    fc.assert(
      fc.property(openings, random, (asked, chance) => {
        const sent = makeRequest(asked, chance);
        const response = answer(sent.bytes, { secure: asked.secure });
        for (let end = 0; end < response.length; end++) {
          const came = response.subarray(0, end);
          expect(checkResponse(sent, came).outcome).toBe("waiting");
          expect(checkResponse(sent, came, true).outcome).toBe("failed");
        }
      }),
      { numRuns: 20 },
    );
  });

  test("is refused when any bit of its sixteen bytes is another", () => {
    const sent = makeRequest(opening, seeded(7));
    const response = answer(sent.bytes);
    const start = response.length - 16;
    for (let bit = 0; bit < 128; bit++) {
      const wrong = response.slice();
      wrong[start + (bit >> 3)]! ^= 1 << (bit & 7);
      expect(checkResponse(sent, wrong)).toEqual({
        outcome: "failed",
        step: 45,
        code: "digest-mismatch",
        span: [start, start + 16],
      });
    }
  });
});

/** The example of hybi-00 §1.2. */
const SENT: Sent = {
  url: "ws://example.com/demo",
  origin: "http://example.com",
  protocol: "sample",
  expected: latin1("8jKS'y:G*Co,Wxa-"),
};
const RESPONSE = [
  "HTTP/1.1 101 WebSocket Protocol Handshake",
  "Upgrade: WebSocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Origin: http://example.com",
  "Sec-WebSocket-Location: ws://example.com/demo",
  "Sec-WebSocket-Protocol: sample",
  "",
  "8jKS'y:G*Co,Wxa-",
].join("\r\n");

function check(response: string, sent: Partial<Sent> = {}, closed = false) {
  const bytes = latin1(response);
  const outcome = checkResponse({ ...SENT, ...sent }, bytes, closed);
  const { span } = outcome as Failed;
  return { ...outcome, ...(span && { span: fromLatin1(slice(bytes, span)) }) };
}

describe("the response", () => {
  test("of the example is accepted", () => {
    expect(check(RESPONSE)).toEqual({ outcome: "accepted", end: RESPONSE.length });
  });

  test.each([
    [
      "fields in another order",
      (text: string) => text.replace(/(Upgrade:.*\r\n)(Conn.*\r\n)/, "$2$1"),
    ],
    [
      "names in lower case",
      (text: string) => text.replace(/^[\w-]+(?=: )/gm, (n) => n.toLowerCase()),
    ],
    ["connection in upper case", (text: string) => text.replace(": Upgrade", ": UPGRADE")],
    ["no space behind a colon", (text: string) => text.replace("Upgrade: W", "Upgrade:W")],
    [
      "other fields, cookies among them",
      (text: string) => text.replace("Conn", "Set-Cookie: a=b\r\nX:\r\nConn"),
    ],
    ["another reason", (text: string) => text.replace("WebSocket Protocol", "Switching to")],
    ["frames behind it", (text: string) => `${text}\0hi\xff`],
  ])("may have %s", (_, change) => {
    expect(check(change(RESPONSE))).toMatchObject({ outcome: "accepted" });
  });

  test.each<[string, string | RegExp, string, number, string, string | null]>([
    ["no Upgrade", /Upgrade: .*\r\n/, "", 41, "upgrade-not-websocket", null],
    [
      "Upgrade in lower case",
      "Upgrade: WebS",
      "Upgrade: webS",
      41,
      "upgrade-value-case",
      "webSocket",
    ],
    ["another Upgrade", "e: WebSocket", "e: TLS/1.0", 41, "upgrade-not-websocket", "TLS/1.0"],
    ["Upgrade twice", "Conn", "upgrade: x\r\nConn", 41, "header-repeated", "upgrade: x"],
    ["no Connection", /Connection: .*\r\n/, "", 41, "connection-not-upgrade", null],
    ["another Connection", "n: Upgrade", "n: close", 41, "connection-not-upgrade", "close"],
    ["a list", "n: Up", "n: keep-alive, Up", 41, "connection-is-a-list", "keep-alive, Upgrade"],
    ["no origin", /Sec-WebSocket-Origin.*\r\n/, "", 41, "origin-mismatch", null],
    ["a slash too many", "e.com\r", "e.com/\r", 41, "origin-mismatch", "http://example.com/"],
    ["two spaces", "Origin: h", "Origin:  h", 41, "origin-mismatch", " http://example.com"],
    ["no location", /Sec-WebSocket-Loc.*\r\n/, "", 41, "location-mismatch", null],
    ["another path", "/demo", "/", 41, "location-mismatch", "ws://example.com/"],
    ["no protocol", /Sec-WebSocket-Prot.*\r\n/, "", 41, "subprotocol-mismatch", null],
    ["another protocol", "sample", "SAMPLE", 41, "subprotocol-mismatch", "SAMPLE"],
    ["a nameless field", "Conn", ": x\r\nConn", 41, "header-without-colon", ": x"],
    ["a folded line", "Conn", " folded\r\nConn", 34, "header-without-colon", " folded"],
    ["a wrong status", "101", "200", 31, "status-not-101", "200"],
    ["a digest for another", "8jKS", "8jKs", 45, "digest-mismatch", "8jKs'y:G*Co,Wxa-"],
  ])("fails with %s", (_, what, instead, step, code, span) => {
    const response = RESPONSE.replace(what, instead);
    expect(check(response)).toEqual({ outcome: "failed", step, code, span });
  });

  test("fails for the first fault by the order of the draft", () => {
    // How many there are comes before what they say; what they say in the order of the response.
    const both = RESPONSE.replace("/demo", "/").replace("e.com\r", "e.com/\r");
    expect(check(both)).toMatchObject({ code: "origin-mismatch" });
    expect(check(both.replace(/Sec-WebSocket-Prot.*\r\n/, ""))).toMatchObject({
      code: "subprotocol-mismatch",
    });
    expect(check(both.replace("101", "500"))).toMatchObject({ step: 31 });
    const cut = both.slice(0, -16);
    expect(check(cut)).toMatchObject({ code: "origin-mismatch" });
  });

  test("may tell a protocol that nobody asked for", () => {
    expect(check(RESPONSE, { protocol: null })).toMatchObject({ outcome: "accepted" });
    const twice = RESPONSE.replace("sample", "a\r\nSec-WebSocket-Protocol: b");
    expect(check(twice, { protocol: null })).toMatchObject({ outcome: "accepted" });
    expect(check(twice)).toMatchObject({ code: "header-repeated" });
  });

  test.each<[string, string, number, string, string | null]>([
    ["nothing", "", 28, "no-response", null],
    ["half a line", "HTTP/1.1 101", 28, "head-not-terminated", "HTTP/1.1 101"],
    ["no digest", RESPONSE.slice(0, -16), 44, "digest-missing", null],
    ["half a digest", RESPONSE.slice(0, -8), 44, "digest-too-short", "8jKS'y:G"],
  ])("when the connection closes with %s, fails", (_, response, step, code, span) => {
    expect(check(response, {}, true)).toEqual({ outcome: "failed", step, code, span });
    expect(check(response)).toEqual({ outcome: "waiting", step });
  });

  test("is judged without a throw, whatever the bytes, and never twice differently", () => {
    const ended = fc.boolean();
    const at = fc.nat({ max: RESPONSE.length });
    fc.assert(
      fc.property(
        at,
        at,
        fc.uint8Array({ maxLength: 3 }),
        ended,
        (some, other, between, closed) => {
          const bytes = latin1(RESPONSE);
          const [start, end] = some < other ? [some, other] : [other, some];
          const changed = concat(bytes.subarray(0, start), between, bytes.subarray(end));
          const outcome = checkResponse(SENT, changed, closed);
          if (outcome.outcome === "failed" && !closed) {
            expect(checkResponse(SENT, concat(changed, RESPONSE))).toEqual(outcome);
          }
          if (closed) expect(outcome.outcome).not.toBe("waiting");
        },
      ),
      { numRuns: 1000 },
    );
  });
});

interface Vector {
  id: string;
  expected_response_hex: string | null;
}

describe("of the vectors", () => {
  const vectors: Vector[] = JSON.parse(
    readFileSync(new URL("../../fixtures/vectors-hixie76.json", import.meta.url), "utf8"),
  );
  const response = (id: string) =>
    fromHex(vectors.find((vector) => vector.id === id)?.expected_response_hex as string)!;

  test("Chromium's response is incomplete up to its last byte, then accepted", () => {
    const bytes = response("chromium-connect");
    const text = fromLatin1(bytes);
    const sent = {
      url: /Location: (.*)\r/.exec(text)?.[1] as string,
      origin: /Origin: (.*)\r/.exec(text)?.[1] as string,
      protocol: /Protocol: (.*)\r/.exec(text)?.[1] ?? null,
      expected: bytes.slice(-16),
    };
    for (let end = 0; end < bytes.length; end++) {
      expect(checkResponse(sent, bytes.subarray(0, end)).outcome).toBe("waiting");
    }
    expect(checkResponse(sent, bytes)).toEqual({ outcome: "accepted", end: bytes.length });
  });

  test("Go's response with bare LF fails, though Go's client took it", () => {
    expect(checkResponse(SENT, response("go-client-lf-only-response"))).toMatchObject({
      outcome: "failed",
      step: 28,
      code: "lf-line-endings",
    });
  });
});

interface Recording {
  id: string;
  accepted: boolean;
  request_hex: string;
  response_hex: string;
}

/** What the draft makes of the responses that the browser judged otherwise. */
const UNLIKE_THE_BROWSER: Record<string, object> = {
  "location-two-spaces": { outcome: "failed", step: 41, code: "location-mismatch" },
  "header-dup-origin": { outcome: "failed", step: 41, code: "header-repeated" },
  // By §4.3 the bytes become U+FFFD, in a field that nobody reads.
  "header-non-utf8": { outcome: "accepted" },
};

describe("recorded with WebKit 534", () => {
  const { cases }: { cases: Recording[] } = JSON.parse(
    readFileSync(new URL("../../fixtures/webkit-534-hixie76.json", import.meta.url), "utf8"),
  );

  test.each(cases)("$id: accepted $accepted", ({ id, accepted, request_hex, response_hex }) => {
    const request = fromHex(request_hex)!;
    const head = fromLatin1(request);
    const sent: Sent = {
      url: `ws://${/Host: (.*)\r/.exec(head)?.[1]}${head.split(" ")[1]}`,
      origin: /Origin: (.*)\r/.exec(head)?.[1] as string,
      protocol: /Protocol: (.*)\r/.exec(head)?.[1] ?? null,
      expected: answer(request).slice(-16),
    };
    const outcome = checkResponse(sent, fromHex(response_hex)!);
    const alike = { outcome: accepted ? "accepted" : expect.stringMatching(/failed|waiting/) };
    expect(outcome).toMatchObject(UNLIKE_THE_BROWSER[id] ?? alike);
  });
});

test("two requests by one chance are the same request", () => {
  expect(hex(makeRequest(opening, seeded(3)).bytes)).toBe(
    hex(makeRequest(opening, seeded(3)).bytes),
  );
});
